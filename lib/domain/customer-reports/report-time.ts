import { addDays, type LocalDate } from '../local-date.ts'

/** The month before the one of this day, and what a report of it may be called: "October 2026". */
export function lastMonth(today: LocalDate): { from: LocalDate; to: LocalDate; title: string } {
  const to = addDays(`${today.slice(0, 8)}01`, -1)
  const from = `${to.slice(0, 8)}01`
  const title = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return { from, to, title: `What came of ${title.format(new Date(`${from}T00:00:00Z`))}` }
}
