'use client'

import { useEffect, useState } from 'react'

/** The browser's time zone, sent along unseen; before scripts load it is left out, and the account starts in UTC. */
export function BrowserTimeZone() {
  const [timeZone, setTimeZone] = useState<string | null>(null)
  useEffect(() => setTimeZone(new Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return timeZone ? <input type="hidden" name="timeZone" value={timeZone} /> : null
}
