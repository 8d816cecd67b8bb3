import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'

/** The Sites this person may see, by name. */
export async function listSites(scope: WorkspaceScope) {
  authorizeToSee(scope, 'sites.read')
  return database().site.findMany({
    where: visibleSites(scope),
    orderBy: { name: 'asc' },
  })
}

/** How many campaigns and mentions each Site has that this person may see, counted no further than COUNTED_TO. */
export async function countOnSites(
  scope: WorkspaceScope,
): Promise<Map<string, { campaigns: number; mentions: number }>> {
  authorizeToSee(scope, 'sites.read')
  const counted = await workspaceSql<{ id: string; campaigns: number; mentions: number }>(database(), scope)`
    SELECT s."id", campaigns."n" AS "campaigns", mentions."n" AS "mentions" FROM "Site" s
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS "n" FROM (
         SELECT 1 FROM "Campaign" c
          WHERE c."workspaceId" = s."workspaceId" AND c."siteId" = s."id" AND c."deletedAt" IS NULL
          LIMIT ${COUNTED_TO + 1}) found) campaigns
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS "n" FROM (
         SELECT 1 FROM "Mention" m
          WHERE m."workspaceId" = s."workspaceId" AND m."siteId" = s."id" AND m."deletedAt" IS NULL
          LIMIT ${COUNTED_TO + 1}) found) mentions
     WHERE s."workspaceId" = ${WORKSPACE} AND s."deletedAt" IS NULL
       AND (${scope.siteIds === null} OR s."id" = ANY (${[...(scope.siteIds ?? [])]}::text[]))`
  return new Map(counted.map(({ id, ...counts }) => [id, counts]))
}

/** @throws NotFound */
export async function getSite(scope: WorkspaceScope, siteId: string) {
  authorizeToSee(scope, 'sites.read')
  const site = await database().site.findFirst({
    where: { AND: [visibleSites(scope), { id: siteId }], workspaceId: scope.workspaceId },
    include: { campaigns: { where: { deletedAt: null }, orderBy: { createdAt: 'desc' } } },
  })
  if (!site) throw new NotFound()
  return site
}

/** A viewer sees chosen Sites only. */
function visibleSites(scope: WorkspaceScope) {
  return {
    workspaceId: scope.workspaceId,
    deletedAt: null,
    ...(scope.siteIds ? { id: { in: [...scope.siteIds] } } : {}),
  }
}
