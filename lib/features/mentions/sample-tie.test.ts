import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { anItem, anOffer, somebodyAt } from '#lib/testing/a-sample.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { acceptSample, closeWithNothing, markArrived, shipSample } from '../samples/sample-moves.ts'
import { getSample } from '../samples/sample-queries.ts'
import { shipSampleSchema } from '../samples/sample-schema.ts'
import { addSite } from '../sites/site-commands.ts'
import { recordMention } from './mention-commands.ts'
import { getMention } from './mention-queries.ts'
import { recordMentionSchema } from './mention-schema.ts'
import { tieMention, untieMention } from './sample-tie-commands.ts'
import { listMentionsOfSample, listMentionsToTie } from './sample-tie-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let siteId: string
let prospectId: string
let sampleId: string
let made = 0

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  siteId = await aSite()
})

beforeEach(async () => {
  prospectId = await aProspect(ours)
  sampleId = await aSample()
})

async function aSite() {
  made += 1
  const { siteId: id } = await addSite(ours, {
    ...{ name: `Fernway ${made}`, ownerName: 'Mara', domains: [`fernway-${made}.shop`], timeZone: 'UTC' },
    ...{ brandNames: ['Fernway'], peopleNames: [] },
  })
  return id
}

async function aSample(how: 'offered' | 'sent' | 'arrived' = 'arrived') {
  made += 1
  const to = {
    itemId: await anItem(ours, siteId, { name: `Bag ${made}` }),
    prospectId,
    contactId: await somebodyAt(ours, prospectId),
  }
  const id = await anOffer(ours, to)
  if (how === 'offered') return id
  await acceptSample(ours, { sampleId: id })
  await shipSample(ours, shipSampleSchema.parse({ sampleId: id }))
  if (how === 'arrived') await markArrived(ours, { sampleId: id })
  return id
}

async function aMention(more: Record<string, string> = {}) {
  made += 1
  const input = { siteId, prospectId, url: `https://blog-${made}.example/bag`, provenance: 'earned', ...more }
  return (await recordMention(ours, recordMentionSchema.parse(input))).mentionId
}

const stateOf = async (id = sampleId) => (await getSample(ours, id)).state

describe('a mention tied to a sample', () => {
  it('counts as one that came of a gift, whatever was thought before', async () => {
    const mentionId = await aMention()
    await tieMention(ours, { mentionId, sampleId })
    expect(await getMention(ours, mentionId)).toMatchObject({
      provenance: 'sample',
      sample: { id: sampleId },
    })
    expect(await stateOf()).toBe('mention-came')
    expect((await listMentionsOfSample(ours, sampleId)).map(({ id }) => id)).toEqual([mentionId])
  })

  it('may be recorded for it at once, and belongs to its outlet and campaign', async () => {
    const mentionId = await aMention({ sampleId, prospectId: '', provenance: 'earned' })
    expect(await getMention(ours, mentionId)).toMatchObject({
      provenance: 'sample',
      prospect: { id: prospectId },
    })
    expect(await stateOf()).toBe('mention-came')
  })

  it('may be the second that came of it, and may come after everybody thought that nothing would', async () => {
    await closeWithNothing(ours, { sampleId })
    await tieMention(ours, { mentionId: await aMention(), sampleId })
    await tieMention(ours, { mentionId: await aMention(), sampleId })
    expect(await stateOf()).toBe('mention-came')
    expect(await listMentionsOfSample(ours, sampleId)).toHaveLength(2)
  })

  it('is tied once, however often that is clicked', async () => {
    const mentionId = await aMention()
    await Promise.all([1, 2, 3].map(() => tieMention(ours, { mentionId, sampleId })))
    expect(await listMentionsOfSample(ours, sampleId)).toHaveLength(1)
  })

  it('is refused where nothing was sent, and the sample stays as it was', async () => {
    const early = await aSample('offered')
    const mentionId = await aMention()
    await expect(tieMention(ours, { mentionId, sampleId: early })).rejects.toThrow(
      /can only come of what was sent/,
    )
    expect(await stateOf(early)).toBe('offered')
    await expect(aMention({ sampleId: early })).rejects.toThrow(Refusal)
  })

  it('is refused for another outlet, another Site, and a mention of another sample', async () => {
    const elsewhere = await aMention({ prospectId: await aProspect(ours) })
    await expect(tieMention(ours, { mentionId: elsewhere, sampleId })).rejects.toThrow(/another outlet/)
    const otherSite = await aMention({ siteId: await aSite() })
    await expect(tieMention(ours, { mentionId: otherSite, sampleId })).rejects.toThrow(/another site/)
    expect(await stateOf()).toBe('arrived')
    const mentionId = await aMention({ sampleId: await aSample() })
    await expect(tieMention(ours, { mentionId, sampleId })).rejects.toThrow(/another sample/)
  })

  it('is not there for others, and refused to who may not write', async () => {
    const mentionId = await aMention()
    await expect(tieMention(theirs, { mentionId, sampleId })).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(tieMention(reviewer, { mentionId, sampleId })).rejects.toThrow(Refusal)
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [siteId])
    await tieMention(ours, { mentionId, sampleId })
    expect((await getMention(viewer, mentionId)).sample).toBeNull()
    await expect(listMentionsOfSample(viewer, sampleId)).rejects.toThrow(NotFound)
  })
})

describe('a mention that came about otherwise', () => {
  it.each(['sent', 'arrived'] as const)('takes the sample back to where it stood: %s', async (how) => {
    sampleId = await aSample(how)
    const mentionId = await aMention({ sampleId })
    await untieMention(ours, { mentionId })
    await untieMention(ours, { mentionId })
    expect(await getSample(ours, sampleId)).toMatchObject({ state: how, endedAt: null })
    expect(await listMentionsOfSample(ours, sampleId)).toEqual([])
    await expect(untieMention(theirs, { mentionId })).rejects.toThrow(NotFound)
  })

  it('leaves the sample where another one came of it too', async () => {
    const [first] = [await aMention({ sampleId }), await aMention({ sampleId })]
    await untieMention(ours, { mentionId: first })
    expect(await stateOf()).toBe('mention-came')
  })
})

describe('the pages one may tie', () => {
  it('are those of the outlet and the Site that came of no sample yet', async () => {
    const free = await aMention()
    await aMention({ sampleId })
    await aMention({ prospectId: await aProspect(ours) })
    const found = await listMentionsToTie(ours, { prospectId, siteId })
    expect(found.map(({ id }) => id)).toEqual([free])
    expect(await listMentionsToTie(theirs, { prospectId, siteId })).toEqual([])
  })
})

describe('what was seen on a page that came of a sample', () => {
  it('is what the newest look saw that could tell', async () => {
    const mentionId = await aMention({ sampleId })
    const { workspaceId, memberId, now } = ours
    const looks = [
      ['linked-qualified', { linked: true, rel: ['sponsored'], disclosures: [] }],
      ['could-not-check', { linked: null }],
    ] as const
    for (const [index, [verdict, facts]] of looks.entries()) {
      await database().linkCheck.create({
        data: {
          ...{ workspaceId, mentionId, number: index + 1, kind: 'fetched', verdict, facts },
          ...{ at: new Date(now.getTime() + index * 1000), sentence: '', requestedById: memberId },
        },
      })
    }
    const [seen] = await listMentionsOfSample(ours, sampleId)
    expect(seen?.facts).toMatchObject({ linked: true, rel: ['sponsored'], disclosures: [] })
  })
})
