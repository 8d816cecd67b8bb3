import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'

/** How many names a form offers while a tag is typed. */
const SUGGESTED = 300

export type TagWithCounts = { id: string; name: string; prospects: number; contacts: number }

/** Every tag of the workspace by name, with how many live prospects and contacts carry it. */
export async function listTagsWithCounts(scope: WorkspaceScope): Promise<TagWithCounts[]> {
  authorizeToSee(scope, 'prospects.read')
  return workspaceSql<TagWithCounts>(database(), scope)`
    WITH of_prospects AS (
      SELECT carried.name, count(*)::int AS n FROM "Prospect", unnest(tags) AS carried(name)
       WHERE "workspaceId" = ${WORKSPACE} AND "deletedAt" IS NULL GROUP BY carried.name
    ), of_contacts AS (
      SELECT carried.name, count(*)::int AS n FROM "Contact", unnest(tags) AS carried(name)
       WHERE "workspaceId" = ${WORKSPACE} AND "deletedAt" IS NULL GROUP BY carried.name
    )
    SELECT tag.id, tag.name, coalesce(p.n, 0) AS prospects, coalesce(c.n, 0) AS contacts
      FROM "Tag" AS tag
      LEFT JOIN of_prospects AS p ON p.name = tag.name
      LEFT JOIN of_contacts AS c ON c.name = tag.name
     WHERE tag."workspaceId" = ${WORKSPACE}
     ORDER BY tag."nameKey", tag.id`
}

/** Names to offer while somebody types tags. */
export async function listTagNames(scope: WorkspaceScope): Promise<string[]> {
  authorizeToSee(scope, 'prospects.read')
  const tags = await database().tag.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: { nameKey: 'asc' },
    take: SUGGESTED,
    select: { name: true },
  })
  return tags.map((tag) => tag.name)
}

/**
 * Puts one tag in another's place on every prospect and contact, those in the trash too; null takes it off. Where both
 * stood, one stays. Part of a command that has asked who may.
 */
export async function putTagInPlaceOf(
  tx: Transaction,
  { workspaceId }: { workspaceId: string },
  { before, after }: { before: string; after: string | null },
) {
  await workspaceSql(tx, { workspaceId })`
    UPDATE "Prospect"
       SET tags = CASE WHEN ${after}::text IS NULL OR tags @> ARRAY[${after}::text]
                       THEN array_remove(tags, ${before}) ELSE array_replace(tags, ${before}, ${after}) END
     WHERE "workspaceId" = ${WORKSPACE} AND tags @> ARRAY[${before}]`
  await workspaceSql(tx, { workspaceId })`
    UPDATE "Contact"
       SET tags = CASE WHEN ${after}::text IS NULL OR tags @> ARRAY[${after}::text]
                       THEN array_remove(tags, ${before}) ELSE array_replace(tags, ${before}, ${after}) END
     WHERE "workspaceId" = ${WORKSPACE} AND tags @> ARRAY[${before}]`
}
