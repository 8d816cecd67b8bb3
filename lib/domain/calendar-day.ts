import type { LocalDate } from './local-date.ts'

/** A day of the database (midnight, UTC) as a date on the calendar. */
export function dayText<D extends Date | null>(day: D): D extends null ? null : LocalDate
export function dayText(day: Date | null): LocalDate | null {
  return day === null ? null : day.toISOString().slice(0, 10)
}

/** A date on the calendar as the database keeps a day. */
export function asDay(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
