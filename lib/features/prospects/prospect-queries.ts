import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { PROSPECTS_PER_PAGE, type ProspectList, type ProspectSort } from './prospect-list.ts'
import { type Standing, stageWhere, standingsOf } from './prospect-stage-queries.ts'

const MOST_BY_CONTACT = 500

/** One page of prospects and how many there are in all. A page past the end is the last one. */
export async function listProspects(scope: WorkspaceScope, list: ProspectList) {
  authorizeToSee(scope, 'prospects.read')
  const where = await whereOf(scope, list)
  const total = await database().prospect.count({ where })
  const pages = Math.max(1, Math.ceil(total / PROSPECTS_PER_PAGE))
  const page = Math.min(list.page, pages)
  const rows = await database().prospect.findMany({
    where,
    orderBy: ORDERS[list.sort],
    skip: (page - 1) * PROSPECTS_PER_PAGE,
    take: PROSPECTS_PER_PAGE,
    select: {
      id: true,
      kind: true,
      name: true,
      homepage: true,
      outletKey: true,
      createdAt: true,
      lastTouchAt: true,
      notForUsAt: true,
      owner: { select: { name: true } },
    },
  })
  const standings = await standingsOf(scope, rows)
  const prospects = rows.map((row) => ({ ...row, ...standing(standings, row.id) }))
  return { prospects, total, page, pages }
}

/** @throws NotFound */
export async function getProspect(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  const prospect = await database().prospect.findFirst({
    where: { ...liveIn(scope), id: prospectId },
    include: { owner: { select: { name: true } } },
  })
  if (!prospect) throw new NotFound()
  return { ...prospect, ...standing(await standingsOf(scope, [prospect]), prospectId) }
}

/** The prospect that has this address's outlet key, or null. */
export async function findProspectByAddress(scope: WorkspaceScope, address: string) {
  authorizeToSee(scope, 'prospects.read')
  const outlet = outletKeyOf(address)
  if (!outlet.ok) return null
  return database().prospect.findFirst({
    where: { workspaceId: scope.workspaceId, liveOutletKey: outlet.key },
    select: { id: true, name: true },
  })
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

/** For the command palette: prospects whose name or address holds these words. */
export async function searchProspects(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'prospects.read')
  return database().prospect.findMany({
    where: { ...liveIn(scope), OR: nameOrAddress(words) },
    orderBy: [{ lastTouchAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: atMost,
    select: { id: true, name: true, outletKey: true },
  })
}

// deletedAt is null in every row listed; naming it first lets PostgreSQL walk the index instead of sorting everything.
const ORDERS: Readonly<Record<ProspectSort, Prisma.ProspectOrderByWithRelationInput[]>> = {
  '-added': [{ deletedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
  added: [{ deletedAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  name: [{ deletedAt: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  '-name': [{ deletedAt: 'desc' }, { name: 'desc' }, { id: 'desc' }],
  '-touch': [{ lastTouchAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
  touch: [{ deletedAt: 'asc' }, { lastTouchAt: 'asc' }, { id: 'asc' }],
}

function standing(standings: Map<string, Standing>, id: string): Standing {
  return standings.get(id) ?? { stage: 'to-read', readingNoteCount: 0, mentionCount: 0 }
}

function liveIn(scope: WorkspaceScope) {
  return { workspaceId: scope.workspaceId, deletedAt: null }
}

async function whereOf(scope: WorkspaceScope, { q, kind, stage, owner }: ProspectList) {
  return {
    ...liveIn(scope),
    ...(kind ? { kind } : {}),
    ...(owner ? { ownerId: owner } : {}),
    AND: [
      ...(stage ? [stageWhere[stage]] : []),
      ...(q ? [{ OR: [...nameOrAddress(q), { id: { in: await idsByContact(scope, q) } }] }] : []),
    ],
  } satisfies Prisma.ProspectWhereInput
}

/** A pasted address finds its outlet too, in its own letters or not. */
function nameOrAddress(words: string): Prisma.ProspectWhereInput[] {
  const contains = { contains: likeText(words), mode: 'insensitive' } as const
  const outlet = outletKeyOf(words)
  return [{ name: contains }, { outletKey: contains }, ...(outlet.ok ? [{ outletKey: outlet.key }] : [])]
}

/** Asked apart, so that each half of a search has its own index. */
async function idsByContact(scope: WorkspaceScope, words: string): Promise<string[]> {
  const affiliations = await database().affiliation.findMany({
    where: {
      workspaceId: scope.workspaceId,
      until: null,
      contact: { deletedAt: null, name: { contains: likeText(words), mode: 'insensitive' } },
    },
    select: { prospectId: true },
    distinct: 'prospectId',
    take: MOST_BY_CONTACT,
  })
  return affiliations.map((affiliation) => affiliation.prospectId)
}
