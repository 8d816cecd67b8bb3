import { inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { evidenceKey, publicEvidenceKey } from '#lib/server/evidence-key.ts'
import { narrowedToSite, type WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorizeToSee } from '../authorize.ts'
import { buildEvidenceBundle } from '../exports/build-evidence-bundle.ts'
import { evidenceOf } from '../exports/evidence-queries.ts'
import { getApprovedReport } from './report-queries.ts'

/**
 * The signed evidence of the very pages an approved report tells of, as it stands today: one file to send after the report.
 * What was moved to the trash since is not in it. That it was taken stands in the audit log.
 *
 * @throws NotFound; Refusal where there is too much for one; CannotUnseal where this server has lost its key
 */
export async function fetchReportEvidence(
  scope: WorkspaceScope,
  reportId: string,
): Promise<{ zip: Buffer; fileName: string }> {
  authorizeToSee(scope, 'evidence.bundle')
  const { siteId, content } = await getApprovedReport(scope, reportId)
  const { title, site, from, to, clips } = content
  const ids = clips.map(({ mentionId }) => mentionId)
  const { zip, manifestHash, mentions } = await buildEvidenceBundle(
    {
      title,
      siteName: site.name,
      from,
      to,
      mentions: evidenceOf(narrowedToSite(scope, siteId) ?? scope, ids),
    },
    await evidenceKey(scope.now),
  )
  const thing = { objectId: siteId, siteId, details: { mentions, manifestHash } }
  await inTransaction((tx) => recordAudit(tx, scope, 'export.evidence', thing))
  return { zip, fileName: `evidence-${from}-to-${to}.zip` }
}

/** What evidence of this installation is signed with, as a report names it. */
export async function keyOnReports(now: Date): Promise<{ fingerprint: string; href: string }> {
  const { fingerprint } = await publicEvidenceKey(now)
  return { fingerprint, href: `${settings().appUrl}/.well-known/rapport-evidence-key` }
}
