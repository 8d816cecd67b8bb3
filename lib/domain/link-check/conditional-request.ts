import { isCannotTell } from './review-rule.ts'

/** A look as far as it decides whether the next one may ask the server only for what changed. Newest first in a list. */
export type LookBefore = {
  kind: string
  at: Date
  verdict: string
  isUnchanged: boolean
  httpStatus: number | null
  /** An erasure has emptied something of it. */
  isBlanked: boolean
}

const DAY_MS = 24 * 3_600_000
/** A page is read whole at least this often, whatever its server says of changes. */
const WHOLE_LOOK_AT_LEAST_EVERY_DAYS = 30
/** And at least every fourth look: servers are mistaken. */
export const UNCHANGED_IN_ROW_MAX = 3

/**
 * The last whole look, where the next one may ask "has it changed since?" and, if not, say again what that one said.
 * Null where the page must be read whole: nothing conclusive was read, it is too long ago, somebody else has looked
 * since, or what was read last says that the link is missing (lost is never said on a server's word).
 *
 * @param looks the newest looks at this address, newest first, at least one more than UNCHANGED_IN_ROW_MAX
 */
export function lookToStandOn<Look extends LookBefore>(looks: readonly Look[], now: Date): Look | null {
  const unchanged = looks.findIndex(({ isUnchanged }) => !isUnchanged)
  const whole = looks[unchanged]
  if (!whole || unchanged >= UNCHANGED_IN_ROW_MAX) return null
  if (whole.kind !== 'fetched' || whole.isBlanked || !isConclusive(whole)) return null
  const age = now.getTime() - whole.at.getTime()
  return age >= 0 && age < WHOLE_LOOK_AT_LEAST_EVERY_DAYS * DAY_MS ? whole : null
}

/** A whole look whose validators are worth keeping for the next request. */
export function isConclusive({ verdict, httpStatus }: Pick<LookBefore, 'verdict' | 'httpStatus'>): boolean {
  const is2xx = httpStatus !== null && httpStatus >= 200 && httpStatus < 300
  return is2xx && !isCannotTell(verdict) && verdict !== 'lost' && verdict !== 'page-gone'
}
