import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** Everybody a report may be narrowed to: who works here or did, but for viewers. */
export async function listReportMembers(scope: WorkspaceScope) {
  authorizeToSee(scope, 'reports.letters')
  return database().member.findMany({
    where: { workspaceId: scope.workspaceId, role: { not: 'viewer' } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}
