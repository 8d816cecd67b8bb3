import type { Retention } from '#lib/domain/retention.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'

/** Sets what is let go, and when. Nothing goes before the next night. */
export async function changeRetention(scope: WorkspaceScope, retention: Retention) {
  authorize(scope, 'people.erase')
  await database().workspace.update({ where: { id: scope.workspaceId }, data: { retention } })
}
