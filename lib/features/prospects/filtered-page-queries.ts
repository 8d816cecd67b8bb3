import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { askWorkspace, WORKSPACE, type WorkspaceQuery, workspaceQuery } from '#lib/server/workspace-sql.ts'
import { allOf, datesSql, exactlySql, facetsSql, stretchesOf } from './prospect-filter-queries.ts'
import { joinsSql, lineSql } from './prospect-line-queries.ts'
import type { ProspectList } from './prospect-list.ts'
import type { Cursor } from './prospect-list-cursor.ts'
import { cursorSql, KEYS, KEYS_AS_TEXT, placeSql, walkOf } from './prospect-order-queries.ts'

/**
 * How far a filter looks: so many rows of the order's index first. If they fill no page, all that fits is sorted on the
 * spot where that is few; else the index is walked again, so far and no further. (For a limit near to all rows there are,
 * PostgreSQL would read the table instead.)
 */
export const REACH = { near: 4_000, few: 300, far: 6_000 }

/**
 * A page of a list that facets and dates narrow.
 *
 * @param narrowed the conditions, of rows `p` with facets and dates
 * @param limit rows of a page, and one more
 */
export function filteredPageSql(
  scope: WorkspaceScope,
  list: ProspectList,
  { narrowed, limit, reach }: { narrowed: Prisma.Sql[]; limit: number; reach: typeof REACH },
): WorkspaceQuery {
  const walk = walkOf(list)
  const { order, reversed, cursor } = placeSql(list, walk)
  const key = KEYS[list.sort]
  const facets = facetsSql(scope, list)
  const live = Prisma.sql`p."deletedAt" IS NULL`
  const stretches = stretchesOf(scope, list)
  const { next, touch } = stretches
  const inKey = allOf(inKeySql(list, stretches))
  const inOrder = Prisma.sql`ORDER BY "k" ${reversed}, "id" ${reversed} LIMIT ${limit}`
  return workspaceQuery(scope)`
    WITH near AS MATERIALIZED (
      SELECT p."id", p."k" FROM (
        SELECT p."id", ${key} AS "k", p."facets", p."lastTouchAt", p."nextTouchOn" FROM "Prospect" p
         WHERE p."workspaceId" = ${WORKSPACE} AND ${live} AND ${cursor} AND ${inKey} ORDER BY ${order} LIMIT ${reach.near}) p
       WHERE ${allOf(narrowed)} LIMIT ${limit}),
    few AS MATERIALIZED (
      SELECT p."id", ${key} AS "k" FROM rapport_few_prospects(${WORKSPACE}, ${facets ?? Prisma.sql`'{}'::int[]`},
        ${next?.[0]}::date, ${next?.[1]}::date, ${touch?.[0]}::timestamptz, ${touch?.[1]}::timestamptz, ${reach.few + 1}::int) p
       WHERE (SELECT count(*) FROM near) < ${limit}),
    page AS MATERIALIZED (
      SELECT "id", "k" FROM near WHERE (SELECT count(*) FROM near) = ${limit}
      UNION ALL
      (SELECT "id", "k" FROM few
        WHERE (SELECT count(*) FROM few) <= ${reach.few} AND ${cursorSql(list, walk, Prisma.sql`"k"`, Prisma.sql`"id"`)} ${inOrder})
      UNION ALL
      (SELECT p."id", p."k" FROM (
          SELECT p."id", ${key} AS "k", p."facets", p."lastTouchAt", p."nextTouchOn" FROM "Prospect" p
           WHERE p."workspaceId" = ${WORKSPACE} AND ${live} AND ${cursor} AND ${inKey} ORDER BY ${order} LIMIT ${reach.far}) p
        WHERE (SELECT count(*) FROM few) > ${reach.few} AND ${allOf(narrowed)} LIMIT ${limit}))
    SELECT line.*, many."isMany" FROM (SELECT (SELECT count(*) FROM few) > ${reach.few} AS "isMany") many LEFT JOIN LATERAL (
      SELECT ${lineSql(list)}, page."k" FROM page
        JOIN LATERAL (SELECT * FROM "Prospect" q WHERE q."id" = page."id" AND q."workspaceId" = ${WORKSPACE} OFFSET 0) p
          ON true ${joinsSql(list)}
       WHERE ${exactlySql(list)}) line ON true ORDER BY line."k" ${reversed}, line."id" ${reversed}`
}

/** How far a filter looked; null where the list ends before that. */
export async function farthest(
  scope: WorkspaceScope,
  list: ProspectList,
  far: number,
): Promise<Cursor | null> {
  const { order, cursor } = placeSql(list, list.sort)
  const inKey = allOf(inKeySql(list, stretchesOf(scope, list)))
  const [row] = await askWorkspace<Cursor>(
    database(),
    workspaceQuery(scope)`
      SELECT ${KEYS_AS_TEXT[list.sort]} AS "key", p."id" FROM "Prospect" p
       WHERE p."workspaceId" = ${WORKSPACE} AND p."deletedAt" IS NULL AND ${cursor} AND ${inKey} ORDER BY ${order} OFFSET ${far - 1} LIMIT 1`,
  )
  return row ?? null
}

/** Dates of the very key a list is sorted by: its index is walked among those only. */
function inKeySql({ sort }: ProspectList, { next, touch }: ReturnType<typeof stretchesOf>): Prisma.Sql[] {
  return datesSql({ next: sort === 'next' ? next : null, touch: sort.endsWith('touch') ? touch : null })
}
