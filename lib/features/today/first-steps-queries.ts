import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** Which of the first steps somebody has taken here. */
export async function findFirstSteps(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  const where = { workspaceId: scope.workspaceId, deletedAt: null }
  const select = { id: true }
  // An order that an index has: unordered, another workspace's rows might be read through to find none of ours.
  const [site, campaign, prospect, reading, pitch] = await Promise.all([
    database().site.findFirst({ where, select }),
    database().campaign.findFirst({ where, select }),
    database().prospect.findFirst({ where, select, orderBy: { createdAt: 'desc' } }),
    database().readingNote.findFirst({
      where,
      select,
      orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }],
    }),
    database().pitch.findFirst({ where, select, orderBy: [{ deletedAt: 'desc' }, { updatedAt: 'desc' }] }),
  ])
  return {
    site: site !== null,
    campaign: campaign !== null,
    prospect: prospect !== null,
    reading: reading !== null,
    pitch: pitch !== null,
  }
}
