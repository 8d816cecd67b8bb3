/** Which of two numbers is the day: "28/09/2026" or "09/28/2026". */
export type DateOrder = 'day-first' | 'month-first'
export type ImportDate = {
  /** "2026-09-28", or "2026-09-28T10:20:30" with the zone where one was written. */
  iso: string
  /** Day and month could change places, and nothing said which is which. */
  ambiguous: boolean
}

const DATE_MAX_CHARACTERS = 60
const FIRST_YEAR = 1970
const LAST_YEAR = 2100

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,]+(.+))?$/
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]+(.+))?$/
const DAY_MONTH_WORD = /^(\d{1,2})(?:st|nd|rd|th)?\.?[- ]+([a-z]{3,9})\.?[- ,]+(\d{4})(?:[T ,]+(.+))?$/i
const MONTH_WORD_DAY = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?:[T ,]+(.+))?$/i
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?([ap]\.?m\.?)? ?(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH_NAMES =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i

/** Reads a date as exports and people write it. Null when it is none. `order` settles what could be read in two ways. */
export function readDate(cell: string, order: DateOrder | null = null): ImportDate | null {
  const text = withoutWeekday(cell.trim())
  if (text.length > DATE_MAX_CHARACTERS) return null
  const iso = YEAR_FIRST.exec(text)
  if (iso) return dated(iso[1], Number(iso[3]), iso[4], iso[5])
  const dayWord = DAY_MONTH_WORD.exec(text)
  if (dayWord) return dated(dayWord[3], monthOf(dayWord[2]), dayWord[1], dayWord[4])
  const wordDay = MONTH_WORD_DAY.exec(text)
  if (wordDay) return dated(wordDay[3], monthOf(wordDay[1]), wordDay[2], wordDay[4])
  const numbers = NUMBERS.exec(text)
  return numbers ? fromNumbers(numbers, order) : null
}

/** The order that a column's own dates give away, or null when none of them does, or they disagree. */
export function dateOrderOf(cells: readonly string[]): DateOrder | null {
  let dayFirst = false
  let monthFirst = false
  for (const cell of cells) {
    const match = cell.length > DATE_MAX_CHARACTERS ? null : NUMBERS.exec(cell.trim())
    if (!match) continue
    // Where dots divide a date, the day comes first everywhere.
    if (match[2] === '.' || Number(match[1]) > 12) dayFirst = true
    else if (Number(match[3]) > 12) monthFirst = true
  }
  return dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first'
}

function withoutWeekday(text: string): string {
  return text.replace(/^(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?,? +/i, '')
}

function fromNumbers(match: RegExpExecArray, order: DateOrder | null): ImportDate | null {
  const [, first, divider, second, year = '', time] = match
  const [a, b] = [Number(first), Number(second)]
  const isSettled = a > 12 || b > 12 || a === b || divider === '.' || order !== null
  const isMonthFirst = b > 12 || (a <= 12 && divider !== '.' && order === 'month-first')
  const fullYear = year.length === 2 ? `20${year}` : year
  const read = isMonthFirst ? dated(fullYear, a, second, time) : dated(fullYear, b, first, time)
  return read && { ...read, ambiguous: !isSettled }
}

function monthOf(word = ''): number {
  return MONTH_NAMES.test(word) ? MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1 : 0
}

function dated(year = '', month = 0, day = '', time?: string): ImportDate | null {
  const date = `${year}-${padded(month)}-${padded(Number(day))}`
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR || !isOnCalendar(date)) return null
  if (time === undefined) return { iso: date, ambiguous: false }
  const clock = clockOf(time.trim())
  return clock === null ? null : { iso: `${date}T${clock}`, ambiguous: false }
}

function isOnCalendar(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)
}

function clockOf(time: string): string | null {
  const match = TIME.exec(time)
  if (!match) return null
  const [, hours = '', minutes = '', seconds = '00', half, zone = ''] = match
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return `${padded(hour)}:${minutes}:${seconds}${zoneOf(zone)}`
}

function zoneOf(zone: string): string {
  if (zone === '') return ''
  return /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z'
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}
