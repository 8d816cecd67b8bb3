import type { DateLanguage } from './date-languages.ts'
import { zoneFormats } from './zone-formats.ts'

/** How dates may be written. The examples are British; every language has its own way. */
const STYLES = {
  /** "Friday, 6 March 2026 at 14:03:20 GMT" */
  exact: { dateStyle: 'full', timeStyle: 'long' },
  /** "6 March 2026 at 14:03:20 GMT" */
  moment: { dateStyle: 'long', timeStyle: 'long' },
  /** "Friday, 6 March 2026" */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** "6 March 2026" */
  long: { dateStyle: 'long' },
  /** "6 Mar 2026" */
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  /** "6 Mar 2026, 14:03" */
  'medium-minutes': { dateStyle: 'medium', timeStyle: 'short' },
  /** "6 Mar 2026, 14:03:20" */
  'medium-seconds': { dateStyle: 'medium', timeStyle: 'medium' },
  /** "Friday 6 March" */
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** "6 March" */
  day: { day: 'numeric', month: 'long' },
  /** "March 2026" */
  month: { month: 'long', year: 'numeric' },
  /** "Mar 26" */
  'short-month': { month: 'short', year: '2-digit' },
  /** "14:03" */
  clock: { hour: '2-digit', minute: '2-digit' },
  /** "14:03:20" */
  'clock-seconds': { hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DateStyle = keyof typeof STYLES

/** Who reads: the language their dates and numbers are written in, and the IANA name of their zone. */
export type DateReader = { language: DateLanguage; timeZone: string }

export function writeDate(
  moment: Date | number,
  style: DateStyle,
  { language, timeZone }: DateReader,
): string {
  return formatsOf(language, style)(timeZone).format(moment)
}

/** A day on the calendar, the same in every zone: "2026-03-06", or the moment it begins in UTC. */
export function writeDay(day: string | Date, style: DateStyle, language: DateLanguage): string {
  const moment = typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : day
  return writeDate(moment, style, { language, timeZone: 'UTC' })
}

export function writeNumber(count: number, language: DateLanguage): string {
  let format = numbers.get(language)
  if (!format) {
    format = new Intl.NumberFormat(language)
    numbers.set(language, format)
  }
  return format.format(count)
}

const numbers = new Map<DateLanguage, Intl.NumberFormat>()
const dates = new Map<string, ReturnType<typeof zoneFormats>>()

function formatsOf(language: DateLanguage, style: DateStyle) {
  const key = `${language} ${style}`
  let formats = dates.get(key)
  if (!formats) {
    // Years and digits as everybody here reads them, whatever else a language knows.
    formats = zoneFormats(language, { ...STYLES[style], calendar: 'gregory', numberingSystem: 'latn' })
    dates.set(key, formats)
  }
  return formats
}
