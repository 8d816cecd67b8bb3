'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { type DraftKeeper, keepDraftSafe } from './draft-keeper.ts'
import type { DraftView } from './draft-world.ts'
import { openKeptPlace } from './kept-place.ts'
import { rememberSaved, type StandingDraft } from './last-saved.ts'
import { otherTabs } from './other-tabs.ts'
import { type DraftTexts, sendDraft } from './send-draft.ts'
import { textIn } from './typed-before.ts'

type AutosaveOptions = {
  url: string
  memberId: string
  formRef: RefObject<HTMLFormElement | null>
  start: StandingDraft
  /** Puts a text into the fields; always the same function. */
  show: (texts: DraftTexts) => void
}

/** A draft that keeps itself, in the browser it is written in: its timers, its store, its other tabs. Null until it is there. */
export function useAutosave({ url, memberId, formRef, start, show }: AutosaveOptions) {
  const [view, setView] = useState<DraftView>({
    state: { kind: 'saved', at: start.savedAt, by: 'this tab' },
    problems: start.problems,
    foundAt: null,
  })
  const keeper = useRef<DraftKeeper | null>(null)

  useEffect(() => {
    const form = formRef.current
    if (!form) return
    const place = openKeptPlace(memberId, start.id)
    const tabs = otherTabs(start.id, (text) => made.hear(text))
    const made = keepDraftSafe(start, {
      now: () => Date.now(),
      later: (work, ms) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
      send: (post) => sendDraft(url, post),
      // The form is held here: once the page is left, what was typed still stands in it.
      read: () => ({ subject: textIn(form, 'subject'), body: textIn(form, 'body') }),
      show,
      place,
      tell: tabs.tell,
      changed: setView,
      saved: (draft) => rememberSaved({ ...draft, id: start.id }),
    })
    keeper.current = made
    const close = made.open()
    const leave = (event: BeforeUnloadEvent) => {
      if (made.isUnsafe()) event.preventDefault()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') made.saveIfDirty()
    }
    window.addEventListener('beforeunload', leave)
    window.addEventListener('online', made.saveIfDirty)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('beforeunload', leave)
      window.removeEventListener('online', made.saveIfDirty)
      document.removeEventListener('visibilitychange', hide)
      // Going to another page of the app: what is typed goes along.
      close()
      place.close()
      tabs.close()
    }
  }, [url, memberId, formRef, start, show])

  return { ...view, keeper }
}
