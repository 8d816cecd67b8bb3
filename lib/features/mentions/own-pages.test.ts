import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { savedPage } from '#lib/testing/a-saved-page.ts'
import { otherPeoplesPages, post } from '#lib/testing/other-peoples-pages.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { addCampaign, changeCampaign } from '../campaigns/campaign-commands.ts'
import { addSite } from '../sites/site-commands.ts'
import { lookAtOwnPage } from './look-at-own-page.ts'
import { acknowledgeOwnPage, lookAtOwnPageNow } from './own-page-commands.ts'
import { listOwnPages, listOwnPagesToFix } from './own-page-queries.ts'
import { scheduleOwnPages } from './schedule-own-pages.ts'

const HOUR_MS = 3_600_000
const hours = (number: number) => new Date(NOON.getTime() + number * HOUR_MS)

let web: Awaited<ReturnType<typeof otherPeoplesPages>>
let ours: WorkspaceScope
let siteId: string
let campaign: Parameters<typeof addCampaign>[1]
let count = 0
beforeAll(async () => {
  web = await otherPeoplesPages()
})
afterAll(() => web.stop())

let host: string
beforeEach(async () => {
  count += 1
  host = `fernway-${count}.test`
  ours = await aWorkspace('Ours')
  ;({ siteId } = await addSite(ours, {
    name: 'Fernway',
    ownerName: 'Mara Lind',
    domains: [host, `fernway-${count}.example`],
    brandNames: [],
    peopleNames: [],
    timeZone: 'UTC',
  }))
  campaign = {
    name: 'Tents',
    siteId,
    route: 'product',
    story: 'Tents.',
    targetUrls: [`http://${host}/tents`],
  }
})

const pages = (scope = ours) => listOwnPages(scope, siteId)
async function thePage() {
  const [page] = await pages()
  if (!page) throw new Error('There is no page of ours yet')
  return page
}
/** What the worker does with the job that was asked for. */
async function work(now: Date, requestedById: string | null = null) {
  const { id: ownPageId, workspaceId } = await thePage()
  await lookAtOwnPage({ workspaceId, ownPageId, requestedById }, { resolve: web.resolve, now: () => now })
  return thePage()
}

describe('the pages campaigns hope for', () => {
  it('are looked at by the clock, and once for each time they are due', async () => {
    await addCampaign(ours, campaign)
    await addCampaign(ours, { ...campaign, name: 'Packs' })
    web.pages[`${host}/tents`] = post('Our tents')
    const { asked } = await scheduleOwnPages(NOON)
    expect(asked).toBeGreaterThanOrEqual(1)
    await Promise.all([scheduleOwnPages(NOON), scheduleOwnPages(NOON)])
    expect(await pages()).toMatchObject([
      { state: 'not-looked', lookState: 'waiting', urlKey: expect.any(String) },
    ])
    const page = await work(NOON)
    expect(page).toMatchObject({ state: 'fine', lookState: 'idle', lastLookAt: NOON, httpStatus: 200 })
    const days = ((page.nextLookAt?.getTime() ?? 0) - NOON.getTime()) / (24 * HOUR_MS)
    expect(days).toBeGreaterThanOrEqual(7)
    expect(days).toBeLessThanOrEqual(7.7)
  })

  it('come and go with what the campaigns name', async () => {
    const { campaignId } = await addCampaign(ours, {
      ...campaign,
      targetUrls: [`http://${host}/tents`, `http://${host}/packs`],
    })
    await scheduleOwnPages(NOON)
    expect((await pages()).map(({ url }) => url)).toEqual([`http://${host}/packs`, `http://${host}/tents`])
    await changeCampaign(ours, { ...campaign, campaignId })
    await scheduleOwnPages(NOON)
    expect((await pages()).map(({ url }) => url)).toEqual([`http://${host}/tents`])
  })

  it('are asked for again where a look never came', async () => {
    await addCampaign(ours, campaign)
    await scheduleOwnPages(NOON)
    const due = async () => (await thePage()).nextLookAt
    expect(await due()).toEqual(hours(1))
    await scheduleOwnPages(hours(0.5))
    expect(await due()).toEqual(hours(1))
    await scheduleOwnPages(hours(1))
    expect(await due()).toEqual(hours(2))
  })

  it('are left alone where they are demo pages, or their site is in the trash', async () => {
    await addCampaign(ours, { ...campaign, targetUrls: [`https://fernway-${count}.example/tents`] })
    await scheduleOwnPages(NOON)
    expect(await thePage()).toMatchObject({ state: 'not-looked', lookState: 'idle', nextLookAt: null })
    await addCampaign(ours, campaign)
    await database().site.updateMany({
      where: { workspaceId: ours.workspaceId, id: siteId },
      data: { deletedAt: NOON },
    })
    await scheduleOwnPages(NOON)
    expect(await pages()).toHaveLength(1)
  })

  it('are judged by their saved copy in the demo, and never fetched', async () => {
    const url = `https://fernway-${count}.example/tents`
    await addCampaign(ours, { ...campaign, targetUrls: [url] })
    await scheduleOwnPages(NOON)
    const look = async () => {
      await lookAtOwnPageNow(ours, { ownPageId: (await thePage()).id })
      return work(NOON, ours.memberId)
    }
    expect(await look()).toMatchObject({ state: 'not-looked', lookState: 'idle', nextLookAt: null })
    await savedPage(url, '<h1>Not found</h1>', { status: 404 })
    expect(await look()).toMatchObject({ state: 'gone', nextLookAt: null })
    expect(web.asked.filter(({ address }) => address.includes('.example'))).toEqual([])
  })
})

