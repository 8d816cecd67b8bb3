import { addDays, type LocalDate, localDateOf } from '../local-date.ts'
import { zoneFormats } from '../zone-formats.ts'
import { type DayRead, readDay } from './deadline-day.ts'
import { readHour } from './deadline-hour.ts'
import { momentInZone, offsetMinutes, offsetName, readZone, seasonDoubt, zoneName } from './zone-words.ts'

/** A deadline as it was written and as it was read. What is not certain is said, never settled in silence. */
export type ReadDeadline = {
  /** As it stands in the text. */
  words: string
  /** Null: the words name no moment ("as soon as possible"). */
  at: Date | null
  /** The zone it was read in: an IANA name, "UTC" or "+02:00". */
  zone: string | null
  /** "Friday 12 May 2028, 19:00 in New York (UTC−4)"; empty where there is no moment. */
  readAs: string
  doubts: string[]
}

export type DeadlineContext = {
  /** When the request was sent, or pasted: what "tomorrow" is counted from. */
  sentAt: Date
  /** The zone of whoever reads it, for words that name none. */
  timeZone: string
}

const MOST_CHARACTERS = 300
const DAY_ENDS = 24 * 60 - 1
const SOON =
  /\b(?:asap|as soon as possible|urgent(?:ly)?|rolling|ongoing|open[- ]ended|no deadline|flexible)\b/i
const WITHIN =
  /\b(?:in|within|next)(?: the)?(?: next)? (\d{1,3}|one|two|three|four|five|six|seven) ?(hours?|hrs?|h|days?)\b/i
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
}

/** Reads a deadline in English words or in figures. Nothing that could be read: `at` is null and a doubt says so. */
export function readDeadline(written: string, { sentAt, timeZone }: DeadlineContext): ReadDeadline {
  const words = written.replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS)
  const named = readZone(words)
  const zone = named?.zone ?? timeZone
  const left = named ? `${words.slice(0, named.start)} ${words.slice(named.end)}` : words
  const today = localDateOf(sentAt, zone)
  const within = WITHIN.exec(left)
  if (within) return readWithin(words, within, sentAt, zone)

  const day = readDay(left, { today, zone })
  const hour = readHour(day ? `${left.slice(0, day.start)} ; ${left.slice(day.end)}` : left)
  if (!day && !hour) return unread(words)
  const doubts = [...(day?.doubts ?? []), ...(hour?.doubts ?? [])]
  if (!hour) doubts.push('No hour is named: read as the end of that day.')
  const minutes = hour?.minutes ?? DAY_ENDS
  const date = day
    ? dayMeant(day, minutes, sentAt, zone, doubts)
    : dayOfHour(minutes, sentAt, zone, today, doubts)
  const at = momentInZone(date, minutes, zone)
  if (!named) doubts.push(`No time zone is named: read in ${zoneName(zone)}, your own.`)
  else if (named.doubt) doubts.push(`${named.words} read as ${zoneName(zone)}. ${named.doubt}`)
  const season = named ? seasonDoubt(named.words, zone, at) : null
  if (season) doubts.push(season)
  return { words, at, zone, readAs: momentWords(at, zone), doubts }
}

/** "Friday 12 May 2028, 19:00 in New York (UTC−4)" */
export function momentWords(at: Date, zone: string): string {
  const parts = dayAndHour(zone).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  const day = `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`
  const name = zoneName(zone)
  const offset = offsetName(offsetMinutes(at, zone))
  return `${day}, ${part('hour')}:${part('minute')} in ${name}${name === offset ? '' : ` (${offset})`}`
}

const dayAndHour = zoneFormats('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})

function unread(words: string): ReadDeadline {
  const doubt = SOON.test(words)
    ? 'These words name no moment. Sooner is better.'
    : 'These words could not be read as a moment. Please say it yourself.'
  return { words, at: null, zone: null, readAs: '', doubts: [doubt] }
}

function readWithin(words: string, within: RegExpExecArray, sentAt: Date, zone: string): ReadDeadline {
  const written = (within[1] ?? '').toLowerCase()
  const count = NUMBERS[written] ?? Number(written)
  const hours = /^d/i.test(within[2] ?? '') ? count * 24 : count
  const at = new Date(sentAt.getTime() + hours * 3_600_000)
  const doubts = ['Counted from when the request came.']
  return { words, at, zone, readAs: momentWords(at, zone), doubts }
}

/** A weekday that is today means today while its hour is still to come. */
function dayMeant(day: DayRead, minutes: number, sentAt: Date, zone: string, doubts: string[]): LocalDate {
  if (!day.isWeekdayToday) return day.date
  if (momentInZone(day.date, minutes, zone) > sentAt) {
    doubts.push('It came on that weekday: read as the same day, not a week later.')
    return day.date
  }
  return addDays(day.date, 7)
}

function dayOfHour(
  minutes: number,
  sentAt: Date,
  zone: string,
  today: LocalDate,
  doubts: string[],
): LocalDate {
  const isToCome = momentInZone(today, minutes, zone) > sentAt
  doubts.push(`No day is named: read as the ${isToCome ? 'day it came' : 'day after it came'}.`)
  return isToCome ? today : addDays(today, 1)
}
