import { can, type Role } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** Everybody who may write letters here, and since when somebody else reads theirs first. In the order they came. */
export async function listWritersReadFirst(scope: WorkspaceScope) {
  authorizeToSee(scope, 'workspace.settings')
  const members = await database().member.findMany({
    where: { workspaceId: scope.workspaceId, leftAt: null },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, role: true, readFirstAt: true },
  })
  return members
    .map((member) => ({ ...member, role: member.role as Role }))
    .filter(({ role }) => can(role, 'pitches.write'))
}
