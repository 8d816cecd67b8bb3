import { FACT_KINDS, type FactKind } from '#lib/domain/requests/fact-kinds.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { FACT_KEPT_DAYS, FACTS_MAX } from './fact-schema.ts'

const REMOVED_SHOWN = 50
const DAY_MS = 24 * 60 * 60 * 1000

/** A Site's fact sheet in the order of its kinds; empty where there is no such Site. */
export async function listFacts(scope: WorkspaceScope, siteId: string) {
  authorizeToSee(scope, 'facts.read')
  const facts = await database().siteFact.findMany({
    where: { workspaceId: scope.workspaceId, siteId, deletedAt: null, site: { deletedAt: null } },
    orderBy: [{ kind: 'asc' }, { title: 'asc' }, { id: 'asc' }],
    take: FACTS_MAX,
    select: rowFields,
  })
  return facts
    .map((fact) => ({ ...fact, kind: fact.kind as FactKind }))
    .toSorted((a, b) => FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind))
}

export type FactSeen = Awaited<ReturnType<typeof listFacts>>[number]

/** Lines that were taken off the sheet in the last 30 days: they may come back. */
export async function listRemovedFacts(scope: WorkspaceScope, siteId: string) {
  authorizeToSee(scope, 'facts.write')
  const { workspaceId, now } = scope
  return database().siteFact.findMany({
    where: {
      ...{ workspaceId, siteId, site: { deletedAt: null } },
      deletedAt: { gt: new Date(now.getTime() - FACT_KEPT_DAYS * DAY_MS) },
    },
    orderBy: { deletedAt: 'desc' },
    take: REMOVED_SHOWN,
    select: { id: true, title: true },
  })
}

const rowFields = {
  ...{
    id: true,
    kind: true,
    title: true,
    text: true,
    person: true,
    source: true,
    sourceUrl: true,
    saidOn: true,
  },
} as const
