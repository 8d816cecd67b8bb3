'use client'

import { useEffect, useState } from 'react'
import { timeLeft } from '#lib/domain/requests/request-states.ts'

const EVERY_MS = 20_000

/** How long there is, counted on while the page is open. `words` is how it stood when the page was made. */
export function Countdown({ at, words }: { at: string; words: string }) {
  const [shown, setShown] = useState(words)
  useEffect(() => {
    setShown(words)
    const timer = setInterval(() => setShown(timeLeft(new Date(at), new Date())), EVERY_MS)
    return () => clearInterval(timer)
  }, [at, words])
  return <time dateTime={at}>{shown}</time>
}
