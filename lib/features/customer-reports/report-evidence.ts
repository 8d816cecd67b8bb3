import { hasEvidence } from '#lib/domain/customer-reports/report-content.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { publicEvidenceKey } from '#lib/server/evidence-key.ts'
import { countTry } from '#lib/server/throttle.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { AuditActor } from '../audit/audit-log.ts'
import { authorizeToSee } from '../authorize.ts'
import { type ApprovedReport, buildApprovedEvidence, EvidenceBusy } from './approved-evidence.ts'
import { noteEvidenceTaken } from './report-audit.ts'
import { getApprovedReport } from './report-queries.ts'

/** What lies beside a report's page, under this name. */
export const EVIDENCE_FILE = 'evidence.zip'

/**
 * The signed evidence of an approved report, for whoever may read the report. That it was taken stands in the audit log.
 *
 * @throws NotFound, also where the report shows no pages; Refusal where too many ask at once; CannotUnseal where this server
 * has lost its key
 */
export async function fetchReportEvidence(
  scope: WorkspaceScope,
  reportId: string,
): Promise<{ zip: Buffer; fileName: string }> {
  authorizeToSee(scope, 'customer-reports.read')
  const report = await getApprovedReport(scope, reportId)
  if (!hasEvidence(report.content)) throw new NotFound()
  return taken({ ...report, workspaceId: scope.workspaceId }, scope)
}

/**
 * The same for whoever has a link to the report. Slowed for each link: making one is work, and each one is written down.
 *
 * @returns null where the report shows no pages
 */
export async function sharedEvidenceResponse(
  report: ApprovedReport & { id: string; linkId: string },
  now: Date,
): Promise<Response | null> {
  if (!hasEvidence(report.content)) return null
  const { workspaceId, linkId } = report
  const waitMs = await countTry({ kind: 'share-evidence', of: linkId }, now)
  if (waitMs > 0) return later(429, Math.ceil(waitMs / 1000), 'It was taken very often just now.')
  try {
    return evidenceResponse(await taken(report, { workspaceId, now, kind: 'link', id: linkId }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return later(503, 60, error.message)
  }
}

/** A bundle to save. */
export function evidenceResponse({ zip, fileName }: { zip: Buffer; fileName: string }): Response {
  return new Response(new Uint8Array(zip), {
    headers: {
      ...QUIET,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  })
}

/** What evidence of this installation is signed with, as a report names it. */
export async function keyOnReports(now: Date): Promise<{ fingerprint: string; href: string }> {
  const { fingerprint } = await publicEvidenceKey(now)
  return { fingerprint, href: `${settings().appUrl}/.well-known/rapport-evidence-key` }
}

async function taken(report: ApprovedReport & { id: string }, actor: AuditActor) {
  const { zip, fileName, mentions, manifestHash } = await buildApprovedEvidence(report, actor.now).catch(
    (error) => {
      if (error instanceof EvidenceBusy)
        throw new Refusal('Several people are taking evidence just now.', 'Please try again in a minute.')
      throw error
    },
  )
  const { id, siteId } = report
  await inTransaction((tx) => noteEvidenceTaken(tx, actor, { id, siteId, mentions, manifestHash }))
  return { zip, fileName }
}

function later(status: number, seconds: number, words: string): Response {
  return new Response(`${words} Please try again in a little while.\n`, {
    status,
    headers: { ...QUIET, 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(seconds) },
  })
}

const QUIET = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
}
