import { isTimeZone } from '../local-date.ts'
import { zoneFormats } from '../zone-formats.ts'

/** A time zone as somebody wrote it: what it is read as, and what else it may mean. */
export type ZoneRead = { zone: string; words: string; start: number; end: number; doubt: string | null }

type Abbreviation = { zone: string; place: string; minutes: number; doubt?: string }

/**
 * What journalists write behind an hour. Most write one abbreviation all year round, so it is read as the clock on the wall
 * of that place on that day; where summer time makes a difference, the reading says so. GMT and UTC are what they say.
 */
const ABBREVIATIONS: Readonly<Record<string, Abbreviation>> = {
  EST: { zone: 'America/New_York', place: 'New York', minutes: -300 },
  EDT: { zone: 'America/New_York', place: 'New York', minutes: -240 },
  CST: { zone: 'America/Chicago', place: 'Chicago', minutes: -360, doubt: 'CST is also China’s time.' },
  CDT: { zone: 'America/Chicago', place: 'Chicago', minutes: -300 },
  MST: { zone: 'America/Denver', place: 'Denver', minutes: -420 },
  MDT: { zone: 'America/Denver', place: 'Denver', minutes: -360 },
  PST: { zone: 'America/Los_Angeles', place: 'Los Angeles', minutes: -480 },
  PDT: { zone: 'America/Los_Angeles', place: 'Los Angeles', minutes: -420 },
  AKST: { zone: 'America/Anchorage', place: 'Anchorage', minutes: -540 },
  HST: { zone: 'Pacific/Honolulu', place: 'Honolulu', minutes: -600 },
  BST: { zone: 'Europe/London', place: 'London', minutes: 60 },
  CET: { zone: 'Europe/Berlin', place: 'Berlin', minutes: 60 },
  CEST: { zone: 'Europe/Berlin', place: 'Berlin', minutes: 120 },
  EET: { zone: 'Europe/Athens', place: 'Athens', minutes: 120 },
  EEST: { zone: 'Europe/Athens', place: 'Athens', minutes: 180 },
  IST: { zone: 'Asia/Kolkata', place: 'India', minutes: 330, doubt: 'IST may also mean Ireland or Israel.' },
  SGT: { zone: 'Asia/Singapore', place: 'Singapore', minutes: 480 },
  HKT: { zone: 'Asia/Hong_Kong', place: 'Hong Kong', minutes: 480 },
  JST: { zone: 'Asia/Tokyo', place: 'Tokyo', minutes: 540 },
  SAST: { zone: 'Africa/Johannesburg', place: 'Johannesburg', minutes: 120 },
  AWST: { zone: 'Australia/Perth', place: 'Perth', minutes: 480 },
  ACST: { zone: 'Australia/Adelaide', place: 'Adelaide', minutes: 570 },
  AEST: { zone: 'Australia/Sydney', place: 'Sydney', minutes: 600 },
  AEDT: { zone: 'Australia/Sydney', place: 'Sydney', minutes: 660 },
  NZST: { zone: 'Pacific/Auckland', place: 'Auckland', minutes: 720 },
  NZDT: { zone: 'Pacific/Auckland', place: 'Auckland', minutes: 780 },
}
/** Two letters, and names in words, say a place and no season. */
const PLACES: readonly { said: RegExp; zone: string }[] = [
  {
    said: /\b(?:us )?eastern(?: standard| daylight)?(?: time)?\b|\bnew york(?: time)?\b|\bET\b/i,
    zone: 'America/New_York',
  },
  {
    said: /\b(?:us )?central(?: standard| daylight)? time\b|\bchicago time\b|\bCT\b/i,
    zone: 'America/Chicago',
  },
  { said: /\b(?:us )?mountain(?: standard| daylight)? time\b|\bMT\b/i, zone: 'America/Denver' },
  { said: /\b(?:us )?pacific(?: standard| daylight)?(?: time)?\b|\bPT\b/i, zone: 'America/Los_Angeles' },
  { said: /\blondon(?: time)?\b|\buk time\b|\bbritish(?: summer)? time\b/i, zone: 'Europe/London' },
  { said: /\b(?:irish|dublin) time\b/i, zone: 'Europe/Dublin' },
  {
    said: /\b(?:central european|paris|berlin|amsterdam|madrid|rome)(?: summer)? time\b/i,
    zone: 'Europe/Berlin',
  },
  { said: /\b(?:sydney|melbourne) time\b|\bAET\b/i, zone: 'Australia/Sydney' },
  { said: /\b(?:nz|new zealand|auckland) time\b|\bNZT\b/i, zone: 'Pacific/Auckland' },
  { said: /\bindian? (?:standard )?time\b/i, zone: 'Asia/Kolkata' },
]
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
}
const IANA =
  /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_]{2,30}(?:\/[A-Za-z_]{2,30})?\b/
