import { RETENTION_RULES, type Retention, retentionOf } from '#lib/domain/retention.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'

/** Sets what is let go, and when. Nothing goes before the next night. */
export async function changeRetention(scope: WorkspaceScope, retention: Retention) {
  authorize(scope, 'people.erase')
  const here = { where: { id: scope.workspaceId } }
  await inTransaction(async (tx) => {
    const before = await tx.workspace.findUniqueOrThrow({ ...here, select: { retention: true } })
    const kept = retentionOf(before.retention)
    await tx.workspace.update({ ...here, data: { retention } })
    const settings = RETENTION_RULES.filter((rule) => kept[rule] !== retention[rule])
    if (settings.length === 0) return
    await recordAudit(tx, scope, 'settings.retention', { objectId: scope.workspaceId, details: { settings } })
  })
}
