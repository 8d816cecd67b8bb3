import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import { makeSecretToken } from '#lib/server/secret-tokens.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { secretAddress } from '../workspaces/secret-links.ts'
import { noteLinkEnded, noteLinkMade } from './report-audit.ts'
import type { ShareReportInput } from './report-schema.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MOST_OPEN_LINKS = 20

/**
 * Makes a link by which somebody without an account reads an approved report. Its address is in the answer and nowhere else:
 * only its hash is kept, and of the password, too.
 *
 * @throws NotFound; Refusal when the report is not approved, or a great many links are open
 */
export async function shareReport(
  scope: WorkspaceScope,
  { reportId, days, password }: ShareReportInput,
): Promise<{ linkId: string; address: string }> {
  authorize(scope, 'customer-reports.share')
  const { workspaceId, userId, now } = scope
  const { token, tokenHash } = makeSecretToken()
  const passwordHash = password === '' ? null : await hashPassword(password)
  const linkId = await inTransaction(async (tx) => {
    const report = await tx.customerReport.findFirst({
      where: { workspaceId, id: reportId, deletedAt: null, site: { deletedAt: null } },
      select: { state: true, siteId: true },
    })
    if (!report) throw new NotFound()
    if (report.state !== 'approved')
      throw new Refusal('It is not approved yet.', 'Have it reviewed first; then it can go out.')
    const open = await tx.secretLink.count({
      where: { workspaceId, purpose: 'share', reportId, revokedAt: null, expiresAt: { gt: now } },
    })
    if (open >= MOST_OPEN_LINKS)
      throw new Refusal(
        `${MOST_OPEN_LINKS} links to this report are open.`,
        'Close one that nobody needs first.',
      )
    const { siteId } = report
    const { id } = await tx.secretLink.create({
      data: {
        ...{ tokenHash, purpose: 'share', workspaceId, reportId, siteIds: [siteId], passwordHash },
        ...{ createdById: userId, createdAt: now, expiresAt: new Date(now.getTime() + days * DAY_MS) },
      },
      select: { id: true },
    })
    await noteLinkMade(tx, scope, { id, reportId, siteId })
    return id
  })
  return { linkId, address: secretAddress('share', token) }
}

/** It leads nowhere from now on. Twice is once. @throws NotFound */
export async function revokeShareLink(scope: WorkspaceScope, linkId: string) {
  authorize(scope, 'customer-reports.share')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const where = { workspaceId, id: linkId, purpose: 'share' }
    const link = await tx.secretLink.findFirst({ where, select: { reportId: true, siteIds: true } })
    if (!link?.reportId) throw new NotFound()
    const { count } = await tx.secretLink.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: now },
    })
    if (count === 0) return
    await noteLinkEnded(tx, scope, { id: linkId, reportId: link.reportId, siteId: link.siteIds[0] ?? '' })
  })
}
