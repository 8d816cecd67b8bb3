import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
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
  const member = await database().member.findFirst({
    where: { id: memberId, workspaceId, leftAt: null },
    select: { readFirstAt: true },
  })
  if (!member) throw new NotFound()
  await database().member.updateMany({
    where: { id: memberId, workspaceId, leftAt: null, readFirstAt: isReadFirst ? null : { not: null } },
    data: { readFirstAt: isReadFirst ? now : null },
  })
}
