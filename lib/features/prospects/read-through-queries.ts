import { Prisma } from '#lib/generated/prisma/client.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, type WorkspaceQuery, workspaceQuery } from '#lib/server/workspace-sql.ts'
import { fewByValuesSql, ownSql } from './own-condition-queries.ts'
import { allOf, datesSql, exactlySql, facetsSql, stretchesOf } from './prospect-filter-queries.ts'
import { joinsSql, lineSql } from './prospect-line-queries.ts'
import type { ProspectList } from './prospect-list.ts'
import { KEYS, placeSql, walkOf } from './prospect-order-queries.ts'

/** So few rows that can fit are read and sorted on the spot. */
const FEW = 400
/** Where there are more, so many are read in the list's order before a page ends, full or not. */
const MOST_READ = 1_400
/** The same where the order's index tells whether a row fits. */
const MOST_PASSED = 5_000

/** The last row of an order that was looked at, where looking ended before the page was full. */
export type Stop = {
  stopId: string | null
  stopCreatedAt: Date
  stopNameKey: string
  stopLastTouchAt: Date | null
  stopNextTouchOn: Date | null
}

/** Whether a list asks what facets cannot say: more or less than, parts of words, nothing at all. */
export function isReadThrough({ own }: ProspectList): boolean {
  return own.some(({ op, value }) => op !== 'is' || value === 'empty')
}

/**
 * A page of such a list. Where an index says that few can fit, those are read; else the list's order is read through, so far
 * and no further, and where that was is told (Stop).
 *
 * @param limit rows of a page, and one more
 */
export function readThroughSql(scope: WorkspaceScope, list: ProspectList, limit: number): WorkspaceQuery {
  const { order, reversed, cursor } = placeSql(list, walkOf(list))
  const key = KEYS[list.sort]
  const facets = facetsSql(scope, list)
  const live = Prisma.sql`p."deletedAt" IS NULL`
  const narrowed = [
    ...(facets ? [Prisma.sql`p."facets" @> ${facets}`] : []),
    ...datesSql(stretchesOf(scope, list)),
  ]
  const mustRead = list.own.some(({ op }) => op !== 'is')
  const passing = allOf([...narrowed, ...ownSql(scope, list.own, mustRead ? 'row' : 'facets')])
  const fitting = allOf([live, ...narrowed, exactlySql(list), ...ownSql(scope, list.own)])
  const query = workspaceQuery(scope)
  const most = mustRead ? MOST_READ : MOST_PASSED
  return query`
    WITH few AS MATERIALIZED (SELECT ${fewByValuesSql(scope, list.own, { facets, most: FEW })} AS "ids"),
    walked AS MATERIALIZED (
      SELECT p."id", ${key} AS "k", p."facets", p."lastTouchAt", p."nextTouchOn"
             ${mustRead ? Prisma.sql`, p."custom"` : Prisma.empty} FROM "Prospect" p
       WHERE (SELECT "ids" FROM few) IS NULL AND p."workspaceId" = ${WORKSPACE} AND ${live} AND ${cursor}
       ORDER BY ${order} LIMIT ${most}),
    page AS MATERIALIZED (
      (SELECT p."id", p."k" FROM walked p WHERE ${passing} LIMIT ${limit})
      UNION ALL
      (SELECT p."id", ${key} AS "k" FROM "Prospect" p
        WHERE p."id" = ANY ((SELECT "ids" FROM few)::text[]) AND p."workspaceId" = ${WORKSPACE} AND ${fitting}
          AND ${cursor}
        ORDER BY ${order} LIMIT ${limit})),
    far AS MATERIALIZED (
      SELECT w."id" FROM walked w WHERE (SELECT count(*) FROM page) < ${limit} OFFSET ${most - 1} LIMIT 1)
    SELECT shown.*, stop."id" AS "stopId", stop."createdAt" AS "stopCreatedAt", stop."nameKey" AS "stopNameKey",
           stop."lastTouchAt" AS "stopLastTouchAt", stop."nextTouchOn" AS "stopNextTouchOn"
      FROM (SELECT 1) one LEFT JOIN "Prospect" stop ON stop."id" = (SELECT "id" FROM far) AND stop."workspaceId" = ${WORKSPACE}
      LEFT JOIN (
        SELECT page."k", ${lineSql(list)} FROM page JOIN "Prospect" p ON p."id" = page."id" ${joinsSql(list)}
         WHERE ${exactlySql(list)}) shown ON true
     ORDER BY shown."k" ${reversed}, shown."id" ${reversed}`
}
