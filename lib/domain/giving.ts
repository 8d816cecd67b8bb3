import { localDateOf } from './local-date.ts'
import { TOUCH_KIND_TABLE, TOUCH_KINDS, type TouchKind } from './touch-kinds.ts'

/** What one asks of people: by a letter, by a nudge, or for a link, once. */
export const ASKED_KINDS = ['pitch', 'follow-up', 'link'] as const
export type AskedKind = (typeof ASKED_KINDS)[number]

export const ASKED_WORDS: Readonly<Record<AskedKind, string>> = {
  pitch: 'Sent a pitch',
  'follow-up': 'Followed up',
  link: 'Asked for a link',
}

/** Touches that are given: they cost us something and ask nothing. */
export const GIVEN_TOUCHES: readonly TouchKind[] = TOUCH_KINDS.filter((kind) => TOUCH_KIND_TABLE[kind].gives)

/** How often something was given and asked, and when the first of it was. */
export type GivingCounts = { gave: number; asked: number; since: Date | null }

/**
 * What was asked and what was given, in one sentence: "You asked twice and gave once since March." It counts and does not
 * judge: no score, and no word for too much or too little.
 */
export function balanceWords({ gave, asked, since }: GivingCounts, now: Date, timeZone: string): string {
  if (since === null || gave + asked === 0) return 'Nothing was asked and nothing given yet.'
  const when = sinceWords(since, now, timeZone)
  if (asked === 0) return `You gave ${times(gave)} ${when}, and asked for nothing.`
  if (gave === 0) return `You asked ${times(asked)} ${when}, and gave nothing yet.`
  return `You asked ${times(asked)} and gave ${times(gave)} ${when}.`
}

function times(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${count.toLocaleString('en')} times`
}

/** By the calendar of who reads it. */
function sinceWords(since: Date, now: Date, timeZone: string): string {
  const [first, today] = [localDateOf(since, timeZone), localDateOf(now, timeZone)]
  if (first.slice(0, 7) === today.slice(0, 7)) return 'this month'
  const month = MONTHS[Number(first.slice(5, 7)) - 1]
  return first.slice(0, 4) === today.slice(0, 4) ? `since ${month}` : `since ${month} ${first.slice(0, 4)}`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
