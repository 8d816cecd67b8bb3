'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

const FIRST_AFTER_MS = 300

/**
 * Draws nothing; looks again for as long as the page keeps it, but not while nobody sees the page: soon at first, since most
 * answers come at once, then more and more rarely. The next look waits for the answer to the last: a newer refresh throws an
 * unfinished one away, and a slow server would never get through.
 */
export function RefreshWhileWaiting({ atMostEveryMs = 1500 }: { atMostEveryMs?: number }) {
  const router = useRouter()
  const [isLooking, startLooking] = useTransition()
  const wait = useRef(Math.min(FIRST_AFTER_MS, atMostEveryMs))
  useEffect(() => {
    if (isLooking) return
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      wait.current = Math.min(wait.current * 1.5, atMostEveryMs)
      startLooking(() => router.refresh())
    }, wait.current)
    return () => clearInterval(timer)
  }, [router, atMostEveryMs, isLooking])
  return null
}
