import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listCustomFields } from './custom-field-queries.ts'
import type { ProspectList } from './prospect-list.ts'
import { listPossibleOwners } from './prospect-queries.ts'

const MOST = 300

/**
 * What a list of prospects can be narrowed down by, beside what every workspace has. Sites, campaigns and tags are asked for
 * only where the page shows them.
 */
export async function listProspectChoices(scope: WorkspaceScope, list: ProspectList) {
  authorizeToSee(scope, 'prospects.read')
  const showsAll = list.open === 'filters'
  const live = { workspaceId: scope.workspaceId, deletedAt: null }
  const named = { orderBy: { name: 'asc' }, take: MOST, select: { id: true, name: true } } as const
  const [owners, sites, campaigns, fields, tags] = await Promise.all([
    listPossibleOwners(scope),
    showsAll || list.site ? database().site.findMany({ where: live, ...named }) : [],
    showsAll || list.campaign ? database().campaign.findMany({ where: live, ...named }) : [],
    listCustomFields(scope, 'prospect'),
    showsAll ? database().tag.findMany({ where: { workspaceId: scope.workspaceId }, ...named }) : [],
  ])
  return { owners, sites, campaigns, fields, tags: tags.map(({ name }) => name) }
}

export type ProspectChoices = Awaited<ReturnType<typeof listProspectChoices>>
