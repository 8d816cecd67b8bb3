import { type LocalDate, localDateOf } from '../local-date.ts'
import type { ContributionState } from './contribution-states.ts'

/** Stands for "nothing has a date": later than anything somebody plans. */
export const NO_NEXT_DATE: LocalDate = '2199-12-31'

export const NEXT_DATE_WORDS = {
  due: 'due',
  recording: 'recording',
  airs: 'should come out',
} as const
export type NextDateKind = keyof typeof NEXT_DATE_WORDS

type Dated = {
  state: string
  dueOn: LocalDate | null
  recordingAt: Date | null
  recordingZone: string | null
  airsOn: LocalDate | null
}

/** The next thing that has a day: what is to be handed in or said, and after that the day they named for it to come out. */
export function nextDateOf(work: Dated): { date: LocalDate; what: NextDateKind } | null {
  const state = work.state as ContributionState
  if (state === 'planned' || state === 'pitched' || state === 'agreed') {
    const recording =
      work.recordingAt && work.recordingZone ? localDateOf(work.recordingAt, work.recordingZone) : null
    const ours = [
      ...(work.dueOn ? [{ date: work.dueOn, what: 'due' as const }] : []),
      ...(recording ? [{ date: recording, what: 'recording' as const }] : []),
    ].toSorted((one, other) => one.date.localeCompare(other.date))
    if (ours[0]) return ours[0]
  }
  const mayComeOut = state === 'agreed' || state === 'handed-in' || state === 'recorded'
  return mayComeOut && work.airsOn ? { date: work.airsOn, what: 'airs' } : null
}

/** As a list is sorted by it. */
export function nextOnOf(work: Dated): LocalDate {
  return nextDateOf(work)?.date ?? NO_NEXT_DATE
}
