import { NotFound } from '#lib/domain/refusal.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import type { MarkPostsInput } from './feed-schema.ts'
import { POSTS_PER_PAGE, type PostList, placeText, readPlace } from './post-list.ts'

const DAY_MS = 24 * 3_600_000
/** What nobody read by then is let go: the list is for reading, not for catching up. */
const UNREAD_DAYS = 60
const COUNTED_MAX = 50
/** What Today calls new: older posts are on the list, and nobody is reminded of them. */
const COUNTED_DAYS = 14
/** So many posts are marked by one click; who has more clicks again, instead of waiting. */
const MARKED_AT_ONCE = 10_000
const FOLLOWED_MAX = 500

export type PostRow = {
  id: string
  url: string
  title: string
  author: string
  summary: string
  audioUrl: string | null
  listedAt: Date
  prospectId: string
  prospectName: string
  mentionId: string | null
  isRead: boolean
}

/** One page of the posts of followed prospects, newest first; only what this member has not read, unless they ask for all. */
export async function listPosts(scope: WorkspaceScope, list: Partial<PostList> = {}) {
  authorizeToSee(scope, 'prospects.read')
  const { prospect = '', show = 'unread', after = '' } = list
  const place = readPlace(after)
  const before = place?.listedAt ?? new Date(scope.now.getTime() + DAY_MS)
  const beforeId = place?.id ?? ''
  const since = show === 'all' ? new Date(0) : unreadSince(scope)
  const rows = await workspaceSql<PostRow>(database(), scope)`
    SELECT p."id", p."url", p."title", p."author", p."summary", p."audioUrl", p."listedAt", p."prospectId",
           o."name" AS "prospectName", p."mentionId", m."postId" IS NOT NULL AS "isRead"
      FROM "FeedPost" p
      JOIN "Prospect" o ON o."workspaceId" = p."workspaceId" AND o."id" = p."prospectId"
                       AND o."followedAt" IS NOT NULL AND o."deletedAt" IS NULL
      JOIN "Feed" f ON f."workspaceId" = p."workspaceId" AND f."id" = p."feedId" AND f."deletedAt" IS NULL
      LEFT JOIN "PostMark" m ON m."workspaceId" = p."workspaceId" AND m."postId" = p."id" AND m."memberId" = ${scope.memberId}
     WHERE p."workspaceId" = ${WORKSPACE} AND p."listedAt" >= ${since}
       AND (p."listedAt", p."id") < (${before}, ${beforeId})
       AND (${prospect} = '' OR p."prospectId" = ${prospect})
       AND (${show} = 'all' OR m."postId" IS NULL)
     ORDER BY p."listedAt" DESC, p."id" DESC
     LIMIT ${POSTS_PER_PAGE + 1}`
  const posts = rows.slice(0, POSTS_PER_PAGE)
  const last = posts.at(-1)
  return { posts, nextAfter: rows.length > POSTS_PER_PAGE && last ? placeText(last) : null }
}

/** How many posts of the last days this member has not read, up to 50: more is "many". */
export async function countUnreadPosts(scope: WorkspaceScope): Promise<number> {
  authorizeToSee(scope, 'prospects.read')
  const [row] = await workspaceSql<{ n: number }>(database(), scope)`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM "FeedPost" p
        JOIN "Prospect" o ON o."workspaceId" = p."workspaceId" AND o."id" = p."prospectId"
                         AND o."followedAt" IS NOT NULL AND o."deletedAt" IS NULL
        JOIN "Feed" f ON f."workspaceId" = p."workspaceId" AND f."id" = p."feedId" AND f."deletedAt" IS NULL
       WHERE p."workspaceId" = ${WORKSPACE} AND p."listedAt" >= ${unreadSince(scope, COUNTED_DAYS)}
         AND NOT EXISTS (SELECT 1 FROM "PostMark" m WHERE m."workspaceId" = p."workspaceId" AND m."postId" = p."id"
                            AND m."memberId" = ${scope.memberId})
       LIMIT ${COUNTED_MAX}) AS unread`
  return row?.n ?? 0
}

