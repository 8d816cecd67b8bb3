import { PROSPECT_STAGES, type ProspectStage } from '#lib/domain/prospect-stage.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { askWorkspace, WORKSPACE, type WorkspaceQuery, workspaceQuery } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { allOf, datesSql, exactlySql, facetsSql, stretchesOf, wordsSql } from './prospect-filter-queries.ts'
import { PROSPECTS_PER_PAGE, type ProspectList, type ProspectSort } from './prospect-list.ts'
import { readCursor, type Walk, writeCursor } from './prospect-list-cursor.ts'

/** Of a search in another order than "last added": so many of the last added are put in that order. */
export const MOST_SORTED = 200
/** So far an order's index is walked before a filter is asked for all it holds. */
const NEAR = 5_000
/** So few rows that fit a filter are sorted on the spot; for more, the order's index is walked on. */
const FEW = 900
const IN_GROUP = 10

export type ProspectLine = {
  id: string
  kind: string
  name: string
  nameKey: string
  homepage: string
  outletKey: string
  stage: ProspectStage
  tags: string[]
  ownerName: string | null
  country: string | null
  language: string | null
  custom: Record<string, unknown>
  createdAt: Date
  lastTouchAt: Date | null
  nextTouchOn: Date | null
  contactedAt: Date | null
  readingNoteCount: number
  mentionCount: number
  linkedCount: number
  unlinkedCount: number
  people: { id: string; name: string }[] | null
}

export type ProspectPage = {
  prospects: ProspectLine[]
  /** Places to go on from, for `after` and `before` in the address; null where there is nothing there. */
  after: string | null
  before: string | null
  /**
   * A search that many rows answer looks only so far. "sorted": those shown are the last added MOST_SORTED, in order.
   * "further": it stopped looking; `after` goes on from there.
   */
  cut: 'sorted' | 'further' | null
}

type Row = ProspectLine & { entered: bigint | null; upto: bigint | null }

/** One page of a list: no more rows are read than a page needs, and nothing is counted. */
export async function listProspects(scope: WorkspaceScope, list: ProspectList): Promise<ProspectPage> {
  authorizeToSee(scope, 'prospects.read')
  const answer = await askWorkspace<Row>(database(), prospectPageSql(scope, list))
  const walk = walkOf(list)
  const isBackwards = list.before !== '' && readCursor(walk, list.before) !== null && walk !== 'entered'
  const rows = answer.filter((row) => row.id !== null)
  const hasMore = rows.length > PROSPECTS_PER_PAGE
  const shown = rows.slice(0, PROSPECTS_PER_PAGE)
  if (isBackwards) shown.reverse()
  const prospects = shown.map(({ entered: _, upto: __, ...line }) => line)
  const place = (row: Row | undefined) =>
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
  return {
    prospects,
    after: hasMore || isBackwards ? place(shown.at(-1)) : null,
    before: (isBackwards ? hasMore : cameFrom) ? place(shown[0]) : null,
    cut: stopped ? 'sorted' : null,
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
        hasMore: page.prospects.length > IN_GROUP,
      }
    }),
  )
}

