'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/**
 * Draws nothing; looks again for as long as the page keeps it, but not while nobody sees the page. The next look waits for
 * the answer to the last: a newer refresh throws an unfinished one away, and a slow server would never get through.
 */
export function RefreshWhileWaiting({ everyMs = 1500 }: { everyMs?: number }) {
  const router = useRouter()
  const [isLooking, startLooking] = useTransition()
  useEffect(() => {
    if (isLooking) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') startLooking(() => router.refresh())
    }, everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs, isLooking])
  return null
}
