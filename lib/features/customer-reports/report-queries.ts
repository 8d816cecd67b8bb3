import { readReportContent } from '#lib/domain/customer-reports/report-content.ts'
import { type ReportHands, whyNotApprove } from '#lib/domain/customer-reports/report-review.ts'
import type { ReportState } from '#lib/domain/customer-reports/report-states.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { whyReadFirst } from '#lib/domain/second-eyes.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { type Database, database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'

export const REPORTS_PER_PAGE = 25
const SORT = '-added'

/** Reports for customers, newest first. A viewer sees the approved ones of their Sites. */
export async function listReports(
  scope: WorkspaceScope,
  list: { after?: string; before?: string; state?: ReportState | null } = {},
) {
  authorizeToSee(scope, 'customer-reports.read')
  const place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, SORT, 'time')
  const direction = place?.way === 'before' ? 'asc' : 'desc'
  const { rows, before, after } = await pageAt(
    place,
    REPORTS_PER_PAGE,
    (beyond) =>
      database().customerReport.findMany({
        where: {
          ...visibleReports(scope),
          workspaceId: scope.workspaceId,
          AND: [...(list.state ? [{ state: list.state }] : []), ...(beyond ? [{ OR: behind(beyond) }] : [])],
        },
        orderBy: [{ createdAt: direction }, { id: direction }],
        take: REPORTS_PER_PAGE + 1,
        select: {
          ...{
            id: true,
            title: true,
            fromDay: true,
            toDay: true,
            state: true,
            createdAt: true,
            decidedAt: true,
          },
          site: { select: { id: true, name: true } },
          writer: { select: { name: true } },
        },
      }),
    (row) => writeCursor(SORT, row.createdAt, row.id),
  )
  return { reports: rows.map((row) => ({ ...row, state: row.state as ReportState })), before, after }
}

/** A report with who did what of it; not what it says. A viewer finds approved ones of their Sites. @throws NotFound */
export async function getReport(scope: WorkspaceScope, reportId: string) {
  authorizeToSee(scope, 'customer-reports.read')
  const { workspaceId } = scope
  const name = { select: { name: true } }
  const report = await database().customerReport.findFirst({
    where: { ...visibleReports(scope), id: reportId, workspaceId },
    omit: { snapshot: true, onceKey: true },
    include: {
      ...{ site: { select: { id: true, name: true } }, writer: name, editedBy: name, askedBy: name },
      decidedBy: name,
    },
  })
  if (!report) throw new NotFound()
  return { ...report, state: report.state as ReportState }
}

/** What an approved report says, as it was kept. @throws NotFound unless it is approved and this person may see its Site */
export async function getApprovedReport(scope: WorkspaceScope, reportId: string) {
  authorizeToSee(scope, 'customer-reports.read')
  const { workspaceId } = scope
  const report = await database().customerReport.findFirst({
    where: { ...visibleReports(scope), id: reportId, workspaceId, state: 'approved' },
    select: { id: true, siteId: true, snapshot: true, decidedAt: true, updatedAt: true },
  })
  if (!report) throw new NotFound()
  const { id, siteId, snapshot, decidedAt, updatedAt } = report
  return { id, siteId, content: readReportContent(snapshot), approvedAt: decidedAt ?? updatedAt }
}

/** For whoever reviews: why somebody else has to read it, and why this person may not approve it. @throws NotFound */
export async function getReviewOfReport(scope: WorkspaceScope, reportId: string) {
  authorizeToSee(scope, 'campaigns.read')
  const report = await getReport(scope, reportId)
  const hands = await handsOfReport(database(), scope, report)
  return { why: whyReadFirst(hands), whyNot: whyNotApprove(hands, scope) }
}

/** The links that were made to a report, the newest first: never the address itself, of which only a hash is kept. */
export async function listShareLinks(scope: WorkspaceScope, reportId: string) {
  authorizeToSee(scope, 'campaigns.read')
  const links = await database().secretLink.findMany({
    where: { workspaceId: scope.workspaceId, purpose: 'share', reportId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: {
      ...{ id: true, createdAt: true, expiresAt: true, revokedAt: true, usedAt: true, uses: true },
      ...{ passwordHash: true, createdBy: { select: { name: true } } },
    },
  })
  return links.map(({ passwordHash, ...link }) => ({
    ...link,
    hasPassword: passwordHash !== null,
    isOpen: link.revokedAt === null && link.expiresAt > scope.now,
  }))
}

type Written = { siteId: string; writerId: string; editedById: string; handIds: readonly string[] }

/** Everybody who wrote any of a report, and whether somebody has to read it: their letters are read first, or those of a campaign of its Site. */
export async function handsOfReport(
  db: Database | Transaction,
  { workspaceId }: { workspaceId: string },
  { siteId, writerId, editedById, handIds }: Written,
): Promise<ReportHands> {
  const ids = [...new Set([writerId, ...handIds, editedById])]
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true, readFirstAt: true },
  })
  const campaign = await db.campaign.findFirst({
    where: { workspaceId, siteId, deletedAt: null, readFirstAt: { not: null } },
    select: { id: true },
  })
  const hands = members.map(({ id, name, readFirstAt }) => ({
    ...{ memberId: id, name },
    isReadFirst: readFirstAt !== null,
  }))
  return {
    writerId,
    hands: hands.toSorted((a, b) => ids.indexOf(a.memberId) - ids.indexOf(b.memberId)),
    isCampaignReadFirst: campaign !== null,
  }
}

/** Nothing of a Site in the trash, and for a viewer nothing but approved reports of chosen Sites. */
function visibleReports(scope: WorkspaceScope): Prisma.CustomerReportWhereInput {
  const { workspaceId, siteIds } = scope
  return {
    ...{ workspaceId, deletedAt: null, site: { deletedAt: null } },
    ...(siteIds ? { siteId: { in: [...siteIds] } } : {}),
    ...(can(scope.role, 'campaigns.read') ? {} : { state: 'approved' }),
  }
}

function behind({ way, cursor }: PagePlace): Prisma.CustomerReportWhereInput[] {
  const at = new Date(String(cursor.value))
  return way === 'after'
    ? [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: cursor.id } }]
    : [{ createdAt: { gt: at } }, { createdAt: at, id: { gt: cursor.id } }]
}
