import { addDays, daysBetween, type LocalDate } from './local-date.ts'

/** Whether somebody was thanked for a mention. `let-be`: a person said "not this time". */
export const THANKS_STATES = ['none', 'thanked', 'let-be'] as const
export type ThanksState = (typeof THANKS_STATES)[number]

/** Thanks are warmest while the piece is fresh. */
export const THANK_WITHIN_DAYS = 2
/** After that it is no suggestion any more: late thanks are still open on the mention's page. */
export const THANKS_SUGGESTED_DAYS = 14

/** Outcomes in which somebody did something kind, linked or not: seen on the page, and standing. */
export const WORTH_THANKS = [
  'linked',
  'linked-qualified',
  'linked-wrong-page',
  'linked-not-crawlable',
  'linked-not-indexable',
  'linked-elsewhere-canonical',
  'mentioned-unlinked',
  'featured-not-named',
] as const

/** Nobody thanks for what was bought. */
export const NOT_THANKED_PROVENANCE = 'paid-elsewhere'

export type ThanksFacts = {
  outcome: string
  provenance: string
  state: ThanksState
  /** The day on which it was first seen to stand; null where nobody saw it yet. */
  seenOn: LocalDate | null
  today: LocalDate
  /** They were thanked for it elsewhere: by a touch since then, or for the same page. */
  thankedElsewhere: boolean
  /** Whoever would be thanked is not to be written to. */
  isStopped: boolean
}

/**
 * `no-question`: there is nothing to thank for, or it was bought. `stopped`: they want no letters, and thanks are one.
 * `suggested` and `late` differ in time alone: after two weeks nobody is reminded any more.
 */
export type ThanksKind =
  | 'no-question'
  | 'thanked'
  | 'thanked-elsewhere'
  | 'let-be'
  | 'stopped'
  | 'suggested'
  | 'late'

export type ThanksStanding = {
  kind: ThanksKind
  /** The day by which thanks are best said. */
  bestBy: LocalDate | null
}

/** Whether to thank for a mention, once and by a person. An unlinked mention is thanked just the same. */
export function thanksStanding(facts: ThanksFacts): ThanksStanding {
  const bestBy = facts.seenOn === null ? null : addDays(facts.seenOn, THANK_WITHIN_DAYS)
  const standing = (kind: ThanksKind): ThanksStanding => ({ kind, bestBy })
  if (facts.state !== 'none') return standing(facts.state)
  if (!isWorthThanks(facts)) return standing('no-question')
  if (facts.thankedElsewhere) return standing('thanked-elsewhere')
  if (facts.isStopped) return standing('stopped')
  const isLate = facts.seenOn === null || daysBetween(facts.seenOn, facts.today) > THANKS_SUGGESTED_DAYS
  return standing(isLate ? 'late' : 'suggested')
}

export function isWorthThanks({ outcome, provenance }: { outcome: string; provenance: string }): boolean {
  return provenance !== NOT_THANKED_PROVENANCE && (WORTH_THANKS as readonly string[]).includes(outcome)
}

/** How words of thanks can have gone out: by one's own hand, whatever the way. */
export const THANKED_BY = [
  'copy',
  'mailto',
  'gmail',
  'outlook-work',
  'outlook-home',
  'form',
  'dm',
  'spoken',
] as const
export type ThankedBy = (typeof THANKED_BY)[number]