const OFFSET = /\b(?:UTC|GMT)\s?([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?\b|(?<=\d)\s?([+-])(\d{2}):(\d{2})\b/i
const ABBREVIATED = new RegExp(`\\b(${Object.keys(ABBREVIATIONS).join('|')})\\b`)
/** In small letters they are words of other languages, unless an hour stands before them. */
const AFTER_HOUR = new RegExp(
  `(?:\\d|[ap]\\.?m\\.?|noon|midnight)\\s{0,2}(${Object.keys(ABBREVIATIONS).join('|')}|ET|PT|CT|MT)\\b`,
  'i',
)
const ZULU = /\b(?:UTC|GMT)\b|(?<=\d)Z\b/i

/** The time zone that some words about an hour name; null where they name none. */
export function readZone(words: string): ZoneRead | null {
  const iana = IANA.exec(words)
  if (iana && isTimeZone(iana[0])) return read(iana, iana[0])
  const offset = OFFSET.exec(words)
  if (offset) return readOffset(offset)
  const short = ABBREVIATED.exec(words) ?? lastGroup(AFTER_HOUR.exec(words))
  if (short) {
    const known = ABBREVIATIONS[short[0].toUpperCase()]
    const zone = known?.zone ?? TWO_LETTERS[short[0].toUpperCase()]
    if (zone) return read(short, zone, known?.doubt)
  }
  for (const { said, zone } of PLACES) {
    const match = said.exec(words)
    if (match && (match[0].length > 2 || match[0] === match[0].toUpperCase())) return read(match, zone)
  }
  const zulu = ZULU.exec(words)
  return zulu ? read(zulu, 'UTC') : null
}

/** Where what was written is not what the clock there says on that day: "EST" in July, "GMT" for London in summer. */
export function seasonDoubt(words: string, zone: string, at: Date): string | null {
  const written = words.toUpperCase()
  const known = ABBREVIATIONS[written]
  if (known && known.minutes !== offsetMinutes(at, zone)) {
    return `${written} read as the clock in ${known.place}, which is ${offsetName(offsetMinutes(at, zone))} on that day. Taken to the letter it would be ${offsetName(known.minutes)}.`
  }
  if (written === 'GMT' && offsetMinutes(at, 'Europe/London') !== 0)
    return 'GMT read to the letter. If they mean London’s clock, which is on summer time that day, it is an hour earlier.'
  return null
}

/** How far ahead of UTC a zone's clock is at a moment. */
export function offsetMinutes(at: Date, zone: string): number {
  const parts = wallClock(zone).formatToParts(at)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return Math.round((wall - Math.floor(at.getTime() / 1000) * 1000) / 60_000)
}

/** The moment a zone's clock shows a date and so many minutes after midnight; an hour that summer time skips is the one after. */
export function momentInZone(date: string, minutes: number, zone: string): Date {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  const first = wall - offsetMinutes(new Date(wall), zone) * 60_000
  return new Date(wall - offsetMinutes(new Date(first), zone) * 60_000)
}

/** "UTC+5:30" */
export function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`
}

/** "New York", "UTC", "UTC+2": what people call a zone. */
export function zoneName(zone: string): string {
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone)
  if (offset) return offsetName((offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])))
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
}

const wallClock = zoneFormats('en', {
  ...{ calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
  ...{
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  },
})

type Match = { 0: string; index: number }

function read(match: Match, zone: string, doubt: string | null = null): ZoneRead {
  return { zone, words: match[0].trim(), start: match.index, end: match.index + match[0].length, doubt }
}

function readOffset(match: RegExpExecArray): ZoneRead | null {
  const sign = (match[1] ?? match[4]) === '+' ? '+' : '-'
  const hours = Number(match[2] ?? match[5])
  const minutes = Number(match[3] ?? match[6] ?? 0)
  if (hours > 14 || minutes > 59) return null
  const zone = `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
  return read(match, hours === 0 && minutes === 0 ? 'UTC' : zone)
}

function lastGroup(match: RegExpExecArray | null): Match | null {
  if (!match?.[1]) return null
  return { 0: match[1], index: match.index + match[0].length - match[1].length }
}
