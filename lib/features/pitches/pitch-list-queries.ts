import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { PITCH_STATES, type PitchState } from '#lib/domain/pitch-states.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { cutPage, type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import type { PitchFilters } from './pitch-schema.ts'
import { beyondSql, findPitches, narrowingSql, orderSql, SEARCH_REACH } from './pitch-search-queries.ts'

const PITCHES_PER_PAGE = 25
const SORT = '-changed'

type Row = {
  id: string
  state: string
  subject: string
  closedReason: string | null
  updatedAt: Date
  prospectName: string
  contactName: string
  campaignName: string
  writerName: string
  isWon: boolean
}

/**
 * One page of the pitches that fit the filters, last changed first. `isCut`: a search stopped looking before the page was
 * full, and goes on from `after` (or `before`, for who goes back).
 */
export async function listPitches(scope: WorkspaceScope, filters: PitchFilters, reach = SEARCH_REACH) {
  authorizeToSee(scope, 'pitches.read')
  const place = readPlace(filters, SORT, 'time')
  if (filters.q) {
    const found = await searchPitches(scope, filters, place, reach)
    const isLost = found.pitches.length === 0 && place !== null && !found.isCut
    return isLost ? searchPitches(scope, filters, null, reach) : found
  }
  const { rows, before, after } = await pageAt(
    place,
    PITCHES_PER_PAGE,
    (beyond) => rowsOf(scope, filters, beyond),
    cursorOf,
  )
  return { pitches: rows, before, after, isCut: false }
}

/** How many pitches stand in each state, whatever the filters, counted no further than COUNTED_TO. */
export async function countPitchesByState(
  scope: WorkspaceScope,
): Promise<Partial<Record<PitchState, number>>> {
  authorizeToSee(scope, 'pitches.read')
  const counted = await workspaceSql<{ state: PitchState; n: number }>(database(), scope)`
    SELECT s."state", c."n" FROM unnest(${[...PITCH_STATES]}::text[]) s("state")
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS "n" FROM (
         SELECT 1 FROM "Pitch" p
          WHERE p."workspaceId" = ${WORKSPACE} AND p."deletedAt" IS NULL AND p."state" = s."state"
          LIMIT ${COUNTED_TO + 1}) found) c
     WHERE c."n" > 0`
  return Object.fromEntries(counted.map(({ state, n }) => [state, n]))
}

async function searchPitches(
  scope: WorkspaceScope,
  filters: PitchFilters,
  place: PagePlace | null,
  reach: typeof SEARCH_REACH,
) {
  const { found, stopped } = await findPitches(scope, filters, { place, most: PITCHES_PER_PAGE + 1, reach })
  const page = cutPage(found, PITCHES_PER_PAGE, place, cursorOf)
  const ids = page.rows.map(({ id }) => id)
  const these = Prisma.sql`SELECT p.* FROM "Pitch" p WHERE p."workspaceId" = ${scope.workspaceId} AND p."id" = ANY (${ids}::text[])`
  const pitches = ids.length === 0 ? [] : await linesOf(scope, these)
  const further = stopped ? cursorOf(stopped) : null
  const isBack = place?.way === 'before'
  // Where nothing was found on the way, the way back begins where this one did.
  const here = page.rows.length === 0 && place ? cursorOf(rowOf(place)) : null
  return {
    pitches,
    before: (isBack ? further : null) ?? page.before ?? (isBack ? null : here),
    after: (isBack ? null : further) ?? page.after ?? (isBack ? here : null),
    isCut: stopped !== null,
  }
}

function rowsOf(scope: WorkspaceScope, filters: PitchFilters, place: PagePlace | null): Promise<Row[]> {
  // It is null in every row listed. Naming it first lets PostgreSQL walk the index instead of sorting everything.
  const gone = place?.way === 'before' ? Prisma.sql`p."deletedAt"` : Prisma.sql`p."deletedAt" DESC`
  const page = (of: Prisma.Sql) => Prisma.sql`
    SELECT p.* FROM "Pitch" p
     WHERE p."workspaceId" = ${scope.workspaceId} AND p."deletedAt" IS NULL ${of} ${beyondSql(place)}
     ORDER BY ${gone}, ${orderSql(place)} LIMIT ${PITCHES_PER_PAGE + 1}`
  if (filters.state !== 'open') return linesOf(scope, page(narrowingSql(filters)), place)
  // Each state has its own stretch of the index: the first rows of both are taken.
  const ofEach = page(Prisma.sql`AND p."state" = open.open ${narrowingSql({ ...filters, state: null })}`)
  return linesOf(
    scope,
    Prisma.sql`SELECT x.* FROM unnest(ARRAY['sent', 'answered']) open CROSS JOIN LATERAL (${ofEach}) x`,
    place,
  )
}

function linesOf(scope: WorkspaceScope, of: Prisma.Sql, place: PagePlace | null = null): Promise<Row[]> {
  return workspaceSql<Row>(database(), scope)`
    SELECT p."id", p."state", p."subject", p."closedReason", p."updatedAt", o."name" AS "prospectName",
           c."name" AS "contactName", g."name" AS "campaignName", w."name" AS "writerName",
           EXISTS (SELECT 1 FROM "Mention" m
             WHERE m."workspaceId" = p."workspaceId" AND m."pitchId" = p."id" AND m."deletedAt" IS NULL) AS "isWon"
      FROM (${of}) p
      JOIN "Prospect" o ON o."workspaceId" = ${WORKSPACE} AND o."id" = p."prospectId"
      JOIN "Contact" c ON c."workspaceId" = p."workspaceId" AND c."id" = p."contactId"
      JOIN "Campaign" g ON g."workspaceId" = p."workspaceId" AND g."id" = p."campaignId"
      JOIN "Member" w ON w."workspaceId" = p."workspaceId" AND w."id" = p."writerId"
     ORDER BY ${orderSql(place)} LIMIT ${PITCHES_PER_PAGE + 1}`
}

function cursorOf({ updatedAt, id }: { updatedAt: Date; id: string }): string {
  return writeCursor(SORT, updatedAt, id)
}

function rowOf({ cursor }: PagePlace) {
  return { updatedAt: new Date(String(cursor.value)), id: cursor.id }
}
