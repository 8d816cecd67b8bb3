import { USUAL_DATE_LANGUAGE } from './date-languages.ts'
import type { LocalDate } from './local-date.ts'
import { writeDay } from './written-dates.ts'

/** Who is to keep it: we, or they. */
export const PROMISE_SIDES = ['ours', 'theirs'] as const
export type PromiseSide = (typeof PROMISE_SIDES)[number]

export const PROMISE_STATES = ['open', 'kept', 'released'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]

/** Released: it is not owed any more, and somebody said why. */
export const PROMISE_STATE_LABELS: Readonly<Record<PromiseState, string>> = {
  open: 'Open',
  kept: 'Kept',
  released: 'Let go',
}

export const PROMISE_SIDE_LABELS: Readonly<Record<PromiseSide, { label: string; hint: string }>> = {
  ours: { label: 'We promised them', hint: 'While it is overdue, nothing new is asked of them.' },
  theirs: { label: 'They promised us', hint: 'Only to be known. Nobody is nagged.' },
}

/** How a promise stands on a day: `later` is not due yet, `due` is due on that very day. */
export type PromiseStanding = 'later' | 'due' | 'overdue' | 'kept' | 'released'

export function promiseStanding(
  { state, dueOn }: { state: PromiseState; dueOn: LocalDate },
  today: LocalDate,
): PromiseStanding {
  if (state !== 'open') return state
  if (dueOn > today) return 'later'
  return dueOn === today ? 'due' : 'overdue'
}

/** What helps against an overdue promise of ours, wherever it stands in the way. */
export const OVERDUE_REMEDY = 'Keep it, or say you cannot.'

/** "“Send the sizes”, due on 3 March 2026" */
export function owedWords({ words, dueOn }: { words: string; dueOn: LocalDate }): string {
  return `“${promisedWords(words).replace(/[.\s]+$/u, '')}”, due on ${dayInWords(dueOn)}`
}

/** A date in itself, the same in every zone: "3 March 2026". */
function dayInWords(day: LocalDate): string {
  return writeDay(day, 'long', USUAL_DATE_LANGUAGE)
}

const OWED_CHARACTERS = 120

/** What was promised, on one line. */
export function promisedWords(words: string): string {
  const line = words.replace(/\s+/gu, ' ')
  const characters = [...line]
  return characters.length <= OWED_CHARACTERS ? line : `${characters.slice(0, OWED_CHARACTERS).join('')}…`
}
