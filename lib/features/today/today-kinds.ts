import type { SampleState } from '#lib/domain/samples/sample-states.ts'

/** What can stand on Today, in the order of the page. A list that is added here is put off, mailed and walked through like the others. */
export const TODAY_KINDS = [
  'mail',
  'doubt',
  'answer',
  'request',
  'follow-up',
  'recording',
  'work-due',
  'promise',
  'sample-send',
  'maybe-out',
  'pitch-review',
  'outcome-review',
  'report-review',
  'own-page',
  'outcome',
  'thanks',
  'ask-open',
  'ask-close',
  'request-quiet',
  'draft',
  'sample-ask',
  'promise-theirs',
  'reading',
  'letter-out',
] as const
export type TodayKind = (typeof TODAY_KINDS)[number]

type TodayBadge =
  | { of: 'pitch'; state: string }
  | { of: 'outcome'; outcome: string; provenance: string }
  | { of: 'own-page'; state: string }
  | { of: 'sample'; state: SampleState }
  | { of: 'work'; kind: string; isPaid: boolean }

/** The one next step: somewhere to go, or something to say with one press. */
export type TodayStep =
  | { does: 'go'; label: string; path: string; isNext: boolean }
  | { does: 'close-ask'; answer: string }
  | { does: 'keep-promise' }
  | { does: 'see-outcome'; outcome: string }
  | { does: 'see-own-page'; state: string }

/** One thing on Today, of whichever list. Paths stand within the workspace: "/pitches/…". */
export type TodayItem = {
  id: string
  /** How it stands. It stands otherwise as soon as something happened to it. */
  mark: string
  path: string
  /** Whom or what it is about. */
  who: string
  /** Where it belongs. */
  of: string
  badge?: TodayBadge
  /** What else to know: "written by Ana". */
  note?: string
  /** When it began to wait, or what it waits for, after words: "wrote" 3 days ago. */
  when?: { words: string; at: Date }
  /** A line of the thing itself. */
  line?: string
  step: TodayStep | null
}

/** Which thing, as a form carries it: list, id and mark. */
export type TodayThing = { kind: TodayKind; itemId: string; mark: string }

export function thingName({ kind, itemId, mark }: TodayThing): string {
  return `${kind}|${itemId}|${mark}`
}
