import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { outcomesOf } from './outcome-groups.ts'
import { readFacts } from './stored-look.ts'

/** One sheet of paper holds about twenty; a list is for printing, so a page of it is long. */
export const PRESS_PER_PAGE = 200
/** The newest look may be one that could not tell. */
const LOOKS_READ = 4
/** What stands there today and is about us, with a link or without: counted apart, never summed. */
const LIVE = [...outcomesOf('links'), ...outcomesOf('unlinked'), ...outcomesOf('featured')]

/** Every page about us that stands, newest first by the day it came out, where that is known, or else was recorded. */
export async function listPress(
  scope: WorkspaceScope,
  { site = '', page = 1 }: { site?: string; page?: number } = {},
) {
  authorizeToSee(scope, 'mentions.read')
  const { workspaceId, siteIds } = scope
  const db = database()
  const sites = site ? [site].filter((id) => siteIds === null || siteIds.includes(id)) : siteIds
  const where = {
    workspaceId,
    deletedAt: null,
    outcome: { in: LIVE },
    ...(sites === null ? {} : { siteId: { in: [...sites] } }),
  }
  const byOutcome = await db.mention.groupBy({ by: ['outcome'], where, _count: true })
  const total = byOutcome.reduce((sum, { _count }) => sum + _count, 0)
  const links = outcomesOf('links') as string[]
  const withLink = byOutcome.reduce(
    (sum, { outcome, _count }) => sum + (links.includes(outcome) ? _count : 0),
    0,
  )
  const pages = Math.max(1, Math.ceil(total / PRESS_PER_PAGE))
  const shown = Math.min(page, pages)
  const ids = await idsInOrder(scope, sites, shown)
  const rows = await db.mention.findMany({
    where: { workspaceId, id: { in: ids } },
    select: {
      id: true,
      url: true,
      outcome: true,
      provenance: true,
      publishedOn: true,
      createdAt: true,
      site: { select: { id: true, name: true } },
      prospect: { select: { name: true, deletedAt: true } },
      linkChecks: {
        orderBy: [{ at: 'desc' }, { number: 'desc' }],
        take: LOOKS_READ,
        select: { verdict: true, facts: true },
      },
    },
  })
  const seesOutlets = can(scope.role, 'prospects.read')
  const press = rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ linkChecks, prospect, ...mention }) => ({
      ...mention,
      outlet: seesOutlets && prospect?.deletedAt === null ? prospect.name : null,
      isLinked: links.includes(mention.outcome),
      words: wordsOf(linkChecks.find(({ verdict }) => verdict === mention.outcome) ?? linkChecks[0]),
    }))
  return { press, total, withLink, page: shown, pages }
}

/** What stands around the link or the name, as a look saw it. */
export function wordsOf(look: { facts: unknown } | undefined): string {
  const { context, mentionContext } = readFacts(look?.facts)
  return context ?? mentionContext ?? ''
}

/** The day it came out and the day it was recorded stand in two columns, which only SQL can order by as one. */
async function idsInOrder(
  scope: WorkspaceScope,
  sites: readonly string[] | null,
  page: number,
): Promise<string[]> {
  const rows = await workspaceSql<{ id: string }>(database(), scope)`
    SELECT "id" FROM "Mention"
    WHERE "workspaceId" = ${WORKSPACE} AND "deletedAt" IS NULL AND "outcome" = ANY (${LIVE})
      AND (${sites === null}::boolean OR "siteId" = ANY (${[...(sites ?? [])]}))
    ORDER BY COALESCE("publishedOn"::timestamp AT TIME ZONE 'UTC', "createdAt") DESC, "id" DESC
    LIMIT ${PRESS_PER_PAGE} OFFSET ${(page - 1) * PRESS_PER_PAGE}`
  return rows.map(({ id }) => id)
}
