import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { rssOf } from '#lib/testing/a-feed.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { otherPeoplesPages } from '#lib/testing/other-peoples-pages.ts'
import { aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { followProspect, unfollowProspect } from './feed-commands.ts'
import type { FeedWorld } from './feed-world.ts'
import { findFeeds } from './find-feeds.ts'
import { getFeedsOfProspect } from './post-queries.ts'

let ours: WorkspaceScope
let outside: Awaited<ReturnType<typeof otherPeoplesPages>>
const world = (): FeedWorld => ({
  resolve: outside.resolve,
  timeoutMs: 5_000,
  now: () => NOON,
  jitter: () => 0,
})
const XML = { 'content-type': 'application/rss+xml' }
const FEED = { headers: XML, html: rssOf([{ title: 'A', at: NOON, html: '<p>Words</p>' }]) }

beforeAll(async () => {
  ours = await aWorkspace()
  outside = await otherPeoplesPages()
})

afterAll(() => outside.stop())

let hosts = 0
/** A prospect whose site stands at a host of its own. */
async function siteAt(path = '/') {
  hosts += 1
  const host = `site-${hosts}.test`
  const prospectId = await aProspect(ours)
  await database().prospect.updateMany({
    where: { workspaceId: ours.workspaceId, id: prospectId },
    data: { homepage: `http://${host}${path}` },
  })
  return { host, prospectId, job: { workspaceId: ours.workspaceId, prospectId } }
}

async function search({ job, prospectId }: Awaited<ReturnType<typeof siteAt>>) {
  await followProspect(ours, { prospectId })
  await findFeeds(job, world())
  return getFeedsOfProspect(ours, prospectId)
}

describe('searching a prospect’s site', () => {
  it('follows the feed the page names, with its posts at once', async () => {
    const site = await siteAt()
    outside.pages[`${site.host}/`] = {
      html: '<link rel="alternate" type="application/rss+xml" href="/my-feed">',
    }
    outside.pages[`${site.host}/my-feed`] = FEED
    const found = await search(site)
    expect(found).toMatchObject({ feedSearch: 'found', feedSearchedAt: NOON, followedAt: NOON })
    expect(found.feeds).toMatchObject([
      { url: `http://${site.host}/my-feed`, kind: 'rss', title: 'Northbound', state: 'idle' },
    ])
    expect(found.posts.map(({ title }) => title)).toEqual(['A'])
  })

  it('takes the address itself where it is a feed', async () => {
    const site = await siteAt('/feed.xml')
    outside.pages[`${site.host}/feed.xml`] = FEED
    expect((await search(site)).feeds).toMatchObject([{ url: `http://${site.host}/feed.xml` }])
  })

  it('reads the Link header', async () => {
    const site = await siteAt()
    const link = '</hidden>; rel="alternate"; type="application/atom+xml"'
    outside.pages[`${site.host}/`] = { headers: { link }, html: '<p>Hello</p>' }
    outside.pages[`${site.host}/hidden`] = FEED
    expect((await search(site)).feeds).toMatchObject([{ url: `http://${site.host}/hidden` }])
  })

  it('passes over what only calls itself a feed, and tries the usual addresses', async () => {
    const site = await siteAt()
    outside.pages[`${site.host}/`] = {
      html: '<link rel="alternate" type="application/rss+xml" href="/broken">',
    }
    outside.pages[`${site.host}/broken`] = { html: '<p>No feed</p>' }
    outside.pages[`${site.host}/atom.xml`] = FEED
    expect((await search(site)).feeds).toMatchObject([{ url: `http://${site.host}/atom.xml` }])
  })

  it('finds the feed of a site whose first page is closed to programs', async () => {
    const site = await siteAt()
    outside.pages[`${site.host}/`] = { status: 403, html: 'No' }
    outside.pages[`${site.host}/feed`] = FEED
    expect((await search(site)).feeds).toHaveLength(1)
  })

  it('says so where there is none, after ten requests at most', async () => {
    const site = await siteAt()
    outside.pages[`${site.host}/`] = { html: '<p>Hello</p>' }
    expect(await search(site)).toMatchObject({ feedSearch: 'none', feeds: [] })
    const asked = outside.asked.filter(
      ({ host, address }) => host === site.host && !address.endsWith('/robots.txt'),
    )
    expect(asked.length).toBeLessThanOrEqual(10)
  })

  it('says why where the site did not come', async () => {
    const site = await siteAt()
    outside.pages[`${site.host}/`] = { status: 500 }
    expect((await search(site)).feedSearch).toBe('http-500')
  })

  it('stays away where robots.txt says so', async () => {
    const site = await siteAt()
    outside.pages[`${site.host}/robots.txt`] = {
      headers: { 'content-type': 'text/plain' },
      html: 'User-agent: *\nDisallow: /',
    }
    outside.pages[`${site.host}/feed`] = FEED
    expect(await search(site)).toMatchObject({ feedSearch: 'robots', feeds: [] })
  })

  it('makes one feed, also when it runs twice at once', async () => {
    const site = await siteAt()
    outside.pages[`${site.host}/`] = {
      html: '<link rel="alternate" type="application/rss+xml" href="/feed">',
    }
    outside.pages[`${site.host}/feed`] = FEED
    await followProspect(ours, { prospectId: site.prospectId })
    await Promise.all([findFeeds(site.job, world()), findFeeds(site.job, world())])
    const { feeds, posts } = await getFeedsOfProspect(ours, site.prospectId)
    expect([feeds.length, posts.length]).toEqual([1, 1])
  })

  it('asks nobody where nobody follows any more', async () => {
    const site = await siteAt()
    await followProspect(ours, { prospectId: site.prospectId })
    await unfollowProspect(ours, { prospectId: site.prospectId })
    await findFeeds(site.job, world())
    expect(outside.asked.some(({ host }) => host === site.host)).toBe(false)
  })
})
