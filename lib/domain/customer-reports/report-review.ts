import { can, mayApproveReport, type Role, type RoleGrants } from '../roles.ts'
import { isSecondPair, type LetterHands, whyReadFirst } from '../second-eyes.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A look older than this is taken anew before a report goes out. */
export const STALE_AFTER_DAYS = 7

export function lookIsStale(lastLookAt: Date | null, now: Date): boolean {
  return lastLookAt === null || now.getTime() - lastLookAt.getTime() > STALE_AFTER_DAYS * DAY_MS
}

/** Who wrote a report, its writer first, and whether somebody else has to read it. */
export type ReportHands = LetterHands & { writerId: string }

type Reader = { memberId: string; role: Role; grants: RoleGrants }

/**
 * Why this member may not approve a report; null when they may. Where nobody has to read it, owners and managers may approve
 * their own; where somebody has to, nobody approves what they wrote: as with letters.
 */
export function whyNotApprove(report: ReportHands, { memberId, role, grants }: Reader): string | null {
  if (!can(role, 'reports.approve', grants)) return 'An owner, a manager or a reviewer approves it.'
  const isOwn = report.hands.some((hand) => hand.memberId === memberId)
  if (!mayApproveReport(role, { isOwn }, grants)) return 'You wrote in it: somebody else approves it.'
  if (whyReadFirst(report) === null || isSecondPair(report, memberId)) return null
  return 'Somebody else reads what is written here before it goes, and you wrote in it.'
}
