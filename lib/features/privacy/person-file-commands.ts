import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { gatherPersonFile, type PersonFile } from './person-file-queries.ts'

/** The file of everything held on a person, for somebody who takes it with them: that stands in the audit log. @throws NotFound */
export async function fetchPersonFile(
  scope: WorkspaceScope,
  contactId: string,
  format: 'html' | 'json',
): Promise<PersonFile> {
  const file = await gatherPersonFile(scope, contactId)
  const thing = { objectId: contactId, details: { format } }
  await inTransaction((tx) => recordAudit(tx, scope, 'export.person', thing))
  return file
}
