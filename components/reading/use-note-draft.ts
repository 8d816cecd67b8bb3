'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReadingVerdicts } from '#lib/domain/reading-verdict.ts'
import type { keepDraft } from '#lib/features/reading/reading-commands.ts'

const AFTER_TYPING_MS = 700
const TRY_AGAIN_MS = 5_000

export type NoteText = { quote: string; struck: string; gap: string }
export type DraftState =
  | { kind: 'still' | 'typing' | 'saving' | 'saved' | 'unreachable' }
  | { kind: 'refused'; message: string }
type Answer = Awaited<ReturnType<typeof keepDraft>>

/**
 * Keeps what is typed, a moment after the last key, and learns what the page says to it. Where the connection is gone it
 * tries again. The page is drawn anew after each saving, so that the marks in the post follow.
 */
export function useNoteDraft(url: string) {
  const router = useRouter()
  const [state, setState] = useState<DraftState>({ kind: 'still' })
  const [weighed, setWeighed] = useState<{ text: NoteText; verdicts: ReadingVerdicts | null } | null>(null)
  const waiting = useRef<NoteText | null>(null)
  const isUnderWay = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const send = useCallback(async () => {
    clearTimeout(timer.current)
    const text = waiting.current
    if (!text || isUnderWay.current) return
    isUnderWay.current = true
    setState({ kind: 'saving' })
    const answer = await post(url, text)
    isUnderWay.current = false
    // Sent as a form meanwhile: that answer is the newer one.
    if (!waiting.current) return
    if (!answer) {
      setState({ kind: 'unreachable' })
      timer.current = setTimeout(send, TRY_AGAIN_MS)
      return
    }
    setWeighed({ text, verdicts: answer.verdicts })
    if (waiting.current !== text) {
      timer.current = setTimeout(send, AFTER_TYPING_MS)
      return
    }
    if (answer.isSaved) waiting.current = null
    setState(answer.isSaved ? { kind: 'saved' } : { kind: 'refused', message: answer.message })
    if (answer.isSaved) router.refresh()
  }, [url, router])

  const typed = useCallback(
    (text: NoteText) => {
      waiting.current = text
      setState({ kind: 'typing' })
      clearTimeout(timer.current)
      timer.current = setTimeout(send, AFTER_TYPING_MS)
    },
    [send],
  )

  /** The form itself was sent: there is nothing left to keep, and what is known of older words is out of date. */
  const letGo = useCallback(() => {
    clearTimeout(timer.current)
    waiting.current = null
    setWeighed(null)
    setState({ kind: 'still' })
  }, [])

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (waiting.current) event.preventDefault()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') send()
    }
    window.addEventListener('beforeunload', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('beforeunload', leave)
      document.removeEventListener('visibilitychange', hide)
      send()
    }
  }, [send])

  return { state, weighed, typed, letGo }
}

/** Null when nobody can be reached, or one is signed out. */
async function post(url: string, text: NoteText): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(text),
      headers: { 'content-type': 'application/json' },
      redirect: 'manual',
      keepalive: true,
    })
    return response.ok ? ((await response.json()) as Answer) : null
  } catch {
    return null
  }
}
