import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { visibleMentions } from '../mentions/mention-filter.ts'

/** How many mentions stand at each outcome, of one Site or of all that may be seen, the most first. */
export async function countOutcomes(scope: WorkspaceScope, siteId?: string) {
  authorizeToSee(scope, 'mentions.read')
  const counted = await database().mention.groupBy({
    by: ['outcome'],
    where: { ...visibleMentions(siteId ? { siteId } : {}, scope), workspaceId: scope.workspaceId },
    _count: { _all: true },
  })
  return counted
    .map(({ outcome, _count }) => ({ outcome, count: _count._all }))
    .sort((a, b) => b.count - a.count || a.outcome.localeCompare(b.outcome))
}
