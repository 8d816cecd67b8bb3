import { addDays, type LocalDate, localDateOf, weekdayOf } from './local-date.ts'
import type { ClosingReason, PitchState } from './pitch-states.ts'

/** FACTS.md, section 6. Looser values than these bounds count as the default. */
export const CADENCE = {
  maxFollowUps: { default: 1, min: 0, max: 2 },
  afterWorkingDays: { default: 5, min: 3, max: 20 },
  silenceClosesAfterDays: { default: 21, min: 14, max: 60 },
} as const

export type CadenceSettings = {
  maxFollowUps: number
  afterWorkingDays: number
  silenceClosesAfterDays: number
}

const MS_PER_DAY = 86_400_000

/** The limits that hold, given what a workspace or a campaign asks for. */
export function cadenceOf(
  asked: Partial<Record<keyof CadenceSettings, number | null>> = {},
): CadenceSettings {
  return {
    maxFollowUps: within(asked.maxFollowUps, CADENCE.maxFollowUps),
    afterWorkingDays: within(asked.afterWorkingDays, CADENCE.afterWorkingDays),
    silenceClosesAfterDays: within(asked.silenceClosesAfterDays, CADENCE.silenceClosesAfterDays),
  }
}

/**
 * The date a follow-up is due: the n-th Monday-to-Friday date after the sending date, both in the contact's zone
 * (unknown: the Site's). Public holidays do not count. Sent on Friday at 23:30 there, five working days: next Friday.
 */
export function followUpDueOn(sentAt: Date, timeZone: string, workingDays: number): LocalDate {
  let date = localDateOf(sentAt, timeZone)
  let left = within(workingDays, CADENCE.afterWorkingDays)
  while (left > 0) {
    date = addDays(date, 1)
    if (isWorkingDay(date)) left -= 1
  }
  return date
}

/** Whether the follow-up due on this date is due now, where the contact lives. */
export function isFollowUpDue(dueOn: LocalDate, now: Date, timeZone: string): boolean {
  return localDateOf(now, timeZone) >= dueOn
}

/** The moment from which silence closes a pitch: so many times 24 hours after the last message. */
export function silenceClosesAt(lastMessageAt: Date, settings: CadenceSettings): Date {
  return new Date(lastMessageAt.getTime() + settings.silenceClosesAfterDays * MS_PER_DAY)
}

export function isClosedBySilence(lastMessageAt: Date, settings: CadenceSettings, now: Date): boolean {
  return now.getTime() >= silenceClosesAt(lastMessageAt, settings).getTime()
}

export type FollowUpFacts = {
  state: PitchState
  closedBecause: ClosingReason | null
  followUpsSent: number
  settings: CadenceSettings
  /** The person asked not to be written to, anywhere in the workspace. */
  stopped: boolean
  /** Their address failed for good. */
  bounced: boolean
}
export type NoFollowUp = {
  because: 'not-sent' | 'stopped' | 'bounced' | 'declined' | 'replied' | 'closed' | 'spent' | 'none-wanted'
  message: string
}

/** Why no follow-up may be written on this pitch; null when one may. DESIGN.md, rule 2. */
export function whyNoFollowUp(facts: FollowUpFacts): NoFollowUp | null {
  const { state, closedBecause, settings, followUpsSent } = facts
  if (facts.stopped || closedBecause === 'stopped') {
    return {
      because: 'stopped',
      message: 'They asked not to be written to. That holds for every address and campaign.',
    }
  }
  if (facts.bounced || closedBecause === 'bounced') {
    return {
      because: 'bounced',
      message: 'Mail to this address comes back. A follow-up would not arrive either.',
    }
  }
  if (closedBecause === 'declined') return { because: 'declined', message: 'They said no. Leave it there.' }
  if (state === 'answered')
    return { because: 'replied', message: 'They answered. Write a reply instead of a follow-up.' }
  if (state === 'closed') return { because: 'closed', message: 'This pitch is closed.' }
  if (state !== 'sent') return { because: 'not-sent', message: 'This pitch has not been sent yet.' }
  if (settings.maxFollowUps === 0) {
    return { because: 'none-wanted', message: 'This workspace writes once and leaves it there.' }
  }
  if (followUpsSent < settings.maxFollowUps) return null
  const count = followUpsSent === 1 ? 'one follow-up' : `${followUpsSent} follow-ups`
  return { because: 'spent', message: `They have had ${count}. More would only be a nuisance.` }
}

function isWorkingDay(date: LocalDate): boolean {
  const weekday = weekdayOf(date)
  return weekday >= 1 && weekday <= 5
}

function within(
  value: number | null | undefined,
  bounds: { readonly default: number; readonly min: number; readonly max: number },
): number {
  const fits = Number.isInteger(value) && Number(value) >= bounds.min && Number(value) <= bounds.max
  return fits ? Number(value) : bounds.default
}

/**
 * Where a follow-up is offered to move when they said when they are back: the first working day after that, if it is due
 * sooner. Null where there is nothing to offer.
 */
export function followUpAfterReturn(backOn: LocalDate | null, dueOn: Date | null): LocalDate | null {
  if (backOn === null || dueOn === null) return null
  let date = addDays(backOn, 1)
  while (!isWorkingDay(date)) date = addDays(date, 1)
  return date > dueOn.toISOString().slice(0, 10) ? date : null
}
