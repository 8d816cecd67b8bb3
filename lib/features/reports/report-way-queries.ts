import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { outcomesOf } from '../mentions/outcome-groups.ts'
import { NOT_BOUGHT, SAID_OURS } from '../mentions/said-ours-queries.ts'
import type { ReportChoice } from './report-choice.ts'
import { within } from './report-mention-queries.ts'
import type { ReportWay, WayNumber } from './report-ways.ts'

export type WayCounts = Record<WayNumber, number> & { way: ReportWay }

/** How far each way other than letters reached, in the time asked for; a way nobody tried is left out. */
export async function readWayNumbers(scope: WorkspaceScope, choice: ReportChoice): Promise<WayCounts[]> {
  authorizeToSee(scope, 'reports.letters')
  return workspaceSql<WayCounts>(database(), scope)`
    SELECT r."way", count(*) FILTER (WHERE ${WAY_MARKS.tried})::int AS "tried",
           count(*) FILTER (WHERE ${WAY_MARKS.reached})::int AS "reached", count(*) FILTER (WHERE ${WAY_MARKS.linked})::int AS "linked"
      FROM (${wayRows(choice, scope)}) r WHERE ${WORKSPACE} <> '' GROUP BY r."way"`
}

export const WAY_MARKS: Readonly<Record<WayNumber, Prisma.Sql>> = {
  tried: Prisma.sql`true`,
  reached: Prisma.sql`(r."isLinked" OR r."isNamed")`,
  linked: Prisma.sql`r."isLinked"`,
}

/**
 * What was tried in the time asked for, each with whether a page came of it: samples by the day they went off, requests by
 * the day of our answer, work with outlets (past the planning) and insights by the day they were recorded here.
 */
export function wayRows(choice: ReportChoice, scope: WorkspaceScope): Prisma.Sql {
  const { workspaceId } = scope
  const { way } = choice
  const parts = [
    way === undefined || way === 'samples' ? [samples(scope, choice)] : [],
    way === undefined || way === 'requests' ? [requests(scope, choice)] : [],
    way === undefined || (way !== 'samples' && way !== 'requests' && way !== 'insights')
      ? [work(scope, choice)]
      : [],
    way === undefined || way === 'insights' ? [insights(scope, choice)] : [],
  ].flat()
  return Prisma.sql`
    SELECT t.*, coalesce(m."isLinked", false) AS "isLinked", coalesce(m."isNamed", false) AS "isNamed"
      FROM (${Prisma.join(parts, ' UNION ALL ')}) t("way", "id", "at", "title", "siteId", "prospectId", "campaignId", "state", "mentionIds")
      LEFT JOIN LATERAL (
        SELECT bool_or(m."everLinked" OR m."outcome" = ANY (${outcomesOf('links')}::text[])) AS "isLinked",
               bool_or(m."outcome" = 'mentioned-unlinked') AS "isNamed"
          FROM "Mention" m
         WHERE m."workspaceId" = ${workspaceId} AND m."id" = ANY (t."mentionIds") AND m."deletedAt" IS NULL
           AND ${NOT_BOUGHT} AND ${SAID_OURS}) m ON true`
}

function samples({ workspaceId, timeZone, siteIds }: WorkspaceScope, choice: ReportChoice): Prisma.Sql {
  const { campaign, member } = choice
  return Prisma.sql`
    SELECT 'samples' AS "way", s."id", s."sentAt" AS "at", i."name" AS "title", i."siteId", s."prospectId", s."campaignId", s."state",
           ARRAY(SELECT m."id" FROM "Mention" m WHERE m."workspaceId" = ${workspaceId} AND m."sampleId" = s."id") AS "mentionIds"
      FROM "Sample" s JOIN "SampleItem" i ON i."workspaceId" = ${workspaceId} AND i."id" = s."itemId"
     WHERE s."workspaceId" = ${workspaceId} AND s."deletedAt" IS NULL AND ${within(timeZone, choice, Prisma.sql`s."sentAt"`)}
           ${ofSites(siteIds, choice, Prisma.sql`i."siteId"`)}
           ${campaign ? Prisma.sql`AND s."campaignId" = ${campaign}` : Prisma.empty}
           ${member ? Prisma.sql`AND s."offeredById" = ${member}` : Prisma.empty}`
}

function requests({ workspaceId, timeZone, siteIds }: WorkspaceScope, choice: ReportChoice): Prisma.Sql {
  const { campaign, member } = choice
  return Prisma.sql`
    SELECT 'requests', q."id", q."sentAt", q."topic", q."siteId", q."prospectId", NULL, q."state",
           CASE WHEN q."mentionId" IS NULL THEN '{}'::text[] ELSE ARRAY[q."mentionId"] END
      FROM "Request" q
     WHERE q."workspaceId" = ${workspaceId} AND q."deletedAt" IS NULL AND ${within(timeZone, choice, Prisma.sql`q."sentAt"`)}
           ${ofSites(siteIds, choice, Prisma.sql`q."siteId"`)}
           ${campaign ? Prisma.sql`AND false` : Prisma.empty}
           ${member ? Prisma.sql`AND q."sentById" = ${member}` : Prisma.empty}`
}

function work({ workspaceId, timeZone, siteIds }: WorkspaceScope, choice: ReportChoice): Prisma.Sql {
  const { campaign, member, way } = choice
  return Prisma.sql`
    SELECT w."kind", w."id", w."createdAt", w."title", w."siteId", w."prospectId", w."campaignId", w."state",
           CASE WHEN w."mentionId" IS NULL THEN '{}'::text[] ELSE ARRAY[w."mentionId"] END
      FROM "Contribution" w
     WHERE w."workspaceId" = ${workspaceId} AND w."deletedAt" IS NULL AND w."state" <> 'planned'
           AND ${within(timeZone, choice, Prisma.sql`w."createdAt"`)}
           ${ofSites(siteIds, choice, Prisma.sql`w."siteId"`)}
           ${way === undefined ? Prisma.empty : Prisma.sql`AND w."kind" = ${way}`}
           ${campaign ? Prisma.sql`AND w."campaignId" = ${campaign}` : Prisma.empty}
           ${member ? Prisma.sql`AND w."ownerId" = ${member}` : Prisma.empty}`
}

function insights({ workspaceId, timeZone, siteIds }: WorkspaceScope, choice: ReportChoice): Prisma.Sql {
  const { campaign, member } = choice
  return Prisma.sql`
    SELECT 'insights', n."id", n."createdAt", n."title", n."siteId", NULL, NULL, NULL,
           ARRAY(SELECT c."mentionId" FROM "InsightMention" c
                  WHERE c."workspaceId" = ${workspaceId} AND c."insightId" = n."id" AND c."state" = 'cites')
      FROM "Insight" n
     WHERE n."workspaceId" = ${workspaceId} AND n."deletedAt" IS NULL AND ${within(timeZone, choice, Prisma.sql`n."createdAt"`)}
           ${ofSites(siteIds, choice, Prisma.sql`n."siteId"`)}
           ${campaign ? Prisma.sql`AND false` : Prisma.empty}
           ${member ? Prisma.sql`AND n."recordedById" = ${member}` : Prisma.empty}`
}

function ofSites(siteIds: readonly string[] | null, { site }: ReportChoice, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    ${site ? Prisma.sql`AND ${column} = ${site}` : Prisma.empty}
    ${siteIds ? Prisma.sql`AND ${column} = ANY (${[...siteIds]}::text[])` : Prisma.empty}`
}
