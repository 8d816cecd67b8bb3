'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { openKeptPlace } from './kept-place.ts'
import type { DraftTexts } from './send-draft.ts'
import { isTextField, textIn } from './typed-before.ts'
import { keepTypedSafe } from './typed-keeper.ts'

type KeepTypedProps = {
  memberId: string
  /** What is written: a follow-up's id, or "reply-" and the pitch's. */
  of: string
  /** The text the form is drawn with, then what went out of it before. */
  stands: readonly DraftTexts[]
}

/** Inside a form with a letter: what is typed is kept in this browser until it is saved or sent. Draws nothing until it found some. */
export function KeepTyped({ memberId, of, stands }: KeepTypedProps) {
  const place = useRef<HTMLDivElement>(null)
  const startOver = useRef(() => {})
  const [isFound, setIsFound] = useState(false)
  // By its words, not by its array: those are new each time the page is drawn.
  const standing = JSON.stringify(stands)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const kept = openKeptPlace(memberId, of)
    const keeper = keepTypedSafe(JSON.parse(standing), {
      place: kept,
      read: () => ({ subject: textIn(form, 'subject'), body: textIn(form, 'body') }),
      show: (texts) => {
        for (const name of ['subject', 'body'] as const) {
          const field = form.elements.namedItem(name)
          if (isTextField(field)) field.value = texts[name]
        }
      },
      found: (at) => setIsFound(at !== null),
    })
    startOver.current = keeper.startOver
    const leave = (event: BeforeUnloadEvent) => {
      if (keeper.isUnsafe()) event.preventDefault()
    }
    form.addEventListener('input', keeper.onTyping)
    window.addEventListener('beforeunload', leave)
    void keeper.open()
    return () => {
      keeper.close()
      form.removeEventListener('input', keeper.onTyping)
      window.removeEventListener('beforeunload', leave)
      kept.close()
      setIsFound(false)
    }
  }, [memberId, of, standing])

  return (
    <div
      ref={place}
      role="status"
      className={isFound ? 'flex flex-wrap items-center gap-2 text-sm' : 'sr-only'}
    >
      {isFound ? (
        <>
          <span>Words you typed before, and had not saved, are back.</span>
          <Button tone="quiet" onClick={() => startOver.current()}>
            Start over without them
          </Button>
        </>
      ) : null}
    </div>
  )
}
