import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addFeed, followProspect, removeFeed, unfollowProspect } from './feed-commands.ts'
import { addFeedSchema } from './feed-schema.ts'
import { markPostRead, markPostsRead, markPostUnread } from './post-commands.ts'
import { POSTS_PER_PAGE, placeText, readPostList } from './post-list.ts'
import { countUnreadPosts, getFeedsOfProspect, getPost, listFollowed, listPosts } from './post-queries.ts'

const HOUR_MS = 3_600_000
let ours: WorkspaceScope
let theirs: WorkspaceScope

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

async function jobsOf(queue: string, key: string, id: string): Promise<number> {
  const rows = await database().$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM pgboss.job WHERE name = ${queue} AND data->>${key} = ${id}`
  return Number(rows[0]?.n ?? 0)
}

let made = 0
/** A followed prospect with posts, one an hour, the newest first. */
async function followedWith(scope: WorkspaceScope, count: number, name = 'Northbound') {
  const prospectId = await aProspect(scope, name)
  const { feedId } = await addFeed(scope, { prospectId, url: `https://feeds.test/${prospectId}` })
  made += 1
  await database().feedPost.createMany({
    data: Array.from({ length: count }, (_, i) => ({
      workspaceId: scope.workspaceId,
      feedId,
      prospectId,
      guidKey: `${made}-${i}`,
      url: `https://feeds.test/${made}/${i}`,
      title: `${name} ${i}`,
      text: 'Words',
      publishedAt: new Date(NOON.getTime() - i * HOUR_MS),
      seenAt: NOON,
      listedAt: new Date(NOON.getTime() - i * HOUR_MS),
    })),
  })
  const posts = await database().feedPost.findMany({
    where: { workspaceId: scope.workspaceId, feedId },
    orderBy: { listedAt: 'desc' },
  })
  return { prospectId, feedId, posts }
}

describe('following a prospect', () => {
  it('asks for one search, however often it is clicked', async () => {
    const prospectId = await aProspect(ours)
    await Promise.all([followProspect(ours, { prospectId }), followProspect(ours, { prospectId })])
    expect(await getFeedsOfProspect(ours, prospectId)).toMatchObject({
      followedAt: NOON,
      feedSearch: 'waiting',
      feeds: [],
    })
    expect(await jobsOf('find-feeds', 'prospectId', prospectId)).toBe(1)
  })

  it('searches again where the last search found nothing, and keeps the day it began', async () => {
    const prospectId = await aProspect(ours)
    await followProspect(ours, { prospectId })
    await database().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: prospectId },
      data: { feedSearch: 'none' },
    })
    const later = at(ours, '2026-03-05T12:00:00Z')
    await followProspect(later, { prospectId })
    expect(await getFeedsOfProspect(ours, prospectId)).toMatchObject({
      followedAt: NOON,
      feedSearch: 'waiting',
    })
    expect(await jobsOf('find-feeds', 'prospectId', prospectId)).toBe(2)
  })

  it('wakes the feed that is known instead of searching', async () => {
    const { prospectId } = await followedWith(ours, 1)
    await unfollowProspect(ours, { prospectId })
    expect((await getFeedsOfProspect(ours, prospectId)).feeds[0]?.nextLookAt).toBeNull()
    await followProspect(ours, { prospectId })
    expect((await getFeedsOfProspect(ours, prospectId)).feeds[0]?.nextLookAt).toEqual(NOON)
    expect(await jobsOf('find-feeds', 'prospectId', prospectId)).toBe(0)
  })

  it('is for those who may write, and for prospects that are there', async () => {
    const prospectId = await aProspect(ours)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(followProspect(reviewer, { prospectId })).rejects.toThrow(Refusal)
    await expect(followProspect(theirs, { prospectId })).rejects.toThrow(NotFound)
    await expect(unfollowProspect(theirs, { prospectId })).rejects.toThrow(NotFound)
    await expect(addFeed(theirs, { prospectId, url: 'https://x.test/feed' })).rejects.toThrow(NotFound)
  })
})

describe('a feed’s address', () => {
  it.each([
    ['https://blog.test/feed', 'https://blog.test/feed'],
    ['blog.test/feed', 'https://blog.test/feed'],
    ['feed:https://blog.test/feed', 'https://blog.test/feed'],
    ['feed://blog.test/feed', 'https://blog.test/feed'],
    [' https://blog.test/feed ', 'https://blog.test/feed'],
  ])('%j is taken', (url, expected) => {
    expect(addFeedSchema.parse({ prospectId: crypto.randomUUID(), url }).url).toBe(expected)
  })

  it.each(['', 'javascript:alert(1)', 'feed:javascript:alert(1)', 'mailto:jo@blog.test', 'two words'])(
    '%j is refused',
    (url) => {
      expect(addFeedSchema.safeParse({ prospectId: crypto.randomUUID(), url }).success).toBe(false)
    },
  )

  it('given twice is one feed, and follows the prospect', async () => {
    const prospectId = await aProspect(ours)
    const first = await addFeed(ours, { prospectId, url: 'https://blog.test/feed' })
    const second = await addFeed(ours, { prospectId, url: 'http://www.blog.test/feed/' })
    expect(second.feedId).toBe(first.feedId)
    expect((await getFeedsOfProspect(ours, prospectId)).followedAt).toEqual(NOON)
    expect(await jobsOf('look-at-feed', 'feedId', first.feedId)).toBe(2)
  })

  it('can be forgotten, with its posts, and given again', async () => {
    const { prospectId, feedId } = await followedWith(ours, 2)
    await removeFeed(ours, { feedId })
    expect((await listPosts(ours, { prospect: prospectId })).posts).toEqual([])
    await expect(removeFeed(ours, { feedId })).rejects.toThrow(NotFound)
    await addFeed(ours, { prospectId, url: `https://feeds.test/${prospectId}` })
    expect((await listPosts(ours, { prospect: prospectId })).posts).toHaveLength(2)
  })
})

