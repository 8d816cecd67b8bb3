'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Draws nothing; looks again for as long as the page keeps it, but not while nobody sees the page. */
export function RefreshWhileWaiting({ everyMs = 1500 }: { everyMs?: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return null
}