/** The one query behind a page of a list: to be asked, or explained. */
export function prospectPageSql(scope: WorkspaceScope, list: ProspectList): WorkspaceQuery {
  const words = wordsSql(list.q)
  const walk = walkOf(list)
  const { order, reversed, cursor } = placeSql(list, walk)
  const facets = facetsSql(scope, list)
  const stretches = stretchesOf(scope, list)
  const dates = datesSql(stretches)
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
          ${facets ?? Prisma.sql`'{}'::int[]`}, ${before}, ${isByEntry ? limit : MOST_SORTED}))
      SELECT page.*, far."upto" FROM (SELECT max(f."upto") AS "upto" FROM found f) far LEFT JOIN LATERAL (
        SELECT ${lineSql(list)}, f."entered" FROM found f
          JOIN LATERAL (SELECT * FROM "Prospect" q WHERE q."id" = f."prospectId" AND q."workspaceId" = ${WORKSPACE} OFFSET 0) p
            ON true ${joinsSql(list)}
         WHERE ${fits} AND ${exactlySql(list)}
           AND ${isByEntry ? Prisma.sql`f."entered" < ${before}` : cursor}
         ORDER BY ${isByEntry ? Prisma.sql`f."entered" DESC` : order} LIMIT ${limit}) page ON true`
  }
  if (narrowed.length === 0) {
    return query`
      SELECT ${lineSql(list)} FROM "Prospect" p ${joinsSql(list)}
       WHERE p."workspaceId" = ${WORKSPACE} AND ${live} AND ${cursor} ORDER BY ${order} LIMIT ${limit}`
  }
  const key = KEYS[list.sort]
  const { next, touch } = stretches
  const inOrder = Prisma.sql`ORDER BY "k" ${reversed}, "id" ${reversed} LIMIT ${limit}`
  return query`
    WITH near AS MATERIALIZED (
      SELECT p."id", p."k" FROM (
        SELECT p."id", ${key} AS "k", p."facets", p."lastTouchAt", p."nextTouchOn" FROM "Prospect" p
         WHERE p."workspaceId" = ${WORKSPACE} AND ${live} AND ${cursor} ORDER BY ${order} LIMIT ${NEAR}) p
       WHERE ${allOf(narrowed)} LIMIT ${limit}),
    few AS MATERIALIZED (
      SELECT p."id", ${key} AS "k" FROM rapport_few_prospects(${WORKSPACE}, ${facets ?? Prisma.sql`'{}'::int[]`},
        ${next?.[0]}::date, ${next?.[1]}::date, ${touch?.[0]}::timestamptz, ${touch?.[1]}::timestamptz, ${FEW + 1}::int) p
       WHERE (SELECT count(*) FROM near) < ${limit}),
    page AS MATERIALIZED (
      SELECT "id", "k" FROM near WHERE (SELECT count(*) FROM near) = ${limit}
      UNION ALL
      (SELECT "id", "k" FROM few
        WHERE (SELECT count(*) FROM few) <= ${FEW} AND ${cursorSql(list, walk, Prisma.sql`"k"`, Prisma.sql`"id"`)} ${inOrder})
      UNION ALL
      (SELECT p."id", ${key} AS "k" FROM "Prospect" p
        WHERE (SELECT count(*) FROM few) > ${FEW} AND p."workspaceId" = ${WORKSPACE} AND ${fits} AND ${cursor}
        ORDER BY ${order} LIMIT ${limit}))
    SELECT ${lineSql(list)} FROM page JOIN "Prospect" p ON p."id" = page."id" ${joinsSql(list)}
     WHERE ${exactlySql(list)} ORDER BY page."k" ${reversed}, page."id" ${reversed}`
}

/** A search goes by the order in which prospects came, unless another order is asked for. */
export function walkOf(list: ProspectList): Walk {
  return list.q !== '' && list.sort === '-added' ? 'entered' : list.sort
}

const KEYS: Readonly<Record<ProspectSort, Prisma.Sql>> = {
  '-added': Prisma.sql`p."createdAt"`,
  added: Prisma.sql`p."createdAt"`,
  name: Prisma.sql`p."nameKey"`,
  '-name': Prisma.sql`p."nameKey"`,
  '-touch': Prisma.sql`coalesce(p."lastTouchAt", '-infinity'::timestamptz)`,
  touch: Prisma.sql`coalesce(p."lastTouchAt", '-infinity'::timestamptz)`,
  next: Prisma.sql`coalesce(p."nextTouchOn", 'infinity'::date)`,
}

function placeSql(list: ProspectList, walk: Walk) {
  const key = KEYS[list.sort]
  const isBackwards = readCursor(walk, list.before) !== null
  const isDescending = list.sort.startsWith('-') !== isBackwards
  const reversed = isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`
  return {
    reversed,
    order: Prisma.sql`${key} ${reversed}, p."id" ${reversed}`,
    cursor: cursorSql(list, walk, key, Prisma.sql`p."id"`),
  }
}

function cursorSql(list: ProspectList, walk: Walk, key: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  if (walk === 'entered') return Prisma.sql`true`
  const before = readCursor(walk, list.before)
  const cursor = before ?? readCursor(walk, list.after)
  if (!cursor) return Prisma.sql`true`
  const isDescending = list.sort.startsWith('-') !== (before !== null)
  const than = isDescending ? Prisma.sql`<` : Prisma.sql`>`
  const kind = walk.endsWith('name')
    ? Prisma.sql`text`
    : walk === 'next'
      ? Prisma.sql`date`
      : Prisma.sql`timestamptz`
  return Prisma.sql`(${key}, ${id}) ${than} (${cursor.key}::${kind}, ${cursor.id})`
}

function keyOf(walk: Walk, row: Row): string {
  switch (walk) {
    case 'entered':
      return String(row.entered ?? 0)
    case 'name':
    case '-name':
      return row.nameKey
    case 'added':
    case '-added':
      return row.createdAt.toISOString()
    case 'touch':
    case '-touch':
      return row.lastTouchAt?.toISOString() ?? '-infinity'
    case 'next':
      return row.nextTouchOn?.toISOString().slice(0, 10) ?? 'infinity'
  }
}

function lineSql(list: ProspectList): Prisma.Sql {
  return Prisma.sql`p."id", p."kind", p."name", p."nameKey", p."homepage", p."outletKey", p."stage", p."tags",
    owner."name" AS "ownerName", p."country", p."language", p."custom", p."createdAt", p."lastTouchAt", p."nextTouchOn",
    p."contactedAt", p."readingNoteCount", p."mentionCount", p."linkedCount", p."unlinkedCount",
    ${hasPeople(list) ? Prisma.sql`people."people"` : Prisma.sql`NULL::json AS "people"`}`
}

function joinsSql(list: ProspectList): Prisma.Sql {
  const owner = Prisma.sql`LEFT JOIN "Member" owner ON owner."id" = p."ownerId"`
  if (!hasPeople(list)) return owner
  return Prisma.sql`${owner} LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', who."id", 'name', who."name")) AS "people" FROM (
      SELECT c."id", c."name" FROM "Affiliation" a JOIN "Contact" c ON c."id" = a."contactId" AND c."deletedAt" IS NULL
       WHERE a."workspaceId" = p."workspaceId" AND a."prospectId" = p."id" AND a."until" IS NULL LIMIT 3) who) people ON true`
}

function hasPeople(list: ProspectList): boolean {
  return list.columns.includes('people')
}
