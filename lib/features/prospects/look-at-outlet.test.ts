import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { readOutlet } from '#lib/server/fetching/page-reader.ts'
import { RobotsFiles } from '#lib/server/fetching/robots-files.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { queue } from '#lib/testing/look-jobs.ts'
import { otherPeoplesPages } from '#lib/testing/other-peoples-pages.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { lookAtOutlet, type OutletWorld } from './look-at-outlet.ts'
import { askForOutletLook } from './outlet-look-commands.ts'
import { findOutletLook } from './outlet-look-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let outside: Awaited<ReturnType<typeof otherPeoplesPages>>
let made = 0

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  outside = await otherPeoplesPages()
})
beforeEach(() => {
  outside.asked.length = 0
})
afterAll(() => outside.stop())

describe('a look at an outlet', () => {
  it('opens the homepage and its pages for advertisers, and keeps warnings and feeds', async () => {
    const { host, prospectId, job } = await anOutlet({
      '/': page(
        `<a href="/write-for-us">Write for us</a> <a href="/about">About</a>
         <a href="https://elsewhere.test/advertise">Advertise</a>`,
        `<link rel="alternate" type="application/rss+xml" title="Posts" href="/feed.xml">
         <link rel="alternate" type="application/json" href="/wp-json/1">
         <link rel="alternate" type="application/feed+json" href="https://feeds.test/x.json">
         <link rel="alternate" hreflang="de" href="/de">`,
      ),
      '/write-for-us': page('<h1>Write for us</h1><p>A guest post is $80, with one do-follow link.</p>'),
    })
    await lookAtOutlet(job, world())
    const url = `http://${host}/write-for-us`
    expect(await findOutletLook(ours, prospectId)).toMatchObject({
      state: 'done',
      isUnderWay: false,
      at: NOON,
      failure: null,
      pages: [
        { url: `http://${host}/`, role: 'home', failure: null },
        { url, role: 'offer', failure: null },
      ],
      warnings: [
        { kind: 'price-for-post', url, words: 'A guest post is $80, with one do-follow link.' },
        { kind: 'links-for-sale', url },
      ],
      feeds: [
        { url: `http://${host}/feed.xml`, type: 'application/rss+xml', title: 'Posts' },
        { url: 'https://feeds.test/x.json', type: 'application/feed+json', title: '' },
      ],
    })
    expect(outside.asked.map(({ address }) => address)).toEqual([
      `${host}/robots.txt`,
      `${host}/`,
      `${host}/write-for-us`,
    ])
    expect(outside.mostAtOnce(host)).toBe(1)
  })

  it('counts the sites that a page links to with followed links', async () => {
    const links = (rel: string) =>
      Array.from({ length: 250 }, (_, n) => `<a ${rel} href="https://site${n}.test/">s</a>`).join(' ')
    const followed = await anOutlet({ '/': page(links('')) })
    const marked = await anOutlet({ '/': page(links('rel="nofollow"')) })
    await lookAtOutlet(followed.job, world())
    await lookAtOutlet(marked.job, world())
    expect((await findOutletLook(ours, followed.prospectId))?.warnings).toMatchObject([
      { kind: 'many-followed-links', words: expect.stringContaining('250') },
    ])
    expect(await findOutletLook(ours, marked.prospectId)).toMatchObject({
      warnings: [],
      homeLinks: { out: 250, followedDomains: 0 },
    })
  })

  it('leaves alone what robots.txt forbids, and says so', async () => {
    const { host, prospectId, job } = await anOutlet({
      '/robots.txt': { html: 'User-agent: *\nDisallow: /', headers: { 'content-type': 'text/plain' } },
      '/': page('Hello'),
    })
    await lookAtOutlet(job, world())
    expect(await findOutletLook(ours, prospectId)).toMatchObject({
      state: 'failed',
      failure: 'robots',
      nextTryAt: null,
    })
    expect(outside.asked.map(({ address }) => address)).toEqual([`${host}/robots.txt`])
  })

  it('keeps going where one of their pages does not come', async () => {
    const { host, prospectId, job } = await anOutlet({
      '/': page('<a href="/advertise">Advertise</a> <a href="/media-kit">Media kit</a>'),
      '/advertise': { status: 404, html: 'gone' },
      '/media-kit': page('<p>Sponsored posts are welcome.</p>'),
    })
    await lookAtOutlet(job, world())
    expect(await findOutletLook(ours, prospectId)).toMatchObject({
      state: 'done',
      pages: [{ role: 'home' }, { url: `http://${host}/advertise`, failure: 'http-404' }, { failure: null }],
      warnings: [{ kind: 'sponsored-offer' }],
    })
  })

  it.each([
    ['http-404', { status: 404, html: 'no' }, false],
    ['http-503', { status: 503, html: 'busy' }, true],
    ['not-readable', { html: '%PDF', headers: { 'content-type': 'application/pdf' } }, false],
  ])(
    'that fails with %s is a value, with a next try where it may pass',
    async (failure, home, isTriedAgain) => {
      const { prospectId, job } = await anOutlet({ '/': home })
      await lookAtOutlet(job, world())
      const look = await findOutletLook(ours, prospectId)
      expect(look).toMatchObject({ state: 'failed', failure })
      expect(look?.nextTryAt).toEqual(isTriedAgain ? new Date(NOON.getTime() + 120_000) : null)
      expect(await jobsFor(prospectId)).toHaveLength(isTriedAgain ? 2 : 1)
    },
  )

  it('is tried four times in all, and keeps what an earlier look found', async () => {
    const { host, prospectId, job } = await anOutlet({
      '/': page('<a href="/advertise">Advertise</a>'),
      '/advertise': page('<p>Sponsored posts are welcome.</p>'),
    })
    await lookAtOutlet(job, world())
    outside.pages[`${host}/`] = { status: 503, html: 'busy' }
    await askForOutletLook(at(ours, '2026-03-04T13:00:00Z'), { prospectId })
    for (let n = 0; n < 6; n += 1) await lookAtOutlet(job, world())
    const look = await findOutletLook(ours, prospectId)
    expect(look).toMatchObject({ state: 'failed', nextTryAt: null, warnings: [{ kind: 'sponsored-offer' }] })
    expect(outside.asked.filter(({ address }) => address === `${host}/`)).toHaveLength(5)
  })

  it('does no harm when it runs twice, at once or one after the other', async () => {
    const { prospectId, job } = await anOutlet({ '/': page('Hello there') })
    await Promise.all([lookAtOutlet(job, world()), lookAtOutlet(job, world())])
    expect(await findOutletLook(ours, prospectId)).toMatchObject({ state: 'done' })
    outside.asked.length = 0
    await lookAtOutlet(job, world())
    expect(outside.asked).toEqual([])
  })

  it('takes up what a killed worker left half-way', async () => {
    const { prospectId, job } = await anOutlet({ '/': page('Hello there') })
    await database().outletLook.updateMany({
      where: { workspaceId: ours.workspaceId, prospectId },
      data: { state: 'looking', tries: 1 },
    })
    await lookAtOutlet(job, world())
    expect(await findOutletLook(ours, prospectId)).toMatchObject({ state: 'done' })
  })

  it('is put into the queue once, however often it is asked for, under its host', async () => {
    const { host, prospectId, job } = await anOutlet({ '/': page('Hello there') })
    await Promise.all([askForOutletLook(ours, { prospectId }), askForOutletLook(ours, { prospectId })])
    expect(await jobsFor(prospectId)).toMatchObject([{ groupId: host }])
    await lookAtOutlet(job, world())
    await expect(askForOutletLook(ours, { prospectId })).rejects.toBeInstanceOf(Refusal)
    await askForOutletLook(at(ours, '2026-03-04T12:30:00Z'), { prospectId })
    expect(await jobsFor(prospectId)).toHaveLength(2)
  })

  it('that has not come back in ten minutes may be asked for again', async () => {
    const { prospectId } = await anOutlet({})
    expect(await findOutletLook(ours, prospectId)).toMatchObject({ isUnderWay: true, isStuck: false })
    const later = at(ours, '2026-03-04T12:11:00Z')
    expect(await findOutletLook(later, prospectId)).toMatchObject({ isUnderWay: false, isStuck: true })
    await askForOutletLook(later, { prospectId })
    expect(await jobsFor(prospectId)).toHaveLength(2)
  })

  it('is asked for by writers of this workspace', async () => {
    const { prospectId } = await anOutlet({})
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(askForOutletLook(reviewer, { prospectId })).rejects.toBeInstanceOf(Refusal)
    await expect(askForOutletLook(theirs, { prospectId })).rejects.toBeInstanceOf(NotFound)
    expect(await findOutletLook(theirs, prospectId)).toBeNull()
  })
})

