import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFeed, aFollowedProspect, askAgain, feedOf, postsOf, rssOf } from '#lib/testing/a-feed.ts'
import { otherPeoplesPages, type Page } from '#lib/testing/other-peoples-pages.ts'
import { aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import type { FeedWorld } from './feed-world.ts'
import { lookAtFeed } from './look-at-feed.ts'

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000
const ago = (days: number) => new Date(NOON.getTime() - days * DAY_MS)

let ours: WorkspaceScope
let outside: Awaited<ReturnType<typeof otherPeoplesPages>>

const world = (now = NOON): FeedWorld => ({
  resolve: outside.resolve,
  timeoutMs: 5_000,
  now: () => now,
  jitter: () => 0,
})

beforeAll(async () => {
  ours = await aWorkspace()
  outside = await otherPeoplesPages()
})

afterAll(() => outside.stop())

let hosts = 0
/** A feed at a host of its own, not looked at yet. */
async function feedAt(page: Page, path = '/feed') {
  hosts += 1
  const host = `feed-${hosts}.test`
  outside.pages[`${host}${path}`] = page
  const prospectId = await aFollowedProspect(ours, `http://${host}/`)
  const key = await aFeed(ours, prospectId, `http://${host}${path}`)
  return { ...key, prospectId, host, url: `http://${host}${path}` }
}

const XML = { 'content-type': 'application/rss+xml' }

describe('looking at a feed', () => {
  it('takes in what is new, and keeps old posts quiet at first', async () => {
    const feed = await feedAt({
      headers: XML,
      html: rssOf([
        { title: 'New', at: ago(2), html: '<p>One.</p><p>Two.</p>' },
        { title: 'Old', at: ago(40) },
        { title: 'Undated' },
        { title: 'Ahead', at: ago(-3) },
      ]),
    })
    await lookAtFeed(feed, world())
    const posts = await postsOf(feed)
    expect(posts.map(({ title, listedAt }) => [title, listedAt])).toEqual(
      expect.arrayContaining([
        ['New', ago(2)],
        ['Old', null],
        ['Undated', null],
        ['Ahead', NOON],
      ]),
    )
    expect(posts.find(({ title }) => title === 'New')?.text).toBe('One.\n\nTwo.')
    expect(await feedOf(feed)).toMatchObject({
      kind: 'rss',
      title: 'Northbound',
      state: 'idle',
      failure: null,
      lastLookAt: NOON,
    })
  })

  it('lists each new post once, also where two workers answer the same request', async () => {
    const feed = await feedAt({ headers: XML, html: rssOf([{ title: 'A', at: ago(1) }]) })
    await Promise.all([lookAtFeed(feed, world()), lookAtFeed(feed, world())])
    await askAgain(feed)
    outside.pages[`${feed.host}/feed`] = {
      headers: XML,
      html: rssOf([{ title: 'B', at: ago(0) }, { title: 'A', at: ago(1) }, { title: 'No date' }]),
    }
    await lookAtFeed(feed, world(new Date(NOON.getTime() + HOUR_MS)))
    expect((await postsOf(feed)).map(({ title }) => title).sort()).toEqual(['A', 'B', 'No date'])
    expect((await postsOf(feed)).find(({ title }) => title === 'No date')?.listedAt).not.toBeNull()
  })

  it('does not take a post for new because the feed names it anew each time', async () => {
    const page = (guid: string): Page => ({ headers: XML, html: rssOf([{ title: 'A', at: ago(1), guid }]) })
    const feed = await feedAt(page('one'))
    await lookAtFeed(feed, world())
    await askAgain(feed)
    outside.pages[`${feed.host}/feed`] = page('two')
    await lookAtFeed(feed, world())
    expect(await postsOf(feed)).toHaveLength(1)
  })

  it('asks only for what is new, and believes "not modified"', async () => {
    const feed = await feedAt({
      headers: { ...XML, etag: '"one"', 'last-modified': 'Tue, 03 Mar 2026 10:00:00 GMT' },
      html: rssOf([{ title: 'A', at: ago(1) }]),
    })
    await lookAtFeed(feed, world())
    await askAgain(feed)
    await lookAtFeed(feed, world(new Date(NOON.getTime() + HOUR_MS)))
    const asked = outside.asked.filter(({ address }) => address === `${feed.host}/feed`)
    expect(asked.map(({ ifChanged }) => ifChanged)).toEqual([false, true])
    expect(await feedOf(feed)).toMatchObject({ state: 'idle', failure: null, etag: '"one"' })
    expect(await postsOf(feed)).toHaveLength(1)
  })

  it('ends with a feed that is gone for good', async () => {
    const feed = await feedAt({ status: 410 })
    await lookAtFeed(feed, world())
    expect(await feedOf(feed)).toMatchObject({ state: 'gone', failure: 'http-410', nextLookAt: null })
  })

  it('follows a feed that moved for good, and not one that moved for now', async () => {
    const moved = await feedAt({ status: 301, headers: { location: '/new' } })
    outside.pages[`${moved.host}/new`] = { headers: XML, html: rssOf([{ title: 'A', at: ago(1) }]) }
    await lookAtFeed(moved, world())
    expect((await feedOf(moved)).url).toBe(`http://${moved.host}/new`)
    const lent = await feedAt({ status: 302, headers: { location: '/new' } })
    outside.pages[`${lent.host}/new`] = { headers: XML, html: rssOf([{ title: 'A', at: ago(1) }]) }
    await lookAtFeed(lent, world())
    expect((await feedOf(lent)).url).toBe(lent.url)
    expect(await postsOf(lent)).toHaveLength(1)
  })

  it('makes one of two feeds that moved to the same place', async () => {
    const first = await feedAt({ headers: XML, html: rssOf([{ title: 'A', at: ago(1) }]) })
    outside.pages[`${first.host}/old`] = { status: 308, headers: { location: '/feed' } }
    const second = await aFeed(ours, first.prospectId, `http://${first.host}/old`)
    await database().feed.updateMany({
      where: { workspaceId: ours.workspaceId, id: first.feedId },
      data: { urlKey: `${first.host}/feed` },
    })
    await lookAtFeed(first, world())
    await lookAtFeed(second, world())
    expect(await feedOf(second)).toMatchObject({ nextLookAt: null })
    expect((await feedOf(second)).deletedAt).not.toBeNull()
    expect(await postsOf(second)).toEqual([])
  })

  it.each([
    ['a server in trouble', { status: 503, headers: { 'retry-after': '7200' } }, 'http-503', 2 * HOUR_MS],
    [
      'a server that has had enough',
      { status: 429, headers: { 'retry-after': '172800' } },
      'http-429',
      48 * HOUR_MS,
    ],
    ['nothing there', { status: 404 }, 'http-404', HOUR_MS],
    ['a page instead', { html: '<html><body>Hello</body></html>' }, 'not-a-feed', HOUR_MS],
    ['garbage', { headers: XML, html: '\u0000\u0001<<<>>>&&&' }, 'not-a-feed', HOUR_MS],
    ['nothing at all', { headers: XML, html: '' }, 'not-a-feed', HOUR_MS],
  ] satisfies [string, Page, string, number][])(
    '%s is a value with a next try',
    async (_, page, failure, waits) => {
      const feed = await feedAt(page)
      await lookAtFeed(feed, world())
      expect(await feedOf(feed)).toMatchObject({
        state: 'idle',
        failure,
        failedInRow: 1,
        nextLookAt: new Date(NOON.getTime() + waits),
      })
    },
  )

  it('reads the newest posts of a feed that is larger than we read', async () => {
    const filler = 'x'.repeat(60_000)
    const posts = Array.from({ length: 100 }, (_, at) => ({
      title: `Post ${at}`,
      at: ago(at / 4),
      html: filler,
    }))
    const feed = await feedAt({ headers: XML, html: rssOf(posts) })
    await lookAtFeed(feed, world())
    expect((await feedOf(feed)).failure).toBeNull()
    expect((await postsOf(feed)).map(({ title }) => title)).toContain('Post 0')
    expect((await postsOf(feed)).every(({ text }) => text.length <= 40_000)).toBe(true)
  })

  it('obeys robots.txt', async () => {
    const feed = await feedAt({ headers: XML, html: rssOf([{ title: 'A', at: ago(1) }]) })
    outside.pages[`${feed.host}/robots.txt`] = {
      headers: { 'content-type': 'text/plain' },
      html: 'User-agent: *\nDisallow: /',
    }
    await lookAtFeed(feed, world())
    expect(await feedOf(feed)).toMatchObject({
      failure: 'robots',
      nextLookAt: new Date(NOON.getTime() + 7 * DAY_MS),
    })
    expect(outside.asked.some(({ address }) => address === `${feed.host}/feed`)).toBe(false)
  })

  it('asks nothing of a feed nobody follows any more', async () => {
    const feed = await feedAt({ headers: XML, html: rssOf([{ title: 'A', at: ago(1) }]) })
    await database().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: feed.prospectId },
      data: { followedAt: null },
    })
    await lookAtFeed(feed, world())
    expect(outside.asked.some(({ host }) => host === feed.host)).toBe(false)
    expect(await feedOf(feed)).toMatchObject({ lastLookAt: null })
  })
})
