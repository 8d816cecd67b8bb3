/** Zones as feeds name them (RFC 822 and what people made of it), in minutes east of Greenwich. */
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  WEST: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
}
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const MAIL =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})(?:\s+|-)([a-z]{3})[a-z]*\.?,?(?:\s+|-)(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([a-z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{2})?$/i
const EARLIEST = Date.UTC(1990, 0, 1)

/** When a post says it came out; null where nobody can tell. Without a zone it counts as UTC, never as this machine's. */
export function feedDate(text: string | null | undefined): Date | null {
  const trimmed =
    text
      ?.replace(/\s+/g, ' ')
      .replace(/\s*\([^)]*\)$/, '')
      .trim() ?? ''
  const time = isoTime(trimmed) ?? mailTime(trimmed)
  return time === null || Number.isNaN(time) || time < EARLIEST ? null : new Date(time)
}

function isoTime(text: string): number | null {
  const [whole, year, month, day, hour = '0', minute = '0', second = '0', zone] = ISO.exec(text) ?? []
  if (whole === undefined) return null
  return timeOf([year, month, day, hour, minute, second].map(Number), zone)
}

function mailTime(text: string): number | null {
  const [whole, day, month = '', year = '', hour = '0', minute = '0', second = '0', zone] =
    MAIL.exec(text) ?? []
  if (whole === undefined) return null
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  const fullYear = Number(year) + (year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) : 0)
  return timeOf([fullYear, number, Number(day), Number(hour), Number(minute), Number(second)], zone)
}

function timeOf(parts: number[], zone: string | undefined): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const isPossible =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute < 60 && second <= 60
  if (!isPossible) return null
  return Date.UTC(year, month - 1, day, hour, minute, second) - offsetOf(zone) * 60_000
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})$/.exec(zone ?? '') ?? []
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return ZONES[(zone ?? '').toUpperCase()] ?? 0
}
