import { type LocalDate, localDateOf } from './local-date.ts'

const MINUTE_MS = 60_000
/** No calendar is further ahead of UTC, or behind it, than this. */
const FARTHEST_ZONE_MS = 15 * 60 * MINUTE_MS

/**
 * The moment at which this date begins in this zone, to the minute. Where clocks are put forward at midnight it begins at
 * one o'clock; a date that a zone has skipped begins with the next one.
 */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  let before = midnight - FARTHEST_ZONE_MS
  let from = midnight + FARTHEST_ZONE_MS
  while (from - before > MINUTE_MS) {
    const middle = before + Math.floor((from - before) / 2 / MINUTE_MS) * MINUTE_MS
    if (localDateOf(new Date(middle), timeZone) >= date) from = middle
    else before = middle
  }
  return new Date(from)
}

/** The date on somebody's calendar when this date begins elsewhere. */
export function dateElsewhere(date: LocalDate, timeZone: string, reader: string): LocalDate {
  return localDateOf(startOfDay(date, timeZone), reader)
}
