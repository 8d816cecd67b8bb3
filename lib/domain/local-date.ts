import { zoneFormats } from './zone-formats.ts'

/** A calendar date in somebody's time zone, "2026-03-06". */
export type LocalDate = string

const MS_PER_DAY = 86_400_000

/** The date on the calendar at this moment in this zone. A zone nobody knows counts as UTC. */
export function localDateOf(moment: Date, timeZone: string): LocalDate {
  return dateIn(formatterFor(timeZone), moment)
}

function dateIn(format: Intl.DateTimeFormat, moment: Date): LocalDate {
  return format.format(moment).padStart(WHOLE_DATE, '0')
}

const WHOLE_DATE = '2026-03-06'.length

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Days from one date to another; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** The first moment of a date on the calendar there; where a zone skips the date, of the next that came. */
export function startOfLocalDate(date: LocalDate, timeZone: string): Date {
  const format = formatterFor(timeZone)
  const middle = Date.parse(`${date}T00:00:00Z`)
  // No zone is a whole day away from UTC. Dates come one after the other, so the first moment is found by halving.
  let [before, after] = [middle - MS_PER_DAY, middle + MS_PER_DAY]
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2)
    if (dateIn(format, new Date(between)) < date) before = between
    else after = between
  }
  return new Date(after)
}

/** 0 to 23, by the clock on the wall there. A zone nobody knows counts as UTC. */
export function hourOf(moment: Date, timeZone: string): number {
  return Number(hourIn(timeZone).format(moment))
}

/** Whether this is a date on the calendar, written like "2026-03-06". */
export function isLocalDate(written: string): boolean {
  const at = /^[12]\d{3}-\d\d-\d\d$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written)
}

export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return timeZone !== ''
  } catch {
    return false
  }
}

const formatterFor = zoneFormats('sv', {
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const hourIn = zoneFormats('en', { hour: '2-digit', hourCycle: 'h23' })
