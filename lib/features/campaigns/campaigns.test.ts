import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addContact } from '../prospects/contact-commands.ts'
import { getContact } from '../prospects/contact-queries.ts'
import { contactSchema } from '../prospects/contact-schema.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { addCampaign, changeCampaign } from './campaign-commands.ts'
import {
  CAMPAIGNS_PER_PAGE,
  getCampaign,
  listCampaignChoices,
  listCampaigns,
  searchCampaigns,
} from './campaign-queries.ts'
import { campaignSchema } from './campaign-schema.ts'

describe('a Campaign', () => {
  let ours: WorkspaceScope
  let theirs: WorkspaceScope
  let siteId: string
  beforeAll(async () => {
    ;({ ours, theirs } = await twoWorkspaces())
    siteId = await aSite(ours)
  })

  it('keeps its route, its story and the pages hoped for', async () => {
    const { campaignId } = await addCampaign(
      ours,
      input({ targetUrls: 'fernway.example/tent\nhttps://shop.fernway.example/a,b' }),
    )
    expect(await getCampaign(ours, campaignId)).toMatchObject({
      name: 'Plastic-free trails',
      route: 'product',
      targetUrls: ['https://fernway.example/tent', 'https://shop.fernway.example/a,b'],
      mentionCount: 0,
      pitchCounts: { draft: 0, sent: 0, closed: 0 },
      site: { name: 'Fernway' },
    })
  })

  it.each([
    'https://other.example/tent',
    'https://notfernway.example/tent',
    'https://fernway.example.other.example',
  ])('refuses %s, which is not on its Site’s domains, beside the field', async (targetUrls) => {
    const refused = addCampaign(ours, input({ targetUrls }))
    await expect(refused).rejects.toThrow(/not on a domain of Fernway \(fernway\.example\)/)
    await expect(refused).rejects.toMatchObject({ field: 'targetUrls' })
  })

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'a'.repeat(10_000) }],
    ['route', { route: 'bought' }],
    ['story', { story: '' }],
    ['targetUrls', { targetUrls: 'javascript:alert(1)' }],
    ['targetUrls', { targetUrls: '' }],
    ['siteId', { siteId: 'mine' }],
  ])('refuses a wrong %s beside that field', (field, wrong) => {
    const parsed = campaignSchema.safeParse({ ...typed(), ...wrong })
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
  })

  it('cannot be for a Site of another workspace', async () => {
    await expect(addCampaign(theirs, input({}))).rejects.toMatchObject({ name: 'Refusal', field: 'siteId' })
    const { campaignId } = await addCampaign(ours, input({}))
    const foreign = await aSite(theirs)
    await expect(changeCampaign(ours, { ...input({}), siteId: foreign, campaignId })).rejects.toThrow(Refusal)
  })

  it('is neither seen nor changed from another workspace', async () => {
    const { campaignId } = await addCampaign(ours, input({}))
    await expect(getCampaign(theirs, campaignId)).rejects.toThrow(NotFound)
    await expect(
      changeCampaign(theirs, { ...input({}), siteId: await aSite(theirs), campaignId }),
    ).rejects.toThrow(NotFound)
    expect(await listCampaigns(theirs)).toEqual({ campaigns: [], before: null, after: null })
    expect(await listCampaignChoices(theirs)).toEqual([])
    expect(await searchCampaigns(theirs, 'plastic', 5)).toEqual([])
  })

  it('is changed by owners and managers, read by writers and reviewers, and hidden from viewers', async () => {
    const { campaignId } = await addCampaign(ours, input({}))
    const writer = await aMember(ours.workspaceId, 'writer')
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [siteId])
    await expect(changeCampaign(writer, { ...input({}), campaignId })).rejects.toThrow(Refusal)
    await expect(getCampaign(viewer, campaignId)).rejects.toThrow(NotFound)
    await expect(listCampaigns(viewer)).rejects.toThrow(NotFound)
    await changeCampaign(await aMember(ours.workspaceId, 'manager'), {
      ...input({ name: 'Wool' }),
      campaignId,
    })
    expect((await getCampaign(writer, campaignId)).name).toBe('Wool')
  })

  it('is found by its name whatever the case, and a percent sign is only a percent sign', async () => {
    await addCampaign(ours, input({ name: '100% Wool' }))
    expect((await searchCampaigns(ours, '0% wOOl', 5)).map((campaign) => campaign.name)).toEqual([
      '100% Wool',
    ])
    expect(await searchCampaigns(ours, '1%Wool', 5)).toEqual([])
  })

  it('counts its pitches by state, without those in the trash, in the list as on its page', async () => {
    const { campaignId } = await addCampaign(ours, input({ name: 'Counted' }))
    await somePitches(ours, campaignId)
    const counts = { draft: 2, 'in-review': 0, ready: 0, sent: 1, answered: 0, closed: 0 }
    expect((await getCampaign(ours, campaignId)).pitchCounts).toEqual(counts)
    const listed = (await listCampaigns(ours)).campaigns.find((campaign) => campaign.id === campaignId)
    expect(listed?.pitchCounts).toEqual(counts)
  })

  it('is listed in pages, newest first, which one may leaf through both ways', async () => {
    const { ours: scope } = await twoWorkspaces()
    const site = await aSite(scope)
    const many = Array.from({ length: CAMPAIGNS_PER_PAGE + 1 }, (_, n) => `Angle ${n}`)
    for (const [n, name] of many.entries())
      await addCampaign(at(scope, new Date(NOON.getTime() + n * 1000)), input({ name, siteId: site }))
    const first = await listCampaigns(scope)
    expect(first.campaigns.map(({ name }) => name)).toEqual(many.toReversed().slice(0, CAMPAIGNS_PER_PAGE))
    const second = await listCampaigns(scope, { after: first.after ?? '' })
    expect(second).toMatchObject({ campaigns: [{ name: 'Angle 0' }], after: null })
    expect(await listCampaigns(scope, { before: second.before ?? '' })).toEqual(first)
    expect(await listCampaignChoices(scope)).toHaveLength(CAMPAIGNS_PER_PAGE + 1)
  })

  function typed() {
    return {
      name: 'Plastic-free trails',
      siteId,
      route: 'product',
      story: 'Tents without plastic, for people who write about leaving nothing behind.',
      targetUrls: 'https://fernway.example/tent',
    }
  }

  function input(change: Partial<ReturnType<typeof typed>>) {
    return campaignSchema.parse({ ...typed(), ...change })
  }
})

