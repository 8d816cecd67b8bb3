import type { LinkFacts } from './link-facts.ts'
import type { PageObservation } from './page-observation.ts'
import { NAME_SERVER_BUSY } from './transient.ts'

/** What is certainly wrong with the page of ours a link leads to. All of it is in the owner's hands. */
export type TargetTrouble = 'gone' | 'says-not-found' | 'no-such-name'
export type CertainTrouble = Exclude<TargetTrouble, 'no-such-name'>

/**
 * What is wrong with a page of ours, from one look at it. Null: nothing, or nothing certain. A server in trouble (5xx),
 * a wall and a slow answer say nothing about the page.
 */
export function targetTroubleOf(
  { status, failure, failureDetail }: Pick<PageObservation, 'status' | 'failure' | 'failureDetail'>,
  soft404: boolean | null = null,
): TargetTrouble | null {
  if (failure === 'dns' && failureDetail !== NAME_SERVER_BUSY) return 'no-such-name'
  if (failure !== null || status === null) return null
  if (status === 404 || status === 410) return 'gone'
  return soft404 === true && status >= 200 && status < 300 ? 'says-not-found' : null
}

/** What is certainly wrong with the page of ours that a look's best link leads to. Looks of before kept its status only. */
export function brokenTargetOf({
  targetTrouble,
  targetStatus,
}: Pick<LinkFacts, 'targetTrouble' | 'targetStatus'>): CertainTrouble | null {
  // A name that does not resolve may be the fault of the name server we asked: it is noted, and is no verdict.
  if (targetTrouble === 'no-such-name') return null
  if (targetTrouble) return targetTrouble
  return targetStatus === 404 || targetStatus === 410 ? 'gone' : null
}
