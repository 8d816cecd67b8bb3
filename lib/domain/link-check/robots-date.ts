/** A date of `unavailable_after`. Where its zone is not one we know, it is read as UTC and says so. */
export type RobotsDate = { at: number; zoneIsKnown: boolean }

const HOUR_MS = 3_600_000
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Hours from UTC. Names used for two zones (IST, AST of Arabia) are left out: they say nothing certain. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  ut: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  art: -3,
  wet: 0,
  west: 1,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  eet: 2,
  eest: 3,
  bst: 1,
  msk: 3,
  sast: 2,
  hkt: 8,
  sgt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
}
const CLOCK = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?'
const ZONE = '\\s*(?:\\(?([a-z]{1,5})\\)?)?\\s*([+-]\\d{2}:?\\d{2})?(?:\\s*\\([^)]*\\))?'
const ISO = new RegExp(
  `^(\\d{4})-?(\\d{2})-?(\\d{2})(?:[t ]\\s*(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:\\.\\d+)?)?${ZONE})?$`,
)
const DAY_FIRST = new RegExp(
  `^(?:[a-z]+,?\\s+)?(\\d{1,2})[\\s-]+([a-z]{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})(?:,?\\s+${CLOCK}${ZONE})?$`,
)
const MONTH_FIRST = new RegExp(
  `^(?:[a-z]+,?\\s+)?([a-z]{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})(?:,?\\s+${CLOCK}${ZONE})?$`,
)

/**
 * Reads the dates Google documents for `unavailable_after`: RFC 822, RFC 850 and ISO 8601. By hand, because the
 * machine's own parser knows only American zones, and reads a date without one in the zone it stands in.
 *
 * @returns null for what is no date
 */
export function parseRobotsDate(text: string): RobotsDate | null {
  const plain = text
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase()
  const iso = ISO.exec(plain)
  if (iso) {
    const [, year, month, day, ...rest] = iso
    return dateOf(Number(year), Number(month) - 1, Number(day), rest)
  }
  const dayFirst = DAY_FIRST.exec(plain)
  if (dayFirst) {
    const [, day, month, year, ...rest] = dayFirst
    return dateOf(fullYear(year ?? ''), monthOf(month), Number(day), rest)
  }
  const monthFirst = MONTH_FIRST.exec(plain)
  if (!monthFirst) return null
  const [, month, day, year, ...rest] = monthFirst
  return dateOf(Number(year), monthOf(month), Number(day), rest)
}

function dateOf(
  year: number,
  month: number,
  day: number,
  [hour, minute, second, zone, offset]: (string | undefined)[],
): RobotsDate | null {
  if (month < 0 || month > 11 || day < 1 || day > 31 || Number(hour ?? 0) > 24) return null
  const utc = Date.UTC(year, month, day, Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0))
  const hours = offset ? offsetHours(offset) : zone ? ZONES[zone] : undefined
  return { at: utc - (hours ?? 0) * HOUR_MS, zoneIsKnown: hours !== undefined }
}

function offsetHours(offset: string): number {
  const digits = offset.replace(/\D/g, '')
  const hours = Number(digits.slice(0, 2)) + Number(digits.slice(2)) / 60
  return offset.startsWith('-') ? -hours : hours
}

/** Two digits as RFC 2822 reads them. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year)
  return Number(year) + (Number(year) < 50 ? 2000 : 1900)
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3))
}