async function aSite(scope: WorkspaceScope): Promise<string> {
  const { siteId } = await addSite(
    scope,
    siteSchema.parse({ name: 'Fernway', ownerName: 'Ines', domains: 'fernway.example', timeZone: 'UTC' }),
  )
  return siteId
}

async function somePitches(scope: WorkspaceScope, campaignId: string) {
  const { workspaceId, memberId: writerId, now } = scope
  const moment = { createdAt: now, updatedAt: now }
  const { prospectId } = await addProspect(
    scope,
    prospectSchema.parse({ kind: 'blogger', name: 'Moss', address: 'moss.example' }),
  )
  const { contactId } = await addContact(
    scope,
    contactSchema.parse({ prospectId, name: 'Ana', channelKind: 'email', address: 'ana@moss.example' }),
  )
  const [channel] = (await getContact(scope, contactId)).channels
  const pitch = {
    workspaceId,
    campaignId,
    prospectId,
    contactId,
    channelId: channel?.id ?? '',
    writerId,
    ...moment,
  }
  await database().pitch.createMany({
    data: [
      { ...pitch, state: 'draft' },
      { ...pitch, state: 'draft' },
      { ...pitch, state: 'sent', sentAt: now },
      { ...pitch, state: 'closed', deletedAt: now },
    ],
  })
}
