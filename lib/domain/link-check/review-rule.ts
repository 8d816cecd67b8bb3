/** What a mention came to before a look, or comes to after it. `failedInRow`: looks in a row that could not tell. */
export type ReviewedStanding = { outcome: string; failedInRow: number }

/** So many looks in a row that could not tell, and a person is asked to open the page. */
export const CANNOT_TELL_IN_ROW = 3

/**
 * Whether a look leaves something for a person to decide: the outcome changed into or out of a link (or to another kind
 * of link), the link or its page is lost, or nobody could tell three times in a row. The first outcome of all is no
 * change; "missing, looking again" is not decided yet, and a plain link that comes back from it is as it was.
 */
export function needsReview(before: ReviewedStanding, after: ReviewedStanding): boolean {
  return (
    hasChanged(before.outcome, after.outcome) ||
    (before.failedInRow < CANNOT_TELL_IN_ROW && after.failedInRow >= CANNOT_TELL_IN_ROW)
  )
}

export function isLinkedOutcome(outcome: string): boolean {
  return outcome === 'linked' || outcome.startsWith('linked-')
}

export function isCannotTell(outcome: string): boolean {
  return outcome === 'could-not-check' || outcome === 'looks-rendered-by-script'
}

function hasChanged(before: string, after: string): boolean {
  if (before === after || after === 'missing-looking-again') return false
  if (after === 'lost' || after === 'page-gone') return true
  if (isNothingYet(before)) return false
  if (before === 'missing-looking-again' && after === 'linked') return false
  return isLinkedOutcome(before) || isLinkedOutcome(after)
}

/** Nothing was told before, so nothing can have changed. */
function isNothingYet(outcome: string): boolean {
  return outcome === 'not-looked' || outcome === 'not-looked-yet'
}