describe('a page of ours that is broken', () => {
  async function broken() {
    await addCampaign(ours, campaign)
    await scheduleOwnPages(NOON)
    delete web.pages[`${host}/tents`]
    return work(NOON)
  }

  it('is told, once until it is seen, and again when it breaks in another way', async () => {
    const page = await broken()
    expect(page).toMatchObject({ state: 'gone', httpStatus: 404, stateSince: NOON })
    expect(await listOwnPagesToFix(ours)).toMatchObject([{ id: page.id, site: { name: 'Fernway' } }])
    await acknowledgeOwnPage(ours, { ownPageId: page.id, state: 'redirects' })
    expect(await listOwnPagesToFix(ours)).toHaveLength(1)
    await acknowledgeOwnPage(ours, { ownPageId: page.id, state: 'gone' })
    expect(await listOwnPagesToFix(ours)).toEqual([])
    web.pages[`${host}/tents`] = { status: 301, headers: { location: '/' } }
    web.pages[`${host}/`] = post('Home')
    await scheduleOwnPages(hours(27))
    expect(await work(hours(27))).toMatchObject({
      state: 'redirects',
      finalUrl: `http://${host}/`,
      seenState: null,
    })
    expect(await listOwnPagesToFix(ours)).toHaveLength(1)
  })

  it('is looked at again at once when somebody has put it right, and told anew when it breaks again', async () => {
    const page = await broken()
    await acknowledgeOwnPage(ours, { ownPageId: page.id, state: 'gone' })
    web.pages[`${host}/tents`] = post('Back again')
    await lookAtOwnPageNow(at(ours, hours(1)), { ownPageId: page.id })
    await lookAtOwnPageNow(at(ours, hours(1)), { ownPageId: page.id })
    expect(await work(hours(1), ours.memberId)).toMatchObject({
      state: 'fine',
      stateSince: hours(1),
      seenState: null,
    })
    delete web.pages[`${host}/tents`]
    await lookAtOwnPageNow(at(ours, hours(2)), { ownPageId: page.id })
    await work(hours(2), ours.memberId)
    expect(await listOwnPagesToFix(ours)).toHaveLength(1)
  })

  it('is not called gone where a wall stands, or robots.txt keeps our looks out', async () => {
    await addCampaign(ours, campaign)
    await scheduleOwnPages(NOON)
    web.pages[`${host}/tents`] = { status: 403, html: 'No robots' }
    expect((await work(NOON)).state).toBe('not-looked')
    web.pages[`${host}/tents`] = post('Tents')
    web.pages[`${host}/robots.txt`] = {
      headers: { 'content-type': 'text/plain' },
      html: 'User-agent: *\nDisallow: /',
    }
    await scheduleOwnPages(hours(24 * 8))
    const kept = await work(hours(24 * 8))
    expect(kept.state).toBe('not-looked')
    expect(kept.sentence).toMatch(/robots\.txt/)
    expect(await listOwnPagesToFix(ours)).toEqual([])
  })

  it('is unreachable after three looks over more than a day', async () => {
    await addCampaign(ours, campaign)
    await scheduleOwnPages(NOON)
    web.pages[`${host}/tents`] = { status: 500, html: 'Sorry' }
    const states: string[] = []
    for (const hour of [0, 27, 54]) {
      await scheduleOwnPages(hours(hour))
      states.push((await work(hours(hour))).state)
    }
    expect(states).toEqual(['not-looked', 'not-looked', 'unreachable'])
  })

  it('answers a request once, however often the job runs', async () => {
    const page = await broken()
    web.pages[`${host}/tents`] = post('Back again')
    await work(hours(1))
    expect(await thePage()).toMatchObject({ state: 'gone', lastLookAt: page.lastLookAt })
  })

  it('belongs to its workspace, and to those who may write', async () => {
    const { id: ownPageId } = await broken()
    const theirs = await aWorkspace('Theirs')
    await expect(acknowledgeOwnPage(theirs, { ownPageId, state: 'gone' })).rejects.toThrow(NotFound)
    await expect(lookAtOwnPageNow(theirs, { ownPageId })).rejects.toThrow(NotFound)
    expect(await listOwnPagesToFix(theirs)).toEqual([])
    expect(await listOwnPages(theirs, siteId)).toEqual([])
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(acknowledgeOwnPage(reviewer, { ownPageId, state: 'gone' })).rejects.toThrow(Refusal)
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [siteId])
    await expect(listOwnPages(viewer, siteId)).rejects.toThrow(NotFound)
    await expect(listOwnPagesToFix(viewer)).rejects.toThrow(NotFound)
  })
})
