import { createHash } from 'node:crypto'
import { whatItSays } from '#lib/domain/customer-reports/report-content.ts'
import { whyNotApprove } from '#lib/domain/customer-reports/report-review.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { freshenLooks } from '../mentions/freshen-looks.ts'
import { type Composed, composeReport } from './compose-report.ts'
import { noteApproved } from './report-audit.ts'
import { handsOfReport } from './report-queries.ts'
import type { ApproveReportInput, GiveBackInput } from './report-schema.ts'

type OfReport = { reportId: string }

/**
 * Gives a report to review, and asks for a fresh look at every page in it whose last look is too old. A second press finds it
 * there and changes nothing.
 *
 * @returns how many looks were asked for
 * @throws NotFound; Refusal when it is approved, or there is too much in it
 */
export async function askForReview(
  scope: WorkspaceScope,
  { reportId }: OfReport,
): Promise<{ looks: number }> {
  authorize(scope, 'customer-reports.write')
  const { workspaceId, memberId, now } = scope
  const report = await reportFor(scope, reportId)
  if (report.state === 'in-review') return { looks: 0 }
  if (report.state === 'approved')
    throw new Refusal('It is approved already.', 'Share it, or write a new one.')
  const { waitingIds } = await composeReport(scope, report)
  return inTransaction(async (tx) => {
    const { count } = await tx.customerReport.updateMany({
      where: { workspaceId, id: reportId, deletedAt: null, state: report.state, version: report.version },
      data: {
        ...{ state: 'in-review', askedAt: now, askedById: memberId, remark: '', updatedAt: now },
        ...{ decidedAt: null, decidedById: null, version: { increment: 1 } },
      },
    })
    if (count === 0) throw meanwhile()
    return { looks: await freshenLooks(tx, scope, wanted(report.title, waitingIds)) }
  })
}

/** While a report waits for its review, its looks may grow old again: asks for fresh ones. @throws NotFound, Refusal */
export async function lookAgain(scope: WorkspaceScope, { reportId }: OfReport): Promise<{ looks: number }> {
  authorize(scope, 'mentions.write')
  const report = await reportFor(scope, reportId)
  if (report.state === 'approved') throw new Refusal('It is approved, and says for good what it says.')
  const { waitingIds } = await composeReport(scope, report)
  return inTransaction(async (tx) => ({
    looks: await freshenLooks(tx, scope, wanted(report.title, waitingIds)),
  }))
}

/** Back into the writer's hands, before anybody decided. Twice is once. @throws NotFound; Refusal when it is approved */
export async function takeBackReport(scope: WorkspaceScope, { reportId }: OfReport) {
  authorize(scope, 'customer-reports.write')
  const { workspaceId, now } = scope
  const { count } = await database().customerReport.updateMany({
    where: { workspaceId, id: reportId, deletedAt: null, state: 'in-review' },
    data: { state: 'draft', updatedAt: now, version: { increment: 1 } },
  })
  if (count > 0) return
  const report = await reportFor(scope, reportId)
  if (report.state === 'approved') throw new Refusal('It was approved meanwhile.', 'Write a new one.')
}

/** Says what should be different, and gives it back. @throws NotFound; Refusal when it is not in review */
export async function giveBackReport(scope: WorkspaceScope, { reportId, remark }: GiveBackInput) {
  authorize(scope, 'reports.approve')
  const { workspaceId, memberId, now } = scope
  const { count } = await database().customerReport.updateMany({
    where: { workspaceId, id: reportId, deletedAt: null, state: 'in-review' },
    data: {
      ...{ state: 'given-back', remark, decidedAt: now, decidedById: memberId, updatedAt: now },
      version: { increment: 1 },
    },
  })
  if (count > 0) return
  await reportFor(scope, reportId)
  throw notInReview()
}

/**
 * Approves a report: everything it shows is kept as it is now, and stays so.
 *
 * @throws NotFound; Refusal when this member may not, it says something else than was read, or looks are still to come and
 * no reason is given (field "reason")
 */
export async function approveReport(scope: WorkspaceScope, { reportId, read, reason }: ApproveReportInput) {
  authorize(scope, 'reports.approve')
  const { workspaceId, memberId, now } = scope
  const report = await reportFor(scope, reportId)
  if (report.state === 'approved') throw new Refusal('It is approved already.', 'Load this page again.')
  if (report.state !== 'in-review') throw notInReview()
  const whyNot = whyNotApprove(await handsOfReport(database(), scope, report), scope)
  if (whyNot !== null) throw new Refusal(whyNot, 'Ask somebody else here to read it.')
  const composed = await composeReport(scope, report)
  refuseUnread(composed, read)
  refuseWaiting(composed, reason)
  await inTransaction(async (tx) => {
    const { count } = await tx.customerReport.updateMany({
      where: { workspaceId, id: reportId, deletedAt: null, state: 'in-review', version: report.version },
      data: {
        ...{ state: 'approved', decidedAt: now, decidedById: memberId, remark: '', updatedAt: now },
        snapshot: composed.content as unknown as Prisma.InputJsonObject,
        waitingReason: composed.waitingIds.length > 0 ? reason : '',
        version: { increment: 1 },
      },
    })
    if (count === 0) throw meanwhile()
    await noteApproved(tx, scope, { id: reportId, siteId: report.siteId })
  })
}

/** What stands in a report, as a short text: the same for two that say the same. */
export function readMark({ content }: Pick<Composed, 'content'>): string {
  return createHash('sha256').update(whatItSays(content)).digest('base64url')
}

function refuseUnread(composed: Composed, read: string) {
  if (readMark(composed) === read) return
  throw new Refusal(
    'It says something else than when you read it: a look has come in, or somebody changed a mention.',
    'Read it once more below, and approve what it says now.',
  )
}

function refuseWaiting({ waitingIds }: Composed, reason: string) {
  if (waitingIds.length === 0 || reason !== '') return
  const pages = waitingIds.length === 1 ? 'One page is' : `${waitingIds.length} pages are`
  throw new Refusal(
    `${pages} still to be looked at.`,
    'Wait for the looks, or say why it goes out without them.',
    'reason',
  )
}

async function reportFor({ workspaceId }: WorkspaceScope, id: string) {
  const report = await database().customerReport.findFirst({
    where: { workspaceId, id, deletedAt: null, site: { deletedAt: null } },
    omit: { snapshot: true },
  })
  if (!report) throw new NotFound()
  return report
}

function wanted(title: string, mentionIds: readonly string[]) {
  return { mentionIds, words: `For the report "${title}"` }
}

function notInReview(): Refusal {
  return new Refusal('It is not in review any more.', 'Load this page again to see how it stands.')
}

function meanwhile(): Refusal {
  return new Refusal('Somebody else has changed it meanwhile.', 'Load this page again, and try once more.')
}