/** A post to be read, and the unread one that comes after it on the list. @throws NotFound */
export async function getPost(scope: WorkspaceScope, postId: string) {
  authorizeToSee(scope, 'prospects.read')
  const { workspaceId, memberId } = scope
  const post = await database().feedPost.findFirst({
    where: { workspaceId, id: postId, feed: { deletedAt: null }, prospect: { deletedAt: null } },
    include: {
      prospect: { select: { id: true, name: true, followedAt: true } },
      feed: { select: { id: true, title: true } },
      marks: { where: { memberId }, select: { at: true } },
    },
  })
  if (!post) throw new NotFound()
  const { marks, ...rest } = post
  const at = { listedAt: post.listedAt ?? post.seenAt, id: post.id }
  const { posts } = await listPosts(scope, { after: placeText(at) })
  return { ...rest, readAt: marks[0]?.at ?? null, nextId: posts[0]?.id ?? null }
}

/** Whose posts are on the list, by name. */
export async function listFollowed(scope: WorkspaceScope) {
  authorizeToSee(scope, 'prospects.read')
  return database().prospect.findMany({
    where: { workspaceId: scope.workspaceId, followedAt: { not: null }, deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: FOLLOWED_MAX,
    select: { id: true, name: true },
  })
}

/** A prospect's feeds, how the search for one went, and their last posts. @throws NotFound */
export async function getFeedsOfProspect(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  const here = { workspaceId: scope.workspaceId, prospectId }
  const [prospect, feeds] = await Promise.all([
    database().prospect.findFirst({
      where: { workspaceId: scope.workspaceId, id: prospectId, deletedAt: null },
      select: { followedAt: true, feedSearch: true, feedSearchedAt: true },
    }),
    database().feed.findMany({
      where: { ...here, deletedAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        url: true,
        kind: true,
        title: true,
        state: true,
        failure: true,
        lastLookAt: true,
        nextLookAt: true,
      },
    }),
  ])
  if (!prospect) throw new NotFound()
  // Not beside the feeds: of a feed that was read in between, the page would say that it was read, and show nothing of it.
  const posts = await database().feedPost.findMany({
    where: { ...here, feed: { deletedAt: null } },
    orderBy: [{ publishedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: 3,
    select: { id: true, title: true, url: true, publishedAt: true },
  })
  return { ...prospect, feeds, posts }
}

/** Marks a place on this member's list and what is older, in one statement; those marked before do not count. */
export async function markFrom(
  tx: Transaction,
  scope: WorkspaceScope,
  { upTo, upToId, prospectId }: MarkPostsInput,
): Promise<number> {
  const rows = await workspaceSql<{ postId: string }>(tx, scope)`
    INSERT INTO "PostMark" ("workspaceId", "postId", "memberId", "at")
    SELECT p."workspaceId", p."id", ${scope.memberId}, ${scope.now}
      FROM "FeedPost" p
      JOIN "Prospect" o ON o."workspaceId" = p."workspaceId" AND o."id" = p."prospectId"
                       AND o."followedAt" IS NOT NULL AND o."deletedAt" IS NULL
      JOIN "Feed" f ON f."workspaceId" = p."workspaceId" AND f."id" = p."feedId" AND f."deletedAt" IS NULL
     WHERE p."workspaceId" = ${WORKSPACE} AND p."listedAt" >= ${unreadSince(scope)}
       AND (p."listedAt", p."id") <= (${upTo}, ${upToId})
       AND (${prospectId ?? ''} = '' OR p."prospectId" = ${prospectId ?? ''})
       AND NOT EXISTS (SELECT 1 FROM "PostMark" m WHERE m."workspaceId" = p."workspaceId" AND m."postId" = p."id"
                          AND m."memberId" = ${scope.memberId})
     ORDER BY p."listedAt" DESC, p."id" DESC
     LIMIT ${MARKED_AT_ONCE}
    ON CONFLICT DO NOTHING
    RETURNING "postId"`
  return rows.length
}

function unreadSince({ now }: WorkspaceScope, days = UNREAD_DAYS): Date {
  return new Date(now.getTime() - days * DAY_MS)
}
