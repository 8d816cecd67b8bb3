import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { ASK_AFTER_ARRIVAL_DAYS } from '#lib/domain/samples/sample-states.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { anItem, anOffer, GOOD_WORDS, somebodyAt } from '#lib/testing/a-sample.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { getItem } from './item-queries.ts'
import { changeSample, offerSample } from './sample-commands.ts'
import {
  acceptSample,
  closeWithNothing,
  declineSample,
  leaveSampleOpen,
  markArrived,
  markCameBack,
  shipSample,
  takeBackSample,
  unshipSample,
} from './sample-moves.ts'
import {
  costOfRelationship,
  getSample,
  listSamplesGiven,
  listSamplesToAskAbout,
  listSamplesToSend,
} from './sample-queries.ts'
import { changeSampleSchema, offerSampleSchema, shipSampleSchema } from './sample-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let siteId: string
let itemId: string
let prospectId: string
let contactId: string
let made = 0

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  siteId = await aSite(ours)
})

beforeEach(async () => {
  made += 1
  itemId = await anItem(ours, siteId, { name: `Anchor bag ${made}` })
  prospectId = await aProspect(ours)
  contactId = await somebodyAt(ours, prospectId)
})

async function aSite(scope: WorkspaceScope) {
  const { siteId: id } = await addSite(scope, {
    ...{ name: 'Fernway', ownerName: 'Mara Lind', domains: ['fernway.shop'], timeZone: 'UTC' },
    ...{ brandNames: ['Fernway'], peopleNames: [] },
  })
  return id
}

const offered = (more: Record<string, string> = {}) => anOffer(ours, { itemId, prospectId, contactId }, more)
const ship = (sampleId: string, more: Record<string, string> = {}) =>
  shipSample(ours, shipSampleSchema.parse({ sampleId, ...more }))
const stateOf = async (sampleId: string) => (await getSample(ours, sampleId)).state
const stock = async () => (await getItem(ours, itemId)).stock

async function sent(more: Record<string, string> = {}) {
  const sampleId = await offered()
  await acceptSample(ours, { sampleId })
  await ship(sampleId, more)
  return sampleId
}

describe('a sample', () => {
  it('is offered, accepted, sent and arrives, each with its time', async () => {
    const sampleId = await offered()
    await acceptSample(at(ours, '2026-03-05T12:00:00Z'), { sampleId })
    await shipSample(
      at(ours, '2026-03-06T12:00:00Z'),
      shipSampleSchema.parse({ sampleId, carrier: 'Post', trackingNumber: 'AB 12', shipping: '6,90' }),
    )
    await markArrived(at(ours, '2026-03-09T12:00:00Z'), { sampleId })
    expect(await getSample(ours, sampleId)).toMatchObject({
      ...{ state: 'arrived', carrier: 'Post', trackingNumber: 'AB 12', words: GOOD_WORDS },
      ...{ costMinor: 2450, shippingMinor: 690, currency: 'EUR', counted: true },
      offeredAt: NOON,
      acceptedAt: new Date('2026-03-05T12:00:00Z'),
      sentAt: new Date('2026-03-06T12:00:00Z'),
      arrivedAt: new Date('2026-03-09T12:00:00Z'),
    })
    const prospect = await database().prospect.findFirstOrThrow({
      where: { workspaceId: ours.workspaceId, id: prospectId },
    })
    expect(prospect.lastTouchAt).toEqual(new Date('2026-03-06T12:00:00Z'))
  })

  it('may end with nothing, kindly, and once', async () => {
    const sampleId = await sent()
    await markArrived(ours, { sampleId })
    await closeWithNothing(ours, { sampleId })
    expect(await stateOf(sampleId)).toBe('nothing-came')
    await expect(closeWithNothing(ours, { sampleId })).rejects.toThrow(Refusal)
  })

  it('may be declined and wanted after all', async () => {
    const sampleId = await offered()
    await declineSample(ours, { sampleId })
    expect((await getSample(ours, sampleId)).endedAt).toEqual(NOON)
    await acceptSample(ours, { sampleId })
    expect(await getSample(ours, sampleId)).toMatchObject({ state: 'accepted', endedAt: null })
  })

  it('is taken back before it is sent, and not after', async () => {
    const early = await offered()
    await takeBackSample(ours, { sampleId: early })
    expect(await stateOf(early)).toBe('taken-back')
    const late = await sent()
    await expect(takeBackSample(ours, { sampleId: late })).rejects.toThrow(/What is sent is theirs/)
  })

  it('is one offer when clicked twice, and refused for the same person later unless it is meant', async () => {
    const [one, other] = await Promise.all([offered(), offered()])
    expect(one).toBe(other)
    const later = at(ours, '2026-03-10T12:00:00Z')
    const again = { itemId, prospectId, contactId, words: GOOD_WORDS }
    await expect(offerSample(later, offerSampleSchema.parse(again))).rejects.toThrow(
      /They were offered this before: Anchor bag \d+, on 4 March 2026\./,
    )
    const { sampleId } = await offerSample(later, offerSampleSchema.parse({ ...again, again: 'on' }))
    expect(sampleId).not.toBe(one)
  })

  it('may be offered again once the first offer was taken back', async () => {
    await takeBackSample(ours, { sampleId: await offered() })
    const later = at(ours, '2026-03-10T12:00:00Z')
    await anOffer(later, { itemId, prospectId, contactId })
  })

  it('is offered to nobody who asked to be left alone, and to nobody elsewhere', async () => {
    const { workspaceId, memberId } = ours
    const stranger = await somebodyAt(ours, await aProspect(ours))
    await expect(anOffer(ours, { itemId, prospectId, contactId: stranger })).rejects.toThrow(
      /not with this prospect/,
    )
    await database().suppression.create({
      data: { workspaceId, contactId, reason: 'asked-to-stop', at: NOON, byId: memberId },
    })
    await expect(offered()).rejects.toThrow(/left alone/)
  })

  it('is refused to who may not write, and not there for others', async () => {
    const sampleId = await offered()
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    const viewer = await aMember(ours.workspaceId, 'viewer')
    expect((await getSample(reviewer, sampleId)).id).toBe(sampleId)
    await expect(acceptSample(reviewer, { sampleId })).rejects.toThrow(Refusal)
    await expect(getSample(viewer, sampleId)).rejects.toThrow(NotFound)
    for (const verb of [acceptSample, declineSample, markArrived, closeWithNothing, leaveSampleOpen])
      await expect(verb(theirs, { sampleId })).rejects.toThrow(NotFound)
    await expect(anOffer(theirs, { itemId, prospectId, contactId })).rejects.toThrow(NotFound)
    expect(await stateOf(sampleId)).toBe('offered')
  })
})

