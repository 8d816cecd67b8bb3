import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import type { PagePlace } from '../page-cursor.ts'
import type { PitchFilters } from './pitch-schema.ts'

/**
 * How far a search looks: so many of the list's pitches first; if that is no whole page, all that the index of texts
 * finds, where that is few; else so many of the list's pitches more.
 */
export const SEARCH_REACH = { near: 5_000, few: 300, far: 10_000 }
/** Shorter pieces of a word are not in the index of texts. */
const INDEXED = /[\p{L}\p{N}]{3}/u

export type Found = { id: string; updatedAt: Date }

/**
 * The first pitches beyond a place that fit the filters and hold the words in their subject or in the name of whom they are
 * for, in the direction of the place. `stopped`: how far was looked, where there is more to look through.
 */
export async function findPitches(
  scope: WorkspaceScope,
  filters: PitchFilters,
  { place, most, reach }: { place: PagePlace | null; most: number; reach: typeof SEARCH_REACH },
): Promise<{ found: Found[]; stopped: Found | null }> {
  authorizeToSee(scope, 'pitches.read')
  const near = await walk(scope, filters, { place, most, reach: reach.near })
  if (near.length === most) return { found: near, stopped: null }
  const nearEnd = await rowAt(scope, place, reach.near)
  if (nearEnd === null) return { found: near, stopped: null }
  const few = INDEXED.test(filters.q) ? await fewOf(scope, filters, { place, most, few: reach.few }) : null
  if (few !== null) return { found: few, stopped: null }
  const beyondNear = placeOf(place, nearEnd)
  const missing = most - near.length
  const far = await walk(scope, filters, { place: beyondNear, most: missing, reach: reach.far })
  const found = [...near, ...far]
  const stopped = found.length === most ? null : await rowAt(scope, beyondNear, reach.far)
  return { found, stopped }
}

/** In the list's order, whichever way one goes. */
export function orderSql(place: PagePlace | null): Prisma.Sql {
  return place?.way === 'before'
    ? Prisma.sql`p."updatedAt", p."id"`
    : Prisma.sql`p."updatedAt" DESC, p."id" DESC`
}

export function beyondSql(place: PagePlace | null): Prisma.Sql {
  if (!place) return Prisma.empty
  const { value, id } = place.cursor
  return place.way === 'after'
    ? Prisma.sql`AND (p."updatedAt", p."id") < (${value}::timestamptz, ${id})`
    : Prisma.sql`AND (p."updatedAt", p."id") > (${value}::timestamptz, ${id})`
}

export function narrowingSql({ state, closed, campaign, writer }: PitchFilters): Prisma.Sql {
  return Prisma.sql`
    ${state === 'open' ? Prisma.sql`AND p."state" IN ('sent', 'answered')` : Prisma.empty}
    ${state && state !== 'open' && state !== 'won' ? Prisma.sql`AND p."state" = ${state}` : Prisma.empty}
    ${closed ? Prisma.sql`AND p."state" = 'closed' AND p."closedReason" = ${closed}` : Prisma.empty}
    ${campaign ? Prisma.sql`AND p."campaignId" = ${campaign}` : Prisma.empty}
    ${writer ? Prisma.sql`AND p."writerId" = ${writer}` : Prisma.empty}
    ${
      state === 'won'
        ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Mention" m
            WHERE m."workspaceId" = p."workspaceId" AND m."pitchId" = p."id" AND m."deletedAt" IS NULL)`
        : Prisma.empty
    }`
}

type Walk = { place: PagePlace | null; most: number; reach: number }

/** Everything the filters ask of a pitch stands in the index `Pitch_list_words`: the table is not read. */
function walk(scope: WorkspaceScope, filters: PitchFilters, { place, most, reach }: Walk): Promise<Found[]> {
  return workspaceSql<Found>(database(), scope)`
    SELECT p."id", p."updatedAt" FROM (
      SELECT p."id", p."workspaceId", p."updatedAt", p."searchText", p."state", p."closedReason", p."campaignId", p."writerId"
        FROM "Pitch" p WHERE p."workspaceId" = ${WORKSPACE} AND p."deletedAt" IS NULL ${beyondSql(place)}
       ORDER BY ${orderSql(place)} LIMIT ${reach}) p
     WHERE p."searchText" LIKE rapport_fold(${patternOf(filters)}) ${narrowingSql(filters)}
     ORDER BY ${orderSql(place)} LIMIT ${most}`
}

/** Null where the words are in more pitches than `few`. */
async function fewOf(
  scope: WorkspaceScope,
  filters: PitchFilters,
  { place, most, few }: { place: PagePlace | null; most: number; few: number },
): Promise<Found[] | null> {
  const rows = await workspaceSql<{ n: number; id: string | null; updatedAt: Date | null }>(
    database(),
    scope,
  )`
    WITH few AS MATERIALIZED (
      SELECT f.* FROM rapport_few_pitches(${WORKSPACE}, rapport_fold(${patternOf(filters)}), ${few + 1}::int) f)
    SELECT held."n", page."id", page."updatedAt" FROM (SELECT count(*)::int AS "n" FROM few) held
      LEFT JOIN LATERAL (
        SELECT p."id", p."updatedAt" FROM few p
         WHERE held."n" <= ${few} ${beyondSql(place)} ${narrowingSql(filters)}
         ORDER BY ${orderSql(place)} LIMIT ${most}) page ON true`
  if ((rows[0]?.n ?? 0) > few) return null
  return rows.flatMap(({ id, updatedAt }) => (id && updatedAt ? [{ id, updatedAt }] : []))
}

/** The pitch so many rows beyond a place; null where the list ends before it. */
async function rowAt(scope: WorkspaceScope, place: PagePlace | null, rows: number): Promise<Found | null> {
  const [row] = await workspaceSql<Found>(database(), scope)`
    SELECT p."id", p."updatedAt" FROM "Pitch" p
     WHERE p."workspaceId" = ${WORKSPACE} AND p."deletedAt" IS NULL ${beyondSql(place)}
     ORDER BY ${orderSql(place)} OFFSET ${rows - 1} LIMIT 1`
  return row ?? null
}

function placeOf(place: PagePlace | null, { id, updatedAt }: Found): PagePlace {
  return { way: place?.way ?? 'after', cursor: { value: updatedAt.toISOString(), id } }
}

function patternOf({ q }: PitchFilters): string {
  return `%${likeText(q)}%`
}
