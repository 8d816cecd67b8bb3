import { reviewConditions } from './condition-rule.ts'
import { reviewHistory } from './history-rules.ts'
import { reviewIdentity } from './identity-rule.ts'
import { reviewMoney } from './money-rule.ts'
import { reviewLikeness } from './near-copy-rule.ts'
import { reviewOrigin } from './origin-rule.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { PITCH_RULES, type PitchProblem, type PitchRule } from './pitch-rules.ts'
import { reviewPlaceholders } from './placeholder-rule.ts'
import { reviewReading } from './reading-rules.ts'
import { reviewLength, reviewSubject } from './text-rules.ts'
import { reviewGreetedName } from './wrong-name-rule.ts'

const REVIEWS: readonly ((facts: PitchFacts) => PitchProblem[])[] = [
  reviewHistory,
  reviewReading,
  reviewOrigin,
  reviewIdentity,
  reviewPlaceholders,
  reviewGreetedName,
  reviewConditions,
  reviewMoney,
  reviewLikeness,
  reviewLength,
  reviewSubject,
]
const ORDER = Object.keys(PITCH_RULES)

/**
 * May this pitch go out, and if not, why, and what would fix it? All problems are listed, none hides another; which
 * rules are asked depends on what the message is for. The editor, the command and the command line call this.
 */
export function reviewPitch(facts: PitchFacts): PitchProblem[] {
  return REVIEWS.flatMap((review) => review(facts))
    .filter((found) => isAsked(found.rule, facts))
    .toSorted((a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule))
}

/** Ready means that nothing above a warning is listed. */
export function isReady(problems: readonly PitchProblem[]): boolean {
  return problems.every((found) => found.severity === 'warning')
}

function isAsked(rule: PitchRule, { purpose }: PitchFacts): boolean {
  return PITCH_RULES[rule].askedOf.some((asked) => asked === purpose)
}

/**
 * What keeps a letter that was found ready from going out at this moment: what nobody can overrule, and a promise of ours that
 * became overdue since, unless an owner has set that aside.
 */
export function problemsInTheWay(
  problems: readonly PitchProblem[],
  overruledRules: readonly string[],
): PitchProblem[] {
  return problems.filter(
    ({ rule, severity }) =>
      severity === 'final' || (rule === 'promise-owed' && !overruledRules.includes(rule)),
  )
}