describe('the words that go with it', () => {
  it('are refused where they tie it to something, and may be overruled by an owner who says why', async () => {
    const words = `${GOOD_WORDS} Please link to our shop.`
    await expect(offered({ words })).rejects.toMatchObject({ field: 'words' })
    const writer = await aMember(ours.workspaceId, 'writer')
    const reason = { words, overruleReason: 'It is a quote of theirs.' }
    await expect(anOffer(writer, { itemId, prospectId, contactId }, reason)).rejects.toThrow(/ties the gift/)
    const sampleId = await offered(reason)
    expect((await getSample(ours, sampleId)).overruleReason).toBe('It is a quote of theirs.')
  })

  it('are refused where something is missing, unless a person says that it is said in other words', async () => {
    await expect(offered({ words: 'Here is the bag.' })).rejects.toThrow(/keep it either way/)
    const sampleId = await offered({ words: 'Tässä laukku, lahja.', saidOtherwise: 'on' })
    expect((await getSample(ours, sampleId)).saidOtherwise).toBe(true)
  })

  it('may be changed until it goes out, and stand as they were from then on', async () => {
    const sampleId = await offered()
    const words = `Dear Ida. ${GOOD_WORDS}`
    await changeSample(ours, changeSampleSchema.parse({ sampleId, words }))
    await acceptSample(ours, { sampleId })
    await ship(sampleId)
    await expect(
      changeSample(ours, changeSampleSchema.parse({ sampleId, words: GOOD_WORDS })),
    ).rejects.toThrow(/gone out/)
    expect((await getSample(ours, sampleId)).words).toBe(words)
    await expect(changeSample(theirs, changeSampleSchema.parse({ sampleId, words }))).rejects.toThrow(
      NotFound,
    )
  })
})

