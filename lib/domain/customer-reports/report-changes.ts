import type { ReportChange } from './report-content.ts'
import { isStanding, REPORT_OUTCOME_WORDS, type ReportOutcome } from './report-outcomes.ts'

/** A mention today, beside what it was when the last report was approved; `before` null: it was not recorded then. */
export type Compared = {
  url: string
  title: string
  outlet: string
  outcome: ReportOutcome
  before: ReportOutcome | null
  /** A look has seen a link there at some time. */
  everLinked: boolean
}

/**
 * What is not as it was: new ones, lost ones, and those that came to something else. That a look cannot tell today, or looks
 * again, is no change: the next one may find it as it was. Lost ones come first, for they are asked about.
 */
export function changesAmong(compared: readonly Compared[]): ReportChange[] {
  const changes = compared.flatMap(({ everLinked, ...one }): ReportChange[] => {
    const kind = kindOf({ ...one, everLinked })
    return kind === null ? [] : [{ ...one, kind }]
  })
  const order = { lost: 0, new: 1, changed: 2 }
  return changes.toSorted((a, b) => order[a.kind] - order[b.kind])
}

function kindOf({ outcome, before, everLinked }: Compared): ReportChange['kind'] | null {
  if (isLost(outcome)) {
    if (before === null || isLost(before)) return null
    // A page that is gone and had nothing on it has lost nothing.
    return everLinked || !isNothingYet(before) ? 'lost' : null
  }
  if (isStanding(outcome)) return before === null || isNothingYet(before) ? 'new' : changed(outcome, before)
  if (outcome !== 'not-mentioned') return before === null ? 'new' : null
  return before === null || isNothingYet(before) ? null : 'changed'
}

function changed(outcome: ReportOutcome, before: ReportOutcome): 'changed' | null {
  return outcome === before ? null : 'changed'
}

function isLost(outcome: ReportOutcome): boolean {
  return REPORT_OUTCOME_WORDS[outcome].group === 'lost'
}

/** Nothing was known of it, or nothing was there. */
function isNothingYet(outcome: ReportOutcome): boolean {
  return !isStanding(outcome) && !isLost(outcome) && outcome !== 'missing-looking-again'
}
