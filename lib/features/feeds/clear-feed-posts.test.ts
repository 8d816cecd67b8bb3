import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFeed, aFollowedProspect, postsOf } from '#lib/testing/a-feed.ts'
import { aReading } from '#lib/testing/a-reading.ts'
import { twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { clearFeedPosts } from './clear-feed-posts.ts'
import { POSTS_KEPT_OF_A_FEED } from './old-post-queries.ts'

const DAY_MS = 24 * 3_600_000
let ours: WorkspaceScope
let theirs: WorkspaceScope
let feed: Feed
type Feed = { workspaceId: string; feedId: string; prospectId: string }

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  feed = await feedIn(ours)
})

describe('old posts of feeds', () => {
  it('go when they were seen more than 400 days ago, in every workspace, and not before', async () => {
    const other = await feedIn(theirs)
    for (const each of [feed, other]) {
      await post(each, 'old', { days: 401 })
      await post(each, 'kept', { days: 399 })
    }
    expect(await clearFeedPosts(ours.now)).toEqual({ removed: 2 })
    expect(await titles(feed)).toEqual(['kept'])
    expect(await titles(other)).toEqual(['kept'])
    expect(await clearFeedPosts(ours.now)).toEqual({ removed: 0 })
  })

  it('stay when somebody marked them, wrote a note of them, or they name us', async () => {
    const { workspaceId, memberId, now } = ours
    await post(feed, 'gone', { days: 500 })
    const marked = await post(feed, 'marked', { days: 500 })
    await database().postMark.create({ data: { workspaceId, postId: marked, memberId, at: now } })
    await post(feed, 'naming us', { days: 500, mentionId: crypto.randomUUID() })
    const { url } = await aReading(ours, feed.prospectId, 'https://northbound.test/noted')
    await post(feed, 'noted', { days: 500, url })
    expect(await clearFeedPosts(now)).toEqual({ removed: 1 })
    expect(await titles(feed)).toEqual(['marked', 'naming us', 'noted'])
  })

  it('go when they stand behind the newest 500 of their feed, once they are no news any more', async () => {
    const { workspaceId, feedId, prospectId } = feed
    const seen = (n: number) => new Date(ours.now.getTime() - (40 + n / 50) * DAY_MS)
    await database().feedPost.createMany({
      data: Array.from({ length: POSTS_KEPT_OF_A_FEED + 300 }, (_, n) => ({
        ...{ workspaceId, feedId, prospectId, guidKey: `g${n}`, url: `https://northbound.test/${n}` },
        ...{ title: `Post ${n}`, seenAt: seen(n), publishedAt: n % 2 ? seen(n) : null },
      })),
    })
    expect(await clearFeedPosts(ours.now)).toEqual({ removed: 300 })
    const left = await postsOf(feed)
    expect(left.map(({ seenAt }) => seenAt.getTime()).sort()[0]).toBe(
      seen(POSTS_KEPT_OF_A_FEED - 1).getTime(),
    )
  })

  it('stay behind the newest 500 while they could come up as news again', async () => {
    const { workspaceId, feedId, prospectId } = feed
    const seenAt = new Date(ours.now.getTime() - 2 * DAY_MS)
    await database().feedPost.createMany({
      data: Array.from({ length: POSTS_KEPT_OF_A_FEED + 50 }, (_, n) => ({
        ...{ workspaceId, feedId, prospectId, guidKey: `g${n}`, url: `https://northbound.test/${n}` },
        ...{ seenAt: new Date(seenAt.getTime() - n), publishedAt: seenAt },
      })),
    })
    expect(await clearFeedPosts(ours.now)).toEqual({ removed: 0 })
  })

  it('without a date stay, however old, while their feed is short: it may still name them', async () => {
    await post(feed, 'undated', { days: 900, undated: true })
    expect(await clearFeedPosts(ours.now)).toEqual({ removed: 0 })
  })
})

async function feedIn(scope: WorkspaceScope): Promise<Feed> {
  const prospectId = await aFollowedProspect(scope, 'https://northbound.test/')
  return { ...(await aFeed(scope, prospectId, 'https://northbound.test/feed')), prospectId }
}

type Post = { days: number; url?: string; mentionId?: string; undated?: boolean }

async function post(of: Feed, title: string, { days, url, mentionId, undated }: Post) {
  const seenAt = new Date(ours.now.getTime() - days * DAY_MS)
  const { id } = await database().feedPost.create({
    data: {
      ...{ ...of, title, seenAt, guidKey: title, url: url ?? `https://northbound.test/${title}` },
      ...{ publishedAt: undated ? null : seenAt, mentionId: mentionId ?? null },
    },
  })
  return id
}

async function titles(of: Feed) {
  return (await postsOf(of)).map(({ title }) => title).sort()
}