describe('the stock', () => {
  it('goes down by one when it is sent, however often that is clicked', async () => {
    const sampleId = await offered()
    await acceptSample(ours, { sampleId })
    const clicks = await Promise.allSettled([ship(sampleId), ship(sampleId), ship(sampleId)])
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await stock()).toBe(2)
  })

  it('is given back when it did not go out after all, and when the parcel came back, once', async () => {
    const sampleId = await sent({ shipping: '5' })
    await unshipSample(ours, { sampleId })
    expect(await stock()).toBe(3)
    expect(await getSample(ours, sampleId)).toMatchObject({
      state: 'accepted',
      sentAt: null,
      costMinor: null,
    })
    await ship(sampleId, { shipping: '5' })
    await Promise.allSettled([markCameBack(ours, { sampleId }), markCameBack(ours, { sampleId })])
    expect(await stock()).toBe(3)
    await ship(sampleId, { shipping: '6' })
    expect(await getSample(ours, sampleId)).toMatchObject({ shippingMinor: 1100, costMinor: 2450 })
    expect(await stock()).toBe(2)
  })

  it('is never below zero unless a person says so', async () => {
    itemId = await anItem(ours, siteId, { name: `Last one ${made}`, stock: '0' })
    const sampleId = await offered()
    await acceptSample(ours, { sampleId })
    await expect(ship(sampleId)).rejects.toMatchObject({ field: 'anyway' })
    expect(await stateOf(sampleId)).toBe('accepted')
    await ship(sampleId, { anyway: 'on' })
    expect(await stock()).toBe(-1)
  })

  it('stays unsaid where nobody counts', async () => {
    itemId = await anItem(ours, siteId, { name: `Uncounted ${made}`, stock: '' })
    const sampleId = await sent()
    expect(await stock()).toBeNull()
    await markCameBack(ours, { sampleId })
    expect(await stock()).toBeNull()
  })

  it('of one is sent to one of two at once', async () => {
    itemId = await anItem(ours, siteId, { name: `Only one ${made}`, stock: '1' })
    const other = await somebodyAt(ours, prospectId, 'Jo')
    const samples = [await offered(), await anOffer(ours, { itemId, prospectId, contactId: other })]
    for (const sampleId of samples) await acceptSample(ours, { sampleId })
    const clicks = await Promise.allSettled(samples.map((sampleId) => ship(sampleId)))
    expect(clicks.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await stock()).toBe(0)
  })
})

describe('what is asked of Today', () => {
  it('is to send what was accepted, longest waiting first', async () => {
    const { ours: shop } = await twoWorkspaces()
    const site = await aSite(shop)
    const item = await anItem(shop, site)
    const outlet = await aProspect(shop)
    const ids: string[] = []
    for (const [name, day] of [
      ['Late', '05'],
      ['Early', '02'],
    ] as const) {
      const to = { itemId: item, prospectId: outlet, contactId: await somebodyAt(shop, outlet, name) }
      const sampleId = await anOffer(shop, to)
      await acceptSample(at(shop, `2026-03-${day}T12:00:00Z`), { sampleId })
      ids.unshift(sampleId)
    }
    expect((await listSamplesToSend(shop)).map(({ id }) => id)).toEqual(ids)
    expect(await listSamplesToSend(shop, { only: [ids[1] ?? ''] })).toHaveLength(1)
  })

  it('is whether anything came of it, some weeks after it arrived, once', async () => {
    const { ours: shop } = await twoWorkspaces()
    const outlet = await aProspect(shop)
    const to = {
      itemId: await anItem(shop, await aSite(shop)),
      prospectId: outlet,
      contactId: await somebodyAt(shop, outlet),
    }
    const sampleId = await anOffer(shop, to)
    await acceptSample(shop, { sampleId })
    await shipSample(shop, shipSampleSchema.parse({ sampleId }))
    await markArrived(shop, { sampleId })
    const later = at(shop, new Date(NOON.getTime() + ASK_AFTER_ARRIVAL_DAYS * 86_400_000))
    const justBefore = at(shop, new Date(later.now.getTime() - 1))
    expect(await listSamplesToAskAbout(justBefore)).toEqual([])
    expect((await listSamplesToAskAbout(later)).map(({ id }) => id)).toEqual([sampleId])
    await leaveSampleOpen(later, { sampleId })
    await leaveSampleOpen(later, { sampleId })
    expect(await listSamplesToAskAbout(later)).toEqual([])
    await closeWithNothing(later, { sampleId })
  })
})

describe('the cost of a relationship', () => {
  it('is what was given and what sending it cost, each currency by itself, and nothing for what was only offered', async () => {
    await sent({ shipping: '6.90' })
    const dollars = await anItem(ours, siteId, { name: `Strap ${made}`, cost: '10', currency: 'NZD' })
    const second = await anOffer(ours, { itemId: dollars, prospectId, contactId })
    await acceptSample(ours, { sampleId: second })
    await ship(second)
    await closeWithNothing(ours, { sampleId: second })
    const third = await anItem(ours, siteId, { name: `Cap ${made}` })
    await anOffer(ours, { itemId: third, prospectId, contactId })
    const cost = await costOfRelationship(ours, { prospectId })
    expect(cost.things.toSorted((a, b) => a.minor - b.minor)).toEqual([
      { minor: 1000, currency: 'NZD' },
      { minor: 2450, currency: 'EUR' },
    ])
    expect(cost.shipping).toEqual([{ minor: 690, currency: 'EUR' }])
    expect(await costOfRelationship(ours, { contactId })).toEqual(cost)
    expect((await listSamplesGiven(ours, { contactId })).map(({ state }) => state).toSorted()).toEqual([
      'nothing-came',
      'offered',
      'sent',
    ])
    expect(await listSamplesGiven(theirs, { contactId })).toEqual([])
    expect(cost).toMatchObject({ gifts: 2, nothingCame: 1, mentionCame: 0 })
    expect((await costOfRelationship(theirs, { prospectId })).gifts).toBe(0)
  })
})
