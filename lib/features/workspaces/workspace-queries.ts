import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** What the settings page shows. */
export async function getWorkspaceSettings(scope: WorkspaceScope) {
  authorizeToSee(scope, 'workspace.settings')
  return database().workspace.findUniqueOrThrow({
    where: { id: scope.workspaceId },
    select: { name: true, postalAddress: true, slug: true, rawPageDays: true },
  })
}
