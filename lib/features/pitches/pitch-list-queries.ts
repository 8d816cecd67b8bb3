import { PITCH_STATES, type PitchState } from '#lib/domain/pitch-states.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { cutPage, type PagePlace, readPlace, writeCursor } from '../page-cursor.ts'
import type { PitchFilters } from './pitch-schema.ts'

const PITCHES_PER_PAGE = 25
/** Counting stops here; one more means "more than that". */
export const PITCHES_COUNTED_TO = 1_000
/** Up to so many finds are looked for by their words; of more, every page of the list is full of them anyway. */
const MOST_FINDS = 500
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

/** One page of the pitches that fit the filters, last changed first. */
export async function listPitches(scope: WorkspaceScope, filters: PitchFilters) {
  authorizeToSee(scope, 'pitches.read')
  const place = readPlace(filters, SORT, 'time')
  const words = filters.q ? withWords(await findsOf(scope, filters.q), filters.q) : Prisma.empty
  const narrow = Prisma.sql`${narrowing(filters)} ${words}`
  const asked = await rowsOf(scope, filters, narrow, place)
  const isLost = asked.length === 0 && place !== null
  const shown = isLost ? await rowsOf(scope, filters, narrow, null) : asked
  const { rows, before, after } = cutPage(shown, PITCHES_PER_PAGE, isLost ? null : place, (row) =>
    writeCursor(SORT, row.updatedAt, row.id),
  )
  return { pitches: rows, before, after }
}

/** How many pitches stand in each state, whatever the filters, counted no further than PITCHES_COUNTED_TO. */
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
          LIMIT ${PITCHES_COUNTED_TO + 1}) found) c
     WHERE c."n" > 0`
  return Object.fromEntries(counted.map(({ state, n }) => [state, n]))
}

function rowsOf(scope: WorkspaceScope, { state }: PitchFilters, narrow: Prisma.Sql, place: PagePlace | null) {
  const isBack = place?.way === 'before'
  const order = isBack ? Prisma.sql`p."updatedAt", p."id"` : Prisma.sql`p."updatedAt" DESC, p."id" DESC`
  // It is null in every row listed. Naming it first lets PostgreSQL walk the index instead of sorting everything.
  const walk = isBack ? Prisma.sql`p."deletedAt", ${order}` : Prisma.sql`p."deletedAt" DESC, ${order}`
  const page = (of: Prisma.Sql) => Prisma.sql`
    SELECT p.* FROM "Pitch" p
     WHERE p."workspaceId" = ${scope.workspaceId} AND p."deletedAt" IS NULL ${of} ${narrow} ${beyond(place)}
     ORDER BY ${walk} LIMIT ${PITCHES_PER_PAGE + 1}`
  // Each state has its own stretch of the index: the first rows of both are taken.
  const found =
    state === 'open'
      ? Prisma.sql`SELECT x.* FROM unnest(ARRAY['sent', 'answered']) open
          CROSS JOIN LATERAL (${page(Prisma.sql`AND p."state" = open.open`)}) x`
      : page(state && state !== 'won' ? Prisma.sql`AND p."state" = ${state}` : Prisma.empty)
  return workspaceSql<Row>(database(), scope)`
    SELECT p."id", p."state", p."subject", p."closedReason", p."updatedAt", o."name" AS "prospectName",
           c."name" AS "contactName", g."name" AS "campaignName", w."name" AS "writerName",
           EXISTS (SELECT 1 FROM "Mention" m
             WHERE m."workspaceId" = p."workspaceId" AND m."pitchId" = p."id" AND m."deletedAt" IS NULL) AS "isWon"
      FROM (${found}) p
      JOIN "Prospect" o ON o."workspaceId" = ${WORKSPACE} AND o."id" = p."prospectId"
      JOIN "Contact" c ON c."workspaceId" = p."workspaceId" AND c."id" = p."contactId"
      JOIN "Campaign" g ON g."workspaceId" = p."workspaceId" AND g."id" = p."campaignId"
      JOIN "Member" w ON w."workspaceId" = p."workspaceId" AND w."id" = p."writerId"
     ORDER BY ${order} LIMIT ${PITCHES_PER_PAGE + 1}`
}

/** The pitches with these words in their subject or in the name of whom they are for; null where those are very many. */
async function findsOf(scope: WorkspaceScope, words: string): Promise<string[] | null> {
  const like = `%${likeText(words)}%`
  const most = MOST_FINDS + 1
  const named = await workspaceSql<{ kind: 'pitch' | 'prospect' | 'contact'; id: string }>(database(), scope)`
    (SELECT 'pitch' AS "kind", "id" FROM "Pitch"
      WHERE "workspaceId" = ${WORKSPACE} AND "deletedAt" IS NULL AND "subject" ILIKE ${like} LIMIT ${most})
    UNION ALL
    (SELECT 'prospect', "id" FROM "Prospect" WHERE "workspaceId" = ${WORKSPACE} AND "name" ILIKE ${like} LIMIT ${most})
    UNION ALL
    (SELECT 'contact', "id" FROM "Contact" WHERE "workspaceId" = ${WORKSPACE} AND "name" ILIKE ${like} LIMIT ${most})`
  const of = Map.groupBy(named, ({ kind }) => kind)
  const ids = (kind: 'pitch' | 'prospect' | 'contact') => (of.get(kind) ?? []).map(({ id }) => id)
  if ([...of.values()].some(({ length }) => length > MOST_FINDS)) return null
  const written = await workspaceSql<{ id: string }>(database(), scope)`
    SELECT "id" FROM "Pitch" WHERE "workspaceId" = ${WORKSPACE} AND "prospectId" = ANY (${ids('prospect')}::text[])
    UNION ALL
    SELECT "id" FROM "Pitch" WHERE "workspaceId" = ${WORKSPACE} AND "contactId" = ANY (${ids('contact')}::text[])`
  return [...new Set([...ids('pitch'), ...written.map(({ id }) => id)])]
}

/** Where the finds are very many, the newest of them are met soon by walking the list. */
function withWords(finds: readonly string[] | null, words: string): Prisma.Sql {
  if (finds !== null) return Prisma.sql`AND p."id" = ANY (${finds}::text[])`
  const like = `%${likeText(words)}%`
  return Prisma.sql`AND (p."subject" ILIKE ${like}
    OR EXISTS (SELECT 1 FROM "Prospect" o
        WHERE o."workspaceId" = p."workspaceId" AND o."id" = p."prospectId" AND o."name" ILIKE ${like})
    OR EXISTS (SELECT 1 FROM "Contact" c
        WHERE c."workspaceId" = p."workspaceId" AND c."id" = p."contactId" AND c."name" ILIKE ${like}))`
}

function narrowing({ state, closed, campaign, writer }: PitchFilters): Prisma.Sql {
  return Prisma.sql`
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

function beyond(place: PagePlace | null): Prisma.Sql {
  if (!place) return Prisma.empty
  const { value, id } = place.cursor
  return place.way === 'after'
    ? Prisma.sql`AND (p."updatedAt", p."id") < (${value}::timestamptz, ${id})`
    : Prisma.sql`AND (p."updatedAt", p."id") > (${value}::timestamptz, ${id})`
}
