'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { DraftAnswer } from '#lib/features/pitches/draft-answer.ts'
import { rememberSaved, type StandingDraft } from './last-saved.ts'

const AFTER_TYPING_MS = 1_500
const TRY_AGAIN_MS = 5_000

export type SavingState =
  | { kind: 'saved'; at: Date }
  | { kind: 'typing' | 'saving' | 'offline' | 'signed-out' }
  | { kind: 'conflict' | 'refused'; message: string; remedy: string }

type Keep = 'autosave' | 'save'

/**
 * Saves a form's text a moment after the last key, and keeps trying where the connection is gone. One saving at a time;
 * what is typed meanwhile goes with the next one. After a conflict nothing is saved until the person decides.
 */
export function useAutosave(url: string, formRef: RefObject<HTMLFormElement | null>, start: StandingDraft) {
  const [state, setState] = useState<SavingState>({ kind: 'saved', at: start.savedAt })
  const [problems, setProblems] = useState(start.problems)
  const revision = useRef(start.revision)
  const newest = useRef(start.revision)
  const isDirty = useRef(false)
  const isHeld = useRef(false)
  const underWay = useRef<Promise<boolean> | null>(null)
  // Kept apart from the ref, which is empty by the time the page is left.
  const formHeld = useRef<HTMLFormElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const send = useCallback(
    async (keep: Keep): Promise<boolean> => {
      const form = formRef.current ?? formHeld.current
      if (!form) return false
      const text = new FormData(form)
      text.set('intent', keep)
      text.set('revision', String(revision.current))
      isDirty.current = false
      setState({ kind: 'saving' })
      try {
        const response = await fetch(url, {
          method: 'POST',
          body: text,
          redirect: 'manual',
          keepalive: isSmall(text),
        })
        if (response.type === 'opaqueredirect') {
          isDirty.current = true
          setState({ kind: 'signed-out' })
          return false
        }
        if (response.status >= 400 && response.status < 500) {
          isDirty.current = true
          setState({
            kind: 'refused',
            message: 'You may not write here any more.',
            remedy: 'Copy what you typed if you still need it, and ask an owner of this workspace.',
          })
          return false
        }
        const answer: DraftAnswer = await response.json()
        if (answer.ok) {
          revision.current = answer.revision
          newest.current = answer.revision
          const savedAt = new Date(answer.savedAt)
          rememberSaved({
            ...answer,
            id: start.id,
            savedAt,
            subject: wordsIn(text, 'subject'),
            body: wordsIn(text, 'body'),
          })
          setProblems(answer.problems)
          setState(isDirty.current ? { kind: 'typing' } : { kind: 'saved', at: savedAt })
          return true
        }
        isDirty.current = true
        isHeld.current = answer.isConflict
        newest.current = answer.revision ?? newest.current
        setState({
          kind: answer.isConflict ? 'conflict' : 'refused',
          message: answer.message,
          remedy: answer.remedy,
        })
        return false
      } catch {
        isDirty.current = true
        setState({ kind: 'offline' })
        return false
      }
    },
    [url, formRef, start.id],
  )

  /** true when what stands in the form is stored. */
  const saveNow = useCallback(
    async (keep: Keep): Promise<boolean> => {
      clearTimeout(timer.current)
      if (isHeld.current && keep === 'autosave') return false
      while (underWay.current) await underWay.current
      underWay.current = send(keep)
      const isSaved = await underWay.current
      underWay.current = null
      return isSaved
    },
    [send],
  )

  const onTyping = useCallback(() => {
    isDirty.current = true
    if (isHeld.current) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => saveNow('autosave'), AFTER_TYPING_MS)
    setState({ kind: 'typing' })
  }, [saveNow])

  /** After a conflict: this text in the place of the other, which is kept among the versions. */
  const keepMine = useCallback(async () => {
    revision.current = newest.current
    isHeld.current = false
    return saveNow('save')
  }, [saveNow])

  useEffect(() => {
    if (state.kind !== 'offline' && state.kind !== 'signed-out') return
    const again = setTimeout(() => saveNow('autosave'), TRY_AGAIN_MS)
    const atOnce = () => saveNow('autosave')
    window.addEventListener('online', atOnce)
    return () => {
      clearTimeout(again)
      window.removeEventListener('online', atOnce)
    }
  }, [state, saveNow])

  useEffect(() => {
    formHeld.current = formRef.current
    const leave = (event: BeforeUnloadEvent) => {
      if (isDirty.current || underWay.current) event.preventDefault()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden' && isDirty.current) saveNow('autosave')
    }
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', hide)
      // Going to another page of the app: what is typed goes along.
      if (isDirty.current && !isHeld.current) saveNow('autosave')
    }
  }, [formRef, saveNow])

  return { state, problems, setProblems, revision, onTyping, saveNow, keepMine }
}

/** Browsers let a page that closes finish sending 64 kB. */
function isSmall(text: FormData): boolean {
  let size = 0
  for (const value of text.values()) size += typeof value === 'string' ? 3 * value.length : 0
  return size < 60_000
}

function wordsIn(text: FormData, name: string): string {
  const value = text.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
}
