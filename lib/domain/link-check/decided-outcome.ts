import { isCannotTell, isLinkedOutcome } from './review-rule.ts'

export const DECISION_KINDS = ['confirmed', 'overruled', 'seen-by-person'] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** What a person decided. `lookNumber`: the newest look then; for what a person saw, the look that holds it. */
export type Decision = { kind: DecisionKind; outcome: string; lookNumber: number; at: Date }

/** What one look said, as far as it matters here. */
export type LookSaying = {
  number: number
  isByPerson: boolean
  verdict: string
  /** The fact `mentioned`: tells a page that names us from one that does not. */
  mentioned: boolean | null
}

/**
 * What a mention comes to, with what people decided. An overrule, and a person's sight that contradicts the machine's
 * look before it, hold until a later look that can tell says something else than the look that was overruled, or until a
 * person looks again. Confirming changes nothing. A sight that only begins the day of "missing, looking again" holds
 * nothing either: the second look decides.
 *
 * @param derived what the looks alone come to
 * @param looks those at the mention's present address, in any order; a decision on another address counts no more
 */
export function decidedOutcome<Outcome extends string>({
  derived,
  decisions,
  looks,
}: {
  derived: { outcome: Outcome; since: Date | null }
  decisions: readonly (Decision & { outcome: Outcome })[]
  looks: readonly LookSaying[]
}): { outcome: Outcome; since: Date | null; isDecided: boolean } {
  const newest = decisions
    .filter(({ kind }) => kind !== 'confirmed')
    .toSorted((a, b) => a.lookNumber - b.lookNumber || a.at.getTime() - b.at.getTime())
    .at(-1)
  if (!newest || !holds(newest, looks)) return { ...derived, isDecided: false }
  return {
    outcome: newest.outcome,
    since: newest.outcome === derived.outcome ? derived.since : newest.at,
    isDecided: true,
  }
}

function holds(decision: Decision, looks: readonly LookSaying[]): boolean {
  if (decision.outcome === 'missing-looking-again') return false
  const decidedOn = looks.find(({ number }) => number === decision.lookNumber)
  if (!decidedOn) return false
  const inOrder = looks.toSorted((a, b) => a.number - b.number)
  const overruled = inOrder.findLast(({ number, isByPerson }) => number <= decision.lookNumber && !isByPerson)
  if (decision.kind === 'seen-by-person' && overruled && saysTheSame(decidedOn, overruled)) return false
  return !inOrder.some(
    (look) =>
      look.number > decision.lookNumber &&
      !isCannotTell(look.verdict) &&
      (look.isByPerson || !overruled || !saysTheSame(look, overruled)),
  )
}

/**
 * Whether two looks say the same of the page. Without a link, a page is called lost, unlinked or not mentioned by what was
 * known before; so those are compared by whether it names us.
 */
function saysTheSame(one: LookSaying, other: LookSaying): boolean {
  if (!isWithoutLink(one) || !isWithoutLink(other)) return one.verdict === other.verdict
  return one.mentioned === null || other.mentioned === null || one.mentioned === other.mentioned
}

function isWithoutLink({ verdict }: LookSaying): boolean {
  return !isLinkedOutcome(verdict) && !isCannotTell(verdict) && verdict !== 'page-gone'
}