/** The real fetcher and reader, robots.txt obeyed, against a real server. */
function world(): OutletWorld {
  const options = { resolve: outside.resolve, timeoutMs: 3000, now: NOON }
  const robots = new RobotsFiles(options)
  return {
    fetchPage: (url) => fetchPage(url, { ...options, mayFetch: (next) => robots.mayWeOpen(next) }),
    readOutlet,
    now: () => NOON,
  }
}

function page(inside: string, head = '') {
  return {
    html: `<!doctype html><html><head><title>A blog</title>${head}</head><body>${inside}</body></html>`,
  }
}

/** An outlet with these pages, and a look at it asked for. */
async function anOutlet(pages: Record<string, object>) {
  made += 1
  const host = `outlet-${made}.test`
  for (const [path, shown] of Object.entries(pages)) outside.pages[host + path] = shown
  const { id: prospectId } = await database().prospect.create({
    data: {
      ...{ workspaceId: ours.workspaceId, kind: 'blogger', name: host, homepage: `http://${host}/` },
      ...{ outletKey: host, liveOutletKey: host, createdAt: NOON, updatedAt: NOON },
    },
  })
  await askForOutletLook(ours, { prospectId })
  return { host, prospectId, job: { workspaceId: ours.workspaceId, prospectId } }
}

async function jobsFor(prospectId: string) {
  return (await queue()).findJobs('look-at-outlet', { data: { prospectId } })
}
