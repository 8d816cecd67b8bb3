import type { CampaignRoute } from '#lib/domain/campaign-routes.ts'
import type { ProspectKind } from '#lib/domain/prospect-kinds.ts'
import type { WorkedCounts } from '#lib/domain/what-worked.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { outcomesOf } from '../mentions/outcome-groups.ts'
import { NOT_BOUGHT, SAID_OURS } from '../mentions/said-ours-queries.ts'
import { momentsOf, type WorkedList } from './worked-list.ts'

const LINKS = outcomesOf('links')
const NAMED = outcomesOf('unlinked')

/** What became of a campaign's letters to one kind of outlet. */
export type WorkedCell = WorkedCounts & {
  campaignId: string
  campaignName: string
  route: CampaignRoute
  kind: ProspectKind
}

/**
 * What became of the letters sent in a stretch of time, by campaign and kind of outlet, of the Sites this person may see. A
 * letter counts once, whatever came of it; one that somebody moved to the trash does not.
 */
export async function countWhatWorked(
  scope: WorkspaceScope,
  list: Pick<WorkedList, 'from' | 'to' | 'site' | 'errors'>,
): Promise<WorkedCell[]> {
  authorizeToSee(scope, 'reports.letters')
  const { since, until } = momentsOf(list, scope.timeZone)
  return workspaceSql<WorkedCell>(database(), scope)`
    SELECT c."id" AS "campaignId", c."name" AS "campaignName", c."route", g."kind",
           g."sent", g."answered", g."linked", g."named", g."waiting"
      FROM (
        SELECT p."campaignId", o."kind", count(*)::int AS "sent", count(p."answeredAt")::int AS "answered",
               count(*) FILTER (WHERE m."isLinked")::int AS "linked",
               count(*) FILTER (WHERE NOT m."isLinked" AND m."isNamed")::int AS "named",
               count(*) FILTER (WHERE p."state" = 'sent' AND p."answeredAt" IS NULL)::int AS "waiting"
          FROM "Pitch" p
          JOIN "Prospect" o ON o."workspaceId" = ${WORKSPACE} AND o."id" = p."prospectId"
          LEFT JOIN (${mentionsOf(scope)}) m ON m."pitchId" = p."id"
         WHERE p."workspaceId" = ${WORKSPACE} AND p."deletedAt" IS NULL AND p."sentAt" IS NOT NULL
               ${since ? Prisma.sql`AND p."sentAt" >= ${since}::timestamptz` : Prisma.empty}
               ${until ? Prisma.sql`AND p."sentAt" < ${until}::timestamptz` : Prisma.empty}
         GROUP BY p."campaignId", o."kind") g
      JOIN "Campaign" c ON c."workspaceId" = ${WORKSPACE} AND c."id" = g."campaignId" AND c."deletedAt" IS NULL
       ${sitesOf(scope, list.site)}
     ORDER BY c."id", g."kind"`
}

/** Letters that a page came of: whether a look ever saw a link there, or one sees our name there now. */
export function mentionsOf({ workspaceId }: WorkspaceScope, which = Prisma.empty): Prisma.Sql {
  return Prisma.sql`
    SELECT "pitchId", bool_or(m."everLinked" OR m."outcome" = ANY (${LINKS}::text[])) AS "isLinked",
           bool_or(m."outcome" = ANY (${NAMED}::text[])) AS "isNamed"
      FROM "Mention" m
     WHERE m."workspaceId" = ${workspaceId} AND m."pitchId" IS NOT NULL AND m."deletedAt" IS NULL AND ${NOT_BOUGHT} AND ${SAID_OURS} ${which}
     GROUP BY "pitchId"`
}

/** Ids of letters that some page came of, for who looks for those alone: there are far fewer than letters. */
export function mentionedSql({ workspaceId }: WorkspaceScope): Prisma.Sql {
  return Prisma.sql`
    SELECT m."pitchId" FROM "Mention" m
     WHERE m."workspaceId" = ${workspaceId} AND m."pitchId" IS NOT NULL AND m."deletedAt" IS NULL AND ${NOT_BOUGHT} AND ${SAID_OURS}
       AND (m."everLinked" OR m."outcome" = ANY (${[...LINKS, ...NAMED]}::text[]))`
}

/** Campaigns of one Site, or of those a viewer may see. */
export function sitesOf({ siteIds }: WorkspaceScope, site: string): Prisma.Sql {
  return Prisma.sql`
    ${site ? Prisma.sql`AND c."siteId" = ${site}` : Prisma.empty}
    ${siteIds ? Prisma.sql`AND c."siteId" = ANY (${[...siteIds]}::text[])` : Prisma.empty}`
}
