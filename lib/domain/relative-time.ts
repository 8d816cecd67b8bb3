import { daysBetween, localDateOf } from './local-date.ts'

/** A date in words, by the calendar of the reader's zone: "today", "3 days ago", "in 2 weeks". */
export function relativeTime(then: Date, now: Date, timeZone: string): string {
  const days = daysBetween(localDateOf(now, timeZone), localDateOf(then, timeZone))
  if (days === 0) return 'today'
  if (days === -1) return 'yesterday'
  if (days === 1) return 'tomorrow'
  const distance = inWords(Math.abs(days))
  return days < 0 ? `${distance} ago` : `in ${distance}`
}

function inWords(days: number): string {
  if (days < 14) return `${days} days`
  if (days < 60) return `${Math.floor(days / 7)} weeks`
  if (days < 365) return `${Math.max(2, Math.round(days / 30.44))} months`
  const years = Math.floor(days / 365.25)
  return years <= 1 ? '1 year' : `${years} years`
}
