import { PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { askWorkspace, WORKSPACE, type WorkspaceQuery, workspaceQuery } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { farthest, filteredPageSql, REACH } from './filtered-page-queries.ts'
import { ownSql } from './own-condition-queries.ts'
import { allOf, datesSql, exactlySql, facetsSql, stretchesOf, wordsSql } from './prospect-filter-queries.ts'
import { joinsSql, lineSql, type ProspectLine } from './prospect-line-queries.ts'
import { PROSPECTS_PER_PAGE, type ProspectList } from './prospect-list.ts'
import { readCursor, writeCursor } from './prospect-list-cursor.ts'
import { keyOf, type Place, placeSql, walkOf } from './prospect-order-queries.ts'
import { isReadThrough, readThroughSql, type Stop } from './read-through-queries.ts'

/** Of a search in another order than "last added": so many of the last added are put in that order. */
export const MOST_SORTED = 150
/** Of a search that also asks fields of one's own, so many are read before a page ends. */
const MOST_READ = 30
/** A page on which nothing was found is looked for further, so many times, before somebody is asked to. */
const MOST_ROUNDS = 16
const IN_GROUP = 10

export type ProspectPage = {
  prospects: ProspectLine[]
  /** Places to go on from, for `after` and `before` in the address; null where there is nothing there. */
  after: string | null
  before: string | null
  /**
   * A search or a filter that many rows answer, or that no index knows, looks only so far. "sorted": those shown are the last added
   * MOST_SORTED, in order. "further": it stopped looking; `after` (or `before`, going back) goes on from there.
   */
  cut: 'sorted' | 'further' | null
}

type Row = ProspectLine & {
  entered: bigint | null
  upto: bigint | null
  isMany: boolean | null
  k?: unknown
} & Partial<Stop>

/** One page of a list: no more rows are read than a page needs, and nothing is counted. */
export async function listProspects(
  scope: WorkspaceScope,
  list: ProspectList,
  reach = REACH,
): Promise<ProspectPage> {
  let page = await pageOf(scope, list, reach)
  const isBackwards = list.before !== ''
  for (let round = 1; round < MOST_ROUNDS && isEmptySoFar(page); round += 1) {
    const further = isBackwards ? { before: page.before ?? '' } : { after: page.after ?? '' }
    page = await pageOf(scope, { ...list, ...further }, reach)
  }
  return page
}

function isEmptySoFar({ prospects, cut }: ProspectPage): boolean {
  return prospects.length === 0 && cut === 'further'
}

async function pageOf(scope: WorkspaceScope, list: ProspectList, reach: typeof REACH): Promise<ProspectPage> {
  authorizeToSee(scope, 'prospects.read')
  const answer = await askWorkspace<Row>(database(), prospectPageSql(scope, list, reach))
  const walk = walkOf(list)
  const isBackwards = list.before !== '' && readCursor(walk, list.before) !== null && walk !== 'entered'
  const rows = answer.filter((row) => row.id !== null)
  const hasMore = rows.length > PROSPECTS_PER_PAGE
  const shown = rows.slice(0, PROSPECTS_PER_PAGE)
  if (isBackwards) shown.reverse()
  const prospects = shown.map(lineOf)
  const place = (row: Place | undefined) =>
    row ? writeCursor(walk, { key: keyOf(walk, row), id: row.id }) : null
  const upto = answer[0]?.upto ?? null
  const stopped = upto !== null && upto > 0n
  const cameFrom = readCursor(walk, list.after) !== null
  if (walk === 'entered') {
    const further = stopped ? writeCursor(walk, { key: String(upto), id: '' }) : null
    return {
      prospects,
      after: hasMore ? place(shown.at(-1)) : further,
      before: null,
      cut: !hasMore && stopped ? 'further' : null,
    }
  }
  const end = !hasMore && answer[0]?.isMany ? await farthest(scope, list, reach.far) : null
  const goesOn = hasMore ? null : end ? writeCursor(walk, end) : place(stopOf(answer[0]))
  const here = isBackwards ? readCursor(walk, list.before) : readCursor(walk, list.after)
  const back = here ? writeCursor(walk, here) : null
  const first = place(shown[0]) ?? back
  const last = place(shown.at(-1)) ?? back
  return {
    prospects,
    after: isBackwards ? last : hasMore ? last : goesOn,
    before: isBackwards ? (hasMore ? first : goesOn) : cameFrom ? first : null,
    cut: goesOn ? 'further' : stopped ? 'sorted' : null,
  }
}

function lineOf({ entered: _, upto: __, k: ___, isMany: ____, ...row }: Row): ProspectLine {
  const {
    stopId: _a,
    stopCreatedAt: _b,
    stopNameKey: _c,
    stopLastTouchAt: _d,
    stopNextTouchOn: _e,
    ...line
  } = row
  return line
}

function stopOf(row: Row | undefined): Place | undefined {
  if (!row?.stopId || !row.stopCreatedAt) return undefined
  return {
    id: row.stopId,
    createdAt: row.stopCreatedAt,
    nameKey: row.stopNameKey ?? '',
    lastTouchAt: row.stopLastTouchAt ?? null,
    nextTouchOn: row.stopNextTouchOn ?? null,
  }
}

/** The first few of each stage, for a list whose rows are grouped; one of the rows says whether there are more. */
export async function listProspectsByStage(scope: WorkspaceScope, list: ProspectList) {
  const stages = PROSPECT_STAGES.filter((stage) => list.stage === '' || list.stage === stage)
  return Promise.all(
    stages.map(async (stage) => {
      const page = await listProspects(scope, { ...list, stage, after: '', before: '' })
      return {
        stage,
        prospects: page.prospects.slice(0, IN_GROUP),
        hasMore: page.prospects.length > IN_GROUP || page.cut === 'further',
      }
    }),
  )
}

/** The one query behind a page of a list: to be asked, or explained. */
export function prospectPageSql(scope: WorkspaceScope, list: ProspectList, reach = REACH): WorkspaceQuery {
  const words = wordsSql(list.q)
  const walk = walkOf(list)
  const { order, cursor } = placeSql(list, walk)
  const facets = facetsSql(scope, list)
  const dates = datesSql(stretchesOf(scope, list))
  const live = Prisma.sql`p."deletedAt" IS NULL`
  const narrowed = [...(facets ? [Prisma.sql`p."facets" @> ${facets}`] : []), ...dates]
  const fits = allOf([live, ...narrowed])
  const limit = PROSPECTS_PER_PAGE + 1
  const query = workspaceQuery(scope)
  if (words) {
    const isByEntry = walk === 'entered'
    const from = readCursor(walk, list.after)
    const before = isByEntry && from ? BigInt(from.key) : 9_000_000_000_000_000n
    return query`
      WITH found AS MATERIALIZED (
        SELECT * FROM rapport_find_prospects(${WORKSPACE}, ${words.query}, ${words.wanted}, ${words.outletKey},
          ${facets ?? Prisma.sql`'{}'::int[]`}, ${before}, ${isByEntry ? (list.own.length > 0 ? MOST_READ : limit) : MOST_SORTED}))
      SELECT page.*, far."upto" FROM (SELECT max(f."upto") AS "upto" FROM found f) far LEFT JOIN LATERAL (
        SELECT ${lineSql(list)}, f."entered" FROM found f
          JOIN LATERAL (SELECT * FROM "Prospect" q WHERE q."id" = f."prospectId" AND q."workspaceId" = ${WORKSPACE} OFFSET 0) p
            ON true ${joinsSql(list)}
         WHERE ${fits} AND ${allOf([exactlySql(list), ...ownSql(scope, list.own)])}
           AND ${isByEntry ? Prisma.sql`f."entered" < ${before}` : cursor}
         ORDER BY ${isByEntry ? Prisma.sql`f."entered" DESC` : order} LIMIT ${limit}) page ON true`
  }
  if (isReadThrough(list)) return readThroughSql(scope, list, limit)
  if (narrowed.length === 0) {
    return query`
      SELECT ${lineSql(list)} FROM "Prospect" p ${joinsSql(list)}
       WHERE p."workspaceId" = ${WORKSPACE} AND ${live} AND ${cursor} ORDER BY ${order} LIMIT ${limit}`
  }
  return filteredPageSql(scope, list, { narrowed, limit, reach })
}
