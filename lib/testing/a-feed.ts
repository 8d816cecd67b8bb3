import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

let made = 0

type PostOfFeed = { title: string; url?: string; guid?: string; at?: Date | null; html?: string }

/** An RSS feed of these posts, as a server sends it. */
export function rssOf(posts: readonly PostOfFeed[], extra = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Northbound</title>
    <link>http://northbound.test/</link>${extra}${posts.map(itemOf).join('')}</channel></rss>`
}

function itemOf(post: PostOfFeed): string {
  const url = post.url ?? `http://northbound.test/${encodeURIComponent(post.title)}`
  const date = post.at ? `<pubDate>${post.at.toUTCString()}</pubDate>` : ''
  return `<item><title>${post.title}</title><link>${url}</link><guid isPermaLink="false">${post.guid ?? url}</guid>
    ${date}<description><![CDATA[${post.html ?? ''}]]></description></item>`
}

/** A followed outlet whose site stands at that address, straight into the table. */
export async function aFollowedProspect(
  scope: WorkspaceScope,
  homepage: string,
  name = 'Northbound',
): Promise<string> {
  made += 1
  const key = `feeds-${made}.test`
  const { id } = await database().prospect.create({
    data: {
      workspaceId: scope.workspaceId,
      kind: 'blogger',
      name,
      homepage,
      outletKey: key,
      liveOutletKey: key,
      followedAt: scope.now,
      createdAt: scope.now,
      updatedAt: scope.now,
    },
  })
  return id
}

/** A feed that waits for its look. */
export async function aFeed(scope: WorkspaceScope, prospectId: string, url: string) {
  const { workspaceId, now } = scope
  const { id } = await database().feed.create({
    data: {
      workspaceId,
      prospectId,
      url,
      urlKey: url,
      kind: 'unknown',
      state: 'waiting',
      nextLookAt: now,
      createdAt: now,
    },
  })
  return { workspaceId, feedId: id }
}

export function feedOf({ workspaceId, feedId }: { workspaceId: string; feedId: string }) {
  return database().feed.findFirstOrThrow({ where: { workspaceId, id: feedId } })
}

export function postsOf({ workspaceId, feedId }: { workspaceId: string; feedId: string }) {
  return database().feedPost.findMany({
    where: { workspaceId, feedId },
    orderBy: [{ listedAt: 'desc' }, { title: 'asc' }],
  })
}

/** Asks for it again, as the clock does. */
export async function askAgain({ workspaceId, feedId }: { workspaceId: string; feedId: string }) {
  await database().feed.updateMany({ where: { workspaceId, id: feedId }, data: { state: 'waiting' } })
}
