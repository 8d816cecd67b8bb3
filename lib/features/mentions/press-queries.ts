import { can } from '#lib/domain/roles.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { outcomesOf } from './outcome-groups.ts'
import { NOT_BOUGHT, SAID_OURS } from './said-ours-queries.ts'
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
  const links = outcomesOf('links') as string[]
  const [{ total, withLink } = { total: 0, withLink: 0 }] = await workspaceSql<{
    total: number
    withLink: number
  }>(db, scope)`
    SELECT count(*)::int AS "total", (count(*) FILTER (WHERE m."outcome" = ANY (${links})))::int AS "withLink"
      FROM "Mention" m WHERE m."workspaceId" = ${WORKSPACE} AND ${standing(sites)}`
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

/** What was bought is no press, and a page a feed found is none before somebody said that it is about us. */
function standing(sites: readonly string[] | null): Prisma.Sql {
  return Prisma.sql`m."deletedAt" IS NULL AND m."outcome" = ANY (${LIVE}) AND ${NOT_BOUGHT} AND ${SAID_OURS}
    AND (${sites === null}::boolean OR m."siteId" = ANY (${[...(sites ?? [])]}))`
}

/** The day it came out and the day it was recorded stand in two columns, which only SQL can order by as one. */
async function idsInOrder(
  scope: WorkspaceScope,
  sites: readonly string[] | null,
  page: number,
): Promise<string[]> {
  const rows = await workspaceSql<{ id: string }>(database(), scope)`
    SELECT m."id" FROM "Mention" m
    WHERE m."workspaceId" = ${WORKSPACE} AND ${standing(sites)}
    ORDER BY COALESCE(m."publishedOn"::timestamp AT TIME ZONE 'UTC', m."createdAt") DESC, m."id" DESC
    LIMIT ${PRESS_PER_PAGE} OFFSET ${(page - 1) * PRESS_PER_PAGE}`
  return rows.map(({ id }) => id)
}