describe('the reading list', () => {
  it('is each member’s own', async () => {
    const { prospectId, posts } = await followedWith(ours, 3)
    const writer = await aMember(ours.workspaceId, 'writer')
    const [first] = posts
    await markPostRead(ours, { postId: first?.id ?? '' })
    await markPostRead(ours, { postId: first?.id ?? '' })
    expect((await listPosts(ours, { prospect: prospectId })).posts.map(({ title }) => title)).toEqual([
      'Northbound 1',
      'Northbound 2',
    ])
    expect((await listPosts(writer, { prospect: prospectId })).posts).toHaveLength(3)
    expect(
      (await listPosts(ours, { prospect: prospectId, show: 'all' })).posts.map(({ isRead }) => isRead),
    ).toEqual([true, false, false])
    await markPostUnread(ours, { postId: first?.id ?? '' })
    expect((await listPosts(ours, { prospect: prospectId })).posts).toHaveLength(3)
  })

  it('marks a post and all older ones, and none that came in since', async () => {
    const { prospectId, posts } = await followedWith(ours, 4)
    const place = posts[1]
    if (!place?.listedAt) throw new Error('no post')
    const input = { upTo: place.listedAt, upToId: place.id, prospectId }
    expect(await markPostsRead(ours, input)).toEqual({ count: 3 })
    expect(await markPostsRead(ours, input)).toEqual({ count: 0 })
    expect((await listPosts(ours, { prospect: prospectId })).posts.map(({ title }) => title)).toEqual([
      'Northbound 0',
    ])
  })

  it('turns its pages by place: nothing is missed or shown twice while posts come in', async () => {
    const { prospectId } = await followedWith(ours, POSTS_PER_PAGE + 5)
    const first = await listPosts(ours, { prospect: prospectId })
    expect(first.posts).toHaveLength(POSTS_PER_PAGE)
    const second = await listPosts(ours, readPostList({ prospect: prospectId, after: first.nextAfter ?? '' }))
    expect(second.posts.map(({ title }) => title)).toEqual([30, 31, 32, 33, 34].map((n) => `Northbound ${n}`))
    expect(second.nextAfter).toBeNull()
  })

  it('leaves out whom nobody follows, what lies in the trash, and what is too old to catch up with', async () => {
    const { prospectId } = await followedWith(ours, 2, 'Let go')
    expect((await listFollowed(ours)).map(({ name }) => name)).toContain('Let go')
    await unfollowProspect(ours, { prospectId })
    expect((await listPosts(ours, { prospect: prospectId, show: 'all' })).posts).toEqual([])
    expect((await listFollowed(ours)).map(({ name }) => name)).not.toContain('Let go')
    const { prospectId: other } = await followedWith(ours, 2)
    const muchLater = at(ours, '2026-06-20T12:00:00Z')
    expect((await listPosts(muchLater, { prospect: other })).posts).toEqual([])
    expect((await listPosts(muchLater, { prospect: other, show: 'all' })).posts).toHaveLength(2)
  })

  it('is counted up to a point, and not for those who may not see it', async () => {
    const { theirs: lone } = await twoWorkspaces()
    expect(await countUnreadPosts(lone)).toBe(0)
    await followedWith(lone, 60)
    expect(await countUnreadPosts(lone)).toBe(50)
    await expect(countUnreadPosts(await aMember(lone.workspaceId, 'viewer'))).rejects.toThrow(NotFound)
  })

  it('opens a post with the one after it, and nobody else’s', async () => {
    const { posts } = await followedWith(ours, 2)
    const [first, second] = posts
    const opened = await getPost(ours, first?.id ?? '')
    expect(opened).toMatchObject({ title: 'Northbound 0', readAt: null })
    expect(opened.nextId).not.toBeNull()
    await markPostRead(ours, { postId: second?.id ?? '' })
    expect((await getPost(ours, second?.id ?? '')).readAt).toEqual(NOON)
    await expect(getPost(theirs, first?.id ?? '')).rejects.toThrow(NotFound)
    await expect(markPostRead(theirs, { postId: first?.id ?? '' })).rejects.toThrow(NotFound)
  })
})

describe('the list’s address', () => {
  it.each([
    [{}, { prospect: '', show: 'unread', after: '' }],
    [
      { show: 'all', prospect: 'x' },
      { prospect: '', show: 'all', after: '' },
    ],
    [
      { show: ['all', 'x'], after: 'nonsense' },
      { prospect: '', show: 'all', after: '' },
    ],
  ])('%j', (parameters, expected) => {
    expect(readPostList(parameters)).toEqual(expected)
  })

  it('keeps a place as it was', () => {
    const after = placeText({ listedAt: NOON, id: '01a20632-d924-715e-910f-b579fb240a8c' })
    expect(readPostList({ after }).after).toBe(after)
  })
})
