import { isLocalDate } from '#lib/domain/local-date.ts'
import { inTransaction } from '#lib/server/database.ts'
import { evidenceKey } from '#lib/server/evidence-key.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorizeToSee } from '../authorize.ts'
import { buildEvidenceBundle } from './build-evidence-bundle.ts'
import { type EvidencePeriod, evidenceOf, mentionsOfPeriod } from './evidence-queries.ts'

/** Days out of an address; what is none counts as not said. */
export function readEvidenceDays(parameters: URLSearchParams): { from: string; to: string } {
  const day = (name: string) => {
    const written = parameters.get(name) ?? ''
    return isLocalDate(written) ? written : ''
  }
  return { from: day('from'), to: day('to') }
}

/**
 * The signed evidence of a Site's mentions for some days, to take along. That it was taken stands in the audit log, with a
 * hash to know it again by.
 *
 * @throws NotFound; Refusal where there is too much for one; CannotUnseal where this server has lost its key
 */
export async function fetchEvidenceBundle(
  scope: WorkspaceScope,
  period: EvidencePeriod,
): Promise<{ zip: Buffer; fileName: string }> {
  authorizeToSee(scope, 'evidence.bundle')
  const { siteId, from, to } = period
  const { siteName, mentionIds } = await mentionsOfPeriod(scope, period)
  const { zip, manifestHash, mentions } = await buildEvidenceBundle(
    { title: `Mentions of ${siteName}`, siteName, from, to, mentions: evidenceOf(scope, mentionIds) },
    await evidenceKey(scope.now),
  )
  const thing = { objectId: siteId, siteId, details: { mentions, manifestHash } }
  await inTransaction((tx) => recordAudit(tx, scope, 'export.evidence', thing))
  const days = [from, to].filter(Boolean).join('-to-') || 'all'
  return { zip, fileName: `evidence-${scope.workspaceSlug}-${days}.zip` }
}
