import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { anItem, anOffer, somebodyAt } from '#lib/testing/a-sample.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { addItem, changeItem } from './item-commands.ts'
import { getItem, listItems } from './item-queries.ts'
import { addItemSchema, changeItemSchema } from './item-schema.ts'
import { readSampleList, SAMPLES_PER_PAGE, sampleListHref } from './sample-list.ts'
import { listSamples, searchSamples } from './sample-list-queries.ts'
import { acceptSample, declineSample } from './sample-moves.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let siteId: string
let bag: string
let strap: string

const SAMPLES = SAMPLES_PER_PAGE * 2 + 3

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  siteId = await aSite(ours)
  bag = await anItem(ours, siteId, { name: 'Anchor bag 100%' })
  strap = await anItem(ours, siteId, { name: 'Strap' })
  const outlet = await aProspect(ours, 'Packlight')
  const other = await aProspect(ours, 'Slow Rails')
  for (let n = 0; n < SAMPLES; n += 1) {
    const prospectId = n % 5 === 0 ? other : outlet
    const to = {
      itemId: n % 2 === 0 ? bag : strap,
      prospectId,
      contactId: await somebodyAt(ours, prospectId, n === 7 ? 'Żaneta Orlik' : `Person ${n}`),
    }
    // Three of each moment, so that a page ends within one.
    const sampleId = await anOffer(at(ours, new Date(NOON.getTime() + Math.floor(n / 3) * 60_000)), to)
    if (n % 4 === 0) await acceptSample(ours, { sampleId })
    if (n % 4 === 1) await declineSample(ours, { sampleId })
  }
}, 60_000)

async function aSite(scope: WorkspaceScope) {
  const { siteId: id } = await addSite(scope, {
    ...{ name: 'Fernway', ownerName: 'Mara Lind', domains: ['fernway.shop'], timeZone: 'UTC' },
    ...{ brandNames: [], peopleNames: [] },
  })
  return id
}

describe('the list of samples', () => {
  it('is walked forth and back, every one once, newest offer first', async () => {
    const forth: string[] = []
    let page = await listSamples(ours)
    const pages = [page]
    for (; page.after; pages.push(page)) page = await listSamples(ours, { after: page.after })
    for (const { samples } of pages) forth.push(...samples.map(({ id }) => id))
    expect(forth).toHaveLength(SAMPLES)
    expect(new Set(forth).size).toBe(SAMPLES)
    expect(pages.map(({ samples }) => samples.length)).toEqual([SAMPLES_PER_PAGE, SAMPLES_PER_PAGE, 3])
    const back = await listSamples(ours, { before: page.before ?? '' })
    expect(back.samples).toEqual(pages[1]?.samples)
  })

  it('counts each state under the same filters', async () => {
    const { counts, total } = await listSamples(ours)
    expect(counts).toMatchObject({ accepted: 14, declined: 13, offered: 26, sent: 0 })
    expect(total).toBe(SAMPLES)
    const accepted = await listSamples(ours, { state: 'accepted' })
    expect([accepted.total, accepted.samples.every(({ state }) => state === 'accepted')]).toEqual([14, true])
    const straps = await listSamples(ours, { item: strap })
    expect(straps.total).toBe(26)
    expect(straps.counts.accepted).toBe(0)
  })

  it('is found by what, whom and where, whatever signs are in it', async () => {
    expect((await listSamples(ours, { q: '100%' })).total).toBe(27)
    expect((await listSamples(ours, { q: '%' })).total).toBe(27)
    expect((await listSamples(ours, { q: 'slow' })).total).toBe(11)
    expect((await searchSamples(ours, 'Żaneta', 5)).map(({ contact }) => contact?.name)).toEqual([
      'Żaneta Orlik',
    ])
    expect((await listSamples(ours, { q: 'nobody of that name' })).samples).toEqual([])
  })

  it('begins anew where what its address says is gone or makes no sense', async () => {
    const list = readSampleList({ after: 'made-up', state: 'eaten', item: 'none', q: ['a', 'b'] })
    expect(list).toMatchObject({ state: '', item: '', q: 'a' })
    expect((await listSamples(ours, { ...list, q: '' })).samples).toHaveLength(SAMPLES_PER_PAGE)
    expect(sampleListHref('/samples', { ...list, after: 'x' }, { state: 'sent' })).toBe(
      '/samples?q=a&state=sent',
    )
  })

  it('is empty for others and not there for a viewer', async () => {
    expect((await listSamples(theirs)).samples).toEqual([])
    await expect(listSamples(await aMember(ours.workspaceId, 'viewer'))).rejects.toThrow(NotFound)
  })
})

describe('an item', () => {
  it.each([
    ['name', { name: ' ' }],
    ['siteId', { siteId: 'none' }],
    ['cost', { cost: '12,345' }],
    ['cost', { cost: '12.50', currency: 'JPY' }],
    ['currency', { currency: 'XYZ' }],
    ['stock', { stock: '1.5' }],
    ['stock', { stock: '99999999' }],
    ['page', { page: 'javascript:alert(1)' }],
  ])('says beside the field %s what is wrong', (field, wrong) => {
    const { error } = addItemSchema.safeParse({ siteId, name: 'Bag', currency: 'EUR', ...wrong })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })

  it('is added once, changed, and keeps the name of no other', async () => {
    const input = addItemSchema.parse({
      ...{ siteId, name: 'Tote', cost: '4,20', currency: 'GBP', page: 'fernway.shop/tote', stock: '' },
    })
    const clicks = await Promise.allSettled([addItem(ours, input), addItem(ours, input)])
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const tote = (await listItems(ours)).find(({ name }) => name === 'Tote')
    expect(tote).toMatchObject({
      ...{ costMinor: 420, currency: 'GBP', stock: null, given: 0 },
      pageUrl: 'https://fernway.shop/tote',
    })
    const itemId = tote?.id ?? ''
    const change = (more: Record<string, string>) =>
      changeItemSchema.parse({ siteId, itemId, name: 'Tote', currency: 'GBP', ...more })
    await changeItem(ours, change({ name: 'Market tote', stock: '-2' }))
    expect(await getItem(ours, itemId)).toMatchObject({ name: 'Market tote', stock: -2, costMinor: null })
    await expect(changeItem(ours, change({ name: 'STRAP' }))).rejects.toMatchObject({ field: 'name' })
    await expect(changeItem(theirs, change({}))).rejects.toThrow(Refusal)
    await expect(getItem(theirs, itemId)).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(changeItem(reviewer, change({}))).rejects.toThrow(Refusal)
  })
})
