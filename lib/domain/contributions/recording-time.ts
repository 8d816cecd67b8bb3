import { type DateLanguage, USUAL_DATE_LANGUAGE } from '../date-languages.ts'
import { isLocalDate, type LocalDate, localDateOf } from '../local-date.ts'
import { writeDate } from '../written-dates.ts'
import { zoneFormats } from '../zone-formats.ts'

const MINUTE_MS = 60_000
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/**
 * The moment at which clocks of a zone show this time on this date; the first of two where clocks are put back. Null for
 * what is no date or time, and for a time that is skipped when clocks are put forward.
 */
export function momentAt(date: LocalDate, time: string, timeZone: string): Date | null {
  if (!isLocalDate(date) || !TIME.test(time)) return null
  const wanted = Date.parse(`${date}T${time}:00Z`)
  // Twice: the first guess may lie on the other side of a change of clocks.
  const offsets = [-24 * 60, 24 * 60].map((minutes) => offsetAt(wanted + minutes * MINUTE_MS, timeZone))
  const fitting = offsets
    .map((offset) => new Date(wanted - offset))
    .filter((moment) => clockTime(moment, timeZone) === `${date} ${time}`)
    .toSorted((one, other) => one.getTime() - other.getTime())
  return fitting[0] ?? null
}

/** "14:30" on the clocks of a zone. */
export function timeOfDay(moment: Date, timeZone: string): string {
  return clockTime(moment, timeZone).slice(11)
}

/** "Tuesday, 3 March 2026, 14:30 (Europe/Dublin)" */
export function recordingWords(
  moment: Date,
  timeZone: string,
  language: DateLanguage = USUAL_DATE_LANGUAGE,
): string {
  return `${writeDate(moment, 'full', { language, timeZone })}, ${timeOfDay(moment, timeZone)} (${timeZone.replaceAll('_', ' ')})`
}

/** The same moment for them and for us; one line where the clocks agree. */
export function recordingInBothZones(
  moment: Date,
  theirs: string,
  ours: string,
  language: DateLanguage = USUAL_DATE_LANGUAGE,
): string[] {
  const same = clockTime(moment, theirs) === clockTime(moment, ours)
  return same
    ? [recordingWords(moment, theirs, language)]
    : [recordingWords(moment, theirs, language), recordingWords(moment, ours, language)]
}

function offsetAt(at: number, timeZone: string): number {
  const [date = '', time = ''] = clockTime(new Date(at), timeZone).split(' ')
  return Date.parse(`${date}T${time}:00Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS
}

/** "2026-03-03 14:30" */
function clockTime(moment: Date, timeZone: string): string {
  return `${localDateOf(moment, timeZone)} ${timeFormat(timeZone).format(moment)}`
}

const timeFormat = zoneFormats('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
