import { NotFound } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { noteExported } from './report-audit.ts'
import { fileResponse, formatOf, type ReportFileName } from './report-file.ts'
import { getApprovedReport } from './report-queries.ts'

/** An approved report as a file; who took it, and not its head alone, is written down. @throws NotFound where there is none for this person */
export async function exportReport(
  scope: WorkspaceScope,
  reportId: string,
  file: ReportFileName,
  { isHeadOnly = false } = {},
): Promise<Response> {
  authorizeToSee(scope, 'customer-reports.read')
  const { id, siteId, content } = await getApprovedReport(scope, reportId)
  const answer = await fileResponse(content, file, scope.now)
  if (answer === null) throw new NotFound()
  if (answer.ok && !isHeadOnly)
    await inTransaction((tx) => noteExported(tx, scope, { id, siteId, format: formatOf(file) }))
  return answer
}
