import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** The Sites this person may see, by name, with how much hangs on each. */
export async function listSites(scope: WorkspaceScope) {
  authorizeToSee(scope, 'sites.read')
  return database().site.findMany({
    where: visibleSites(scope),
    orderBy: { name: 'asc' },
    include: {
      _count: {
        select: { campaigns: { where: { deletedAt: null } }, mentions: { where: { deletedAt: null } } },
      },
    },
  })
}

/** @throws NotFound */
export async function getSite(scope: WorkspaceScope, siteId: string) {
  authorizeToSee(scope, 'sites.read')
  const site = await database().site.findFirst({
    where: { AND: [visibleSites(scope), { id: siteId }], workspaceId: scope.workspaceId },
    include: { campaigns: { where: { deletedAt: null }, orderBy: { createdAt: 'desc' } } },
  })
  if (!site) throw new NotFound()
  return site
}

/** A viewer sees chosen Sites only. */
function visibleSites(scope: WorkspaceScope) {
  return {
    workspaceId: scope.workspaceId,
    deletedAt: null,
    ...(scope.siteIds ? { id: { in: [...scope.siteIds] } } : {}),
  }
}
