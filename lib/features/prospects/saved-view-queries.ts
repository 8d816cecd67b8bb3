import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const MOST = 100

/** The views one may open: one's own, and those that others share; by name. */
export async function listSavedViews(scope: WorkspaceScope) {
  authorizeToSee(scope, 'prospects.read')
  const { workspaceId, memberId } = scope
  const views = await database().savedView.findMany({
    where: { workspaceId, OR: [{ ownerId: memberId }, { isShared: true }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      name: true,
      query: true,
      isShared: true,
      ownerId: true,
      owner: { select: { name: true } },
    },
  })
  return views.map(({ ownerId, owner, ...view }) => ({
    ...view,
    isMine: ownerId === memberId,
    ownerName: owner.name,
  }))
}

export type SavedView = Awaited<ReturnType<typeof listSavedViews>>[number]
