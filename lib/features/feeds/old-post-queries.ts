import { NEWS_DAYS } from '#lib/domain/feeds/list-place.ts'
import type { Database } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

const DAY_MS = 24 * 3_600_000
/** A post seen longer ago than that is old. */
export const POSTS_KEPT_DAYS = 400
/** Of a feed, so many of the newest stay, whatever their age; more than one answer of a feed can hold. */
export const POSTS_KEPT_OF_A_FEED = 500
/** Nothing goes that might come up as news again: a feed that still names it must find it known, or too old. */
const SETTLED_DAYS = NEWS_DAYS + 15
const ROWS_AT_ONCE = 2_000

/**
 * Deletes some of a workspace's old posts: seen more than POSTS_KEPT_DAYS ago, or behind the newest POSTS_KEPT_OF_A_FEED of
 * their feed. One without a date goes for its place in the feed alone, as it would pass for news. What somebody marked, what
 * a reading note was written of, and what names us stays.
 *
 * @returns how many; 0 where there are no more
 */
export async function deleteOldPosts(db: Database, { workspaceId, now }: { workspaceId: string; now: Date }) {
  const old = new Date(now.getTime() - POSTS_KEPT_DAYS * DAY_MS)
  const settled = new Date(now.getTime() - SETTLED_DAYS * DAY_MS)
  const [done] = await workspaceSql<{ count: number }>(db, { workspaceId })`
    WITH gone AS (
      DELETE FROM "FeedPost" WHERE "workspaceId" = ${WORKSPACE} AND "id" IN (
        SELECT p."id" FROM "Feed" f
         CROSS JOIN LATERAL (
           SELECT coalesce((SELECT n."seenAt" FROM "FeedPost" n WHERE n."workspaceId" = f."workspaceId" AND n."feedId" = f."id"
             ORDER BY n."seenAt" DESC OFFSET ${POSTS_KEPT_OF_A_FEED - 1} LIMIT 1), '-infinity') AS "from") newest
          JOIN "FeedPost" p ON p."workspaceId" = f."workspaceId" AND p."feedId" = f."id"
           AND p."seenAt" < greatest(${old}::timestamptz, least(newest."from", ${settled}::timestamptz))
         WHERE f."workspaceId" = ${WORKSPACE} AND p."mentionId" IS NULL
           AND CASE WHEN p."publishedAt" IS NULL THEN p."seenAt" < least(newest."from", ${settled}::timestamptz)
                ELSE p."publishedAt" < ${settled}::timestamptz END
           AND NOT EXISTS (SELECT 1 FROM "PostMark" m WHERE m."workspaceId" = p."workspaceId" AND m."postId" = p."id")
           AND NOT EXISTS (SELECT 1 FROM "ReadingNote" r WHERE r."workspaceId" = p."workspaceId"
                              AND r."prospectId" = p."prospectId" AND r."url" = p."url")
         LIMIT ${ROWS_AT_ONCE})
      RETURNING 1)
    SELECT count(*)::int AS "count" FROM gone`
  return done?.count ?? 0
}
