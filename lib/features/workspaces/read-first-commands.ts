import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'

type Wish = { memberId: string; isReadFirst: boolean }

/**
 * Says whether somebody else reads a writer's letters before they go, or takes it back. It counts at once, for letters that
 * are ready too: lib/features/pitches/second-eyes-queries.ts.
 *
 * @throws NotFound; Refusal when a manager would free themselves of it
 */
export async function readWriterFirst(scope: WorkspaceScope, { memberId, isReadFirst }: Wish) {
  authorize(scope, 'workspace.settings')
  const { workspaceId, now } = scope
  if (!isReadFirst && memberId === scope.memberId && scope.role !== 'owner') {
    throw new Refusal('Somebody asked to read your letters first.', 'Another manager or an owner ends that.')
  }
  const it = { id: memberId, workspaceId, leftAt: null }
  await inTransaction(async (tx) => {
    const member = await tx.member.findFirst({ where: it, select: { readFirstAt: true } })
    if (!member) throw new NotFound()
    const { count } = await tx.member.updateMany({
      where: { ...it, readFirstAt: isReadFirst ? null : { not: null } },
      data: { readFirstAt: isReadFirst ? now : null },
    })
    if (count === 0) return
    const details = { isOn: isReadFirst }
    await recordAudit(tx, scope, 'settings.member-read-first', { objectId: memberId, details })
  })
}
