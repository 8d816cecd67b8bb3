import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { isLinkedOutcome } from '#lib/domain/link-check/review-rule.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { narrowedMentions } from '../mentions/mention-filter.ts'
import { MENTION_OUTCOMES } from '../mentions/outcome-groups.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'

export const INSIGHTS_PER_PAGE = 25
export const CITATIONS_PER_PAGE = 25
const OFFERED = 10
const LINKED = MENTION_OUTCOMES.filter(isLinkedOutcome)

type Row = {
  id: string
  title: string
  url: string
  publishedOn: Date | null
  createdAt: Date
  siteName: string
  /** Pages that cite it, and those of them that link to us; counted to COUNTED_TO. */
  citing: number
  linking: number
}

/** One page of what we published for others to cite, newest first. */
export async function listInsights(scope: WorkspaceScope, list: { after?: string; before?: string } = {}) {
  authorizeToSee(scope, 'insights.read')
  const place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, '-added', 'time')
  const { rows, before, after } = await pageAt(
    place,
    INSIGHTS_PER_PAGE,
    (beyond) => insightsAt(scope, beyond),
    (row) => writeCursor('-added', row.createdAt, row.id),
  )
  return { insights: rows, before, after }
}

/** @throws NotFound */
export async function getInsight(scope: WorkspaceScope, insightId: string) {
  authorizeToSee(scope, 'insights.read')
  const insight = await database().insight.findFirst({
    where: { workspaceId: scope.workspaceId, id: insightId, deletedAt: null },
    include: { site: { select: { id: true, name: true } }, recordedBy: { select: { name: true } } },
  })
  if (!insight) throw new NotFound()
  return insight
}

/** Pages that cite it, found last first. */
export async function listCitations(
  scope: WorkspaceScope,
  insightId: string,
  list: { after?: string; before?: string } = {},
) {
  authorizeToSee(scope, 'insights.read')
  const place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, '-found', 'time')
  const isBack = place?.way === 'before'
  const direction = isBack ? 'asc' : 'desc'
  const rowsAt = (beyond: PagePlace | null) =>
    database().insightMention.findMany({
      where: {
        ...{ workspaceId: scope.workspaceId, insightId, state: 'cites', mention: { deletedAt: null } },
        ...(beyond ? { OR: behind(beyond) } : {}),
      },
      orderBy: [{ at: direction }, { id: direction }],
      take: CITATIONS_PER_PAGE + 1,
      include: {
        by: { select: { name: true } },
        mention: {
          select: {
            ...{ id: true, url: true, outcome: true, provenance: true },
            prospect: { select: { id: true, name: true, deletedAt: true } },
          },
        },
      },
    })
  const { rows, before, after } = await pageAt(place, CITATIONS_PER_PAGE, rowsAt, (row) =>
    writeCursor('-found', row.at, row.id),
  )
  return { citations: rows, before, after }
}

/** Mentions of its Site that are not tied to it, newest first: for saying that one of them cites it. */
export async function listMentionsToTie(
  scope: WorkspaceScope,
  { insightId, siteId, words = '' }: { insightId: string; siteId: string; words?: string },
) {
  authorizeToSee(scope, 'insights.read')
  return database().mention.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      AND: [narrowedMentions({ site: siteId, q: words }, scope)],
      insights: { none: { insightId, state: 'cites' } },
    },
    // It is null in every row. Naming it first lets PostgreSQL walk the index instead of sorting everything.
    orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: OFFERED,
    select: { id: true, url: true, outcome: true, provenance: true, prospect: { select: { name: true } } },
  })
}

/** For the command palette: insights whose title holds these words. */
export async function searchInsights(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'insights.read')
  return database().insight.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      title: { contains: likeText(words), mode: 'insensitive' },
    },
    orderBy: { createdAt: 'desc' },
    take: atMost,
    select: { id: true, title: true, site: { select: { name: true } } },
  })
}

/** The insights a mention's page cites. */
export async function listInsightsCitedBy(scope: WorkspaceScope, mentionId: string) {
  authorizeToSee(scope, 'insights.read')
  return database().insight.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null },
      mentions: { some: { mentionId, state: 'cites' } },
    },
    orderBy: { createdAt: 'desc' },
    take: OFFERED,
    select: { id: true, title: true },
  })
}

function behind({ way, cursor }: PagePlace): Prisma.InsightMentionWhereInput[] {
  const at = new Date(String(cursor.value))
  return way === 'after'
    ? [{ at: { lt: at } }, { at, id: { lt: cursor.id } }]
    : [{ at: { gt: at } }, { at, id: { gt: cursor.id } }]
}

function insightsAt(scope: WorkspaceScope, place: PagePlace | null) {
  const { value, id } = place?.cursor ?? { value: null, id: '' }
  const isBack = place?.way === 'before'
  const beyond = place
    ? Prisma.sql`AND (i."createdAt", i."id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`} (${value}::timestamptz, ${id})`
    : Prisma.empty
  const direction = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return workspaceSql<Row>(database(), scope)`
    SELECT i."id", i."title", i."url", i."publishedOn", i."createdAt", s."name" AS "siteName",
           counted."citing", counted."linking"
      FROM (SELECT * FROM "Insight" i
             WHERE i."workspaceId" = ${WORKSPACE} AND i."deletedAt" IS NULL ${beyond}
             ORDER BY i."createdAt" ${direction}, i."id" ${direction} LIMIT ${INSIGHTS_PER_PAGE + 1}) i
      JOIN "Site" s ON s."workspaceId" = i."workspaceId" AND s."id" = i."siteId"
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS "citing", (count(*) FILTER (WHERE found."outcome" = ANY (${LINKED}::text[])))::int AS "linking"
         FROM (SELECT m."outcome" FROM "InsightMention" t
                 JOIN "Mention" m ON m."workspaceId" = t."workspaceId" AND m."id" = t."mentionId" AND m."deletedAt" IS NULL
                WHERE t."workspaceId" = i."workspaceId" AND t."insightId" = i."id" AND t."state" = 'cites'
                LIMIT ${COUNTED_TO + 1}) found) counted
     ORDER BY i."createdAt" ${direction}, i."id" ${direction}`
}
