import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import type { ProspectStage } from '#lib/domain/prospect-stage.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { prospectIdsByKeys } from './outlet-alias-queries.ts'
import { readProspectList } from './prospect-list.ts'
import { listProspects } from './prospect-page-queries.ts'

/** @throws NotFound */
export async function getProspect(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  const prospect = await database().prospect.findFirst({
    where: { ...liveIn(scope), id: prospectId },
    include: { owner: { select: { name: true } } },
  })
  if (!prospect) throw new NotFound()
  return { ...prospect, stage: prospect.stage as ProspectStage }
}

/** The prospect that has this address's outlet key, as its own or as an alias, or null. */
export async function findProspectByAddress(scope: WorkspaceScope, address: string) {
  authorizeToSee(scope, 'prospects.read')
  const outlet = outletKeyOf(address)
  if (!outlet.ok) return null
  const id = (await prospectIdsByKeys(scope, [outlet.key])).get(outlet.key)
  if (!id) return null
  return database().prospect.findFirst({ where: { ...liveIn(scope), id }, select: { id: true, name: true } })
}

/** Who may look after a prospect, by name; those who have left are not among them. */
export async function listPossibleOwners(scope: WorkspaceScope) {
  authorizeToSee(scope, 'prospects.read')
  return database().member.findMany({
    where: { workspaceId: scope.workspaceId, leftAt: null, role: { in: ['owner', 'manager', 'writer'] } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}

/** For the command palette: prospects that hold these words, those added last first. */
export async function searchProspects(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'prospects.read')
  const { prospects } = await listProspects(scope, readProspectList({ q: words }))
  return prospects.slice(0, atMost).map(({ id, name, outletKey }) => ({ id, name, outletKey }))
}

function liveIn(scope: WorkspaceScope) {
  return { workspaceId: scope.workspaceId, deletedAt: null }
}
