import { addDays, daysBetween, type LocalDate, weekdayOf } from '../local-date.ts'

/** The day some words name, and where in them. */
export type DayRead = {
  date: LocalDate
  start: number
  end: number
  doubts: string[]
  /** A bare weekday that is the day the request came. */
  isWeekdayToday: boolean
}

type Context = { today: LocalDate; zone: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const WEEKDAY =
  /\b(?:(this|next|coming)\s+)?(sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)\b\.?/i

const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})(?:T|\b)/
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]{0,3}${MONTH}(?:[\\s,-]{1,3}(\\d{4}))?\\b`,
  'i',
)
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}\\s{0,2}(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)(?:[\\s,]{1,3}(\\d{4}))?`,
  'i',
)
const FIGURES = /\b(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![:\d])/
const RELATIVE =
  /\b(?:(today|tonight|this (?:evening|afternoon))|(tomorrow)|(?:end of (?:the |this )?|by )(week|month)(?:'s end)?)\b/i
const AMERICA = /^America\//

/** The day that is named: a date, a weekday, or "tomorrow". A date without a year is the nearest one. */
export function readDay(words: string, context: Context): DayRead | null {
  return readDate(words, context) ?? readRelative(words, context) ?? readWeekday(words, context)
}

function readDate(words: string, { today, zone }: Context): DayRead | null {
  const iso = ISO.exec(words)
  if (iso) return dated(words, iso, dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), today))
  const dayFirst = DAY_FIRST.exec(words)
  if (dayFirst) {
    const date = dateOf(yearOf(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]), today)
    if (date) return dated(words, dayFirst, date)
  }
  const monthFirst = MONTH_FIRST.exec(words)
  if (monthFirst) {
    const date = dateOf(yearOf(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]), today)
    if (date) return dated(words, monthFirst, date)
  }
  const figures = FIGURES.exec(words)
  return figures ? dateInFigures(words, figures, today, AMERICA.test(zone)) : null
}

/** "5/12" is May there and December here; "5.12." is the continent's way. */
function dateInFigures(
  words: string,
  match: RegExpExecArray,
  today: LocalDate,
  isAmerican: boolean,
): DayRead | null {
  const [one, other] = [Number(match[1]), Number(match[3])]
  const year = yearOf(match[4])
  // "7.30" is an hour unless a year follows.
  if (match[2] === '.' && year === null && other > 12) return null
  const monthFirst = match[2] === '/' && isAmerican
  const read = monthFirst ? dateOf(year, one, other, today) : dateOf(year, other, one, today)
  const swapped = monthFirst ? dateOf(year, other, one, today) : dateOf(year, one, other, today)
  const found = dated(words, match, read ?? swapped)
  const isUnclear = match[2] === '/' && read !== null && swapped !== null && one !== other
  if (!found || !isUnclear) return found
  const doubt = `“${match[0]}” read as ${found.date}; it may also mean ${swapped}.`
  return { ...found, doubts: [...found.doubts, doubt] }
}

/** With a weekday beside it that says another day, the date holds, and the doubt is said. */
function dated(words: string, match: { 0: string; index: number }, date: LocalDate | null): DayRead | null {
  if (date === null) return null
  const weekday = WEEKDAY.exec(words)
  const said = weekday ? weekdayNumber(weekday[2]) : null
  const doubts =
    said !== null && said !== weekdayOf(date)
      ? [`${date} is a ${named(weekdayOf(date))}, not a ${named(said)}: read by its date.`]
      : []
  return { date, start: match.index, end: match.index + match[0].length, doubts, isWeekdayToday: false }
}

function readRelative(words: string, { today }: Context): DayRead | null {
  const match = RELATIVE.exec(words)
  if (!match) return null
  const of = (date: LocalDate, doubts: string[] = []): DayRead => ({
    ...{ date, start: match.index, end: match.index + match[0].length, doubts, isWeekdayToday: false },
  })
  if (match[1]) {
    // "tonight" is an hour as well: those words are left for it.
    const end = /today/i.test(match[1]) ? match.index + match[0].length : match.index
    return { ...of(today), end }
  }
  if (match[2]) return of(addDays(today, 1))
  if (match[3]?.toLowerCase() === 'week') {
    const ahead = (5 - weekdayOf(today) + 7) % 7
    return of(addDays(today, ahead), ['The end of the week read as Friday.'])
  }
  const [year = 0, month = 1] = today.split('-').map(Number)
  return of(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
}

function readWeekday(words: string, { today }: Context): DayRead | null {
  const match = WEEKDAY.exec(words)
  const wanted = match ? weekdayNumber(match[2]) : null
  if (!match || wanted === null) return null
  const ahead = (wanted - weekdayOf(today) + 7) % 7
  const isNext = match[1]?.toLowerCase() === 'next'
  const date = addDays(today, ahead === 0 && isNext ? 7 : ahead)
  const doubts = isNext ? [`“${match[0].trim()}” read as the first one to come.`] : []
  const place = { start: match.index, end: match.index + match[0].length }
  return { date, ...place, doubts, isWeekdayToday: ahead === 0 && !isNext }
}

/** Null where there is no such day. Without a year: the one that lies nearest to today. */
function dateOf(year: number | null, month: number, day: number, today: LocalDate): LocalDate | null {
  const thisYear = Number(today.slice(0, 4))
  const years = year === null ? [thisYear - 1, thisYear, thisYear + 1] : [year]
  const dates = years.flatMap((candidate) => {
    const date = new Date(Date.UTC(candidate, month - 1, day))
    const fits =
      candidate > 1900 && candidate < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    return fits ? [date.toISOString().slice(0, 10)] : []
  })
  const distance = (date: LocalDate) => Math.abs(daysBetween(today, date))
  return dates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

function yearOf(written: string | undefined): number | null {
  if (!written) return null
  return written.length === 2 ? 2000 + Number(written) : Number(written)
}

function monthOf(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').toLowerCase().slice(0, 3)) + 1
}

function weekdayNumber(word: string | undefined): number | null {
  const at = WEEKDAYS.findIndex((name) => name.startsWith((word ?? '').toLowerCase().slice(0, 3)))
  return at === -1 || !word ? null : at
}

function named(weekday: number): string {
  const name = WEEKDAYS[weekday] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}
