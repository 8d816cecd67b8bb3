import { CONTRIBUTION_STATES, OPEN_STATES } from '#lib/domain/contributions/contribution-states.ts'
import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import { CONTRIBUTIONS_PER_PAGE, type ContributionList } from './contribution-list.ts'

const SORT = 'next'
const FEW = 10

export type ContributionRow = {
  id: string
  kind: string
  state: string
  title: string
  nextOn: Date
  dueOn: Date | null
  recordingAt: Date | null
  recordingZone: string | null
  airsOn: Date | null
  publishedOn: Date | null
  isPaid: boolean
  prospectName: string
  contactName: string | null
  siteName: string
  /** Of the page it came to, where there is one. */
  outcome: string | null
  provenance: string | null
}

/** One page of the work with outlets, by the next day something is due; `total` is counted no further than COUNTED_TO. */
export async function listContributions(scope: WorkspaceScope, list: Partial<ContributionList> = {}) {
  authorizeToSee(scope, 'contributions.read')
  const place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, SORT, 'time')
  const [page, [counted]] = await Promise.all([
    pageAt(
      place,
      CONTRIBUTIONS_PER_PAGE,
      (beyond) => rowsAt(scope, list, beyond),
      ({ nextOn, id }) => writeCursor(SORT, nextOn, id),
    ),
    workspaceSql<{ n: number }>(database(), scope)`
      ${foundBy(scope, list.q ?? '')} SELECT count(*)::int AS "n" FROM (
        SELECT 1 FROM "Contribution" c
         WHERE c."workspaceId" = ${WORKSPACE} AND c."deletedAt" IS NULL AND c."state" = ANY (${statesOf(list)}::text[])
           ${narrowing(list)}
         LIMIT ${COUNTED_TO + 1}) found`,
  ])
  return { contributions: page.rows, before: page.before, after: page.after, total: counted?.n ?? 0 }
}

/** For the command palette: work whose title holds these words. */
export async function searchContributions(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'contributions.read')
  return database().contribution.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      title: { contains: likeText(words), mode: 'insensitive' },
    },
    orderBy: { createdAt: 'desc' },
    take: atMost,
    select: { id: true, title: true, kind: true, prospect: { select: { name: true } } },
  })
}

/** The work that came out on a mention's page. */
export async function listWorkOfMention(scope: WorkspaceScope, mentionId: string) {
  authorizeToSee(scope, 'contributions.read')
  return database().contribution.findMany({
    where: { workspaceId: scope.workspaceId, mentionId, deletedAt: null },
    orderBy: { createdAt: 'desc' },
    take: FEW,
    select: { id: true, title: true, kind: true },
  })
}

function statesOf({ state = 'open' }: Partial<ContributionList>): string[] {
  if (state === 'all') return [...CONTRIBUTION_STATES]
  return state === 'open' ? [...OPEN_STATES] : [state]
}

/** Each state has its own stretch of an index, in the order of the list: of each the first rows are taken. */
function rowsAt(scope: WorkspaceScope, list: Partial<ContributionList>, place: PagePlace | null) {
  const isBack = place?.way === 'before'
  const order = isBack ? Prisma.sql`c."nextOn" DESC, c."id" DESC` : Prisma.sql`c."nextOn", c."id"`
  // It is null in every row listed. Naming it first lets PostgreSQL walk the index instead of sorting everything.
  const gone = isBack ? Prisma.sql`c."deletedAt" DESC` : Prisma.sql`c."deletedAt"`
  const states = list.q
    ? Prisma.sql`SELECT c.* FROM "Contribution" c
         WHERE c."workspaceId" = ${scope.workspaceId} AND c."deletedAt" IS NULL
           AND c."state" = ANY (${statesOf(list)}::text[]) ${narrowing(list)} ${beyond(place)}`
    : Prisma.sql`SELECT x.* FROM unnest(${statesOf(list)}::text[]) state CROSS JOIN LATERAL (
              SELECT c.* FROM "Contribution" c
               WHERE c."workspaceId" = ${scope.workspaceId} AND c."deletedAt" IS NULL AND c."state" = state.state
                 ${narrowing(list)} ${beyond(place)}
               ORDER BY ${gone}, ${order} LIMIT ${CONTRIBUTIONS_PER_PAGE + 1}) x`
  return workspaceSql<ContributionRow>(database(), scope)`
    ${foundBy(scope, list.q ?? '')} SELECT c."id", c."kind", c."state", c."title", c."nextOn", c."dueOn", c."recordingAt", c."recordingZone", c."airsOn",
           c."publishedOn", c."isPaid", o."name" AS "prospectName", p."name" AS "contactName", s."name" AS "siteName",
           m."outcome", m."provenance"
      FROM (SELECT c.* FROM (${states}) c ORDER BY ${order} LIMIT ${CONTRIBUTIONS_PER_PAGE + 1}) c
      JOIN "Prospect" o ON o."workspaceId" = c."workspaceId" AND o."id" = c."prospectId"
      JOIN "Site" s ON s."workspaceId" = ${WORKSPACE} AND s."id" = c."siteId"
      LEFT JOIN "Contact" p ON p."workspaceId" = c."workspaceId" AND p."id" = c."contactId" AND p."deletedAt" IS NULL
      LEFT JOIN "Mention" m ON m."workspaceId" = c."workspaceId" AND m."id" = c."mentionId" AND m."deletedAt" IS NULL
     ORDER BY ${order}`
}

/** Found once, by title or by outlet, and not once for each state. */
function foundBy(scope: WorkspaceScope, q: string): Prisma.Sql {
  if (!q) return Prisma.empty
  const like = `%${likeText(q)}%`
  return Prisma.sql`WITH found AS MATERIALIZED (
    SELECT t."id" FROM "Contribution" t
     WHERE t."workspaceId" = ${scope.workspaceId} AND t."deletedAt" IS NULL AND t."title" ILIKE ${like}
    UNION
    SELECT t."id" FROM "Prospect" n
      JOIN "Contribution" t ON t."workspaceId" = n."workspaceId" AND t."prospectId" = n."id" AND t."deletedAt" IS NULL
     WHERE n."workspaceId" = ${scope.workspaceId} AND n."name" ILIKE ${like})`
}

function narrowing({ kind, q }: Partial<ContributionList>): Prisma.Sql {
  return Prisma.sql`
    ${kind ? Prisma.sql`AND c."kind" = ${kind}` : Prisma.empty}
    ${q ? Prisma.sql`AND c."id" IN (SELECT "id" FROM found)` : Prisma.empty}`
}

function beyond(place: PagePlace | null): Prisma.Sql {
  if (!place) return Prisma.empty
  const { value, id } = place.cursor
  const day = String(value).slice(0, 10)
  return place.way === 'after'
    ? Prisma.sql`AND (c."nextOn", c."id") > (${day}::date, ${id})`
    : Prisma.sql`AND (c."nextOn", c."id") < (${day}::date, ${id})`
}
