import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addCampaign } from '../campaigns/campaign-commands.ts'
import { campaignSchema } from '../campaigns/campaign-schema.ts'
import { addContact } from '../prospects/contact-commands.ts'
import { contactSchema } from '../prospects/contact-schema.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { findWrittenBefore } from './written-before-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let things: FullWorkspace
beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  things = await aFullWorkspace(ours, 'Lindgrove')
})

describe('"someone here already wrote to them"', () => {
  it('counts across campaigns, names who and when, and never another customer', async () => {
    const elsewhere = await anotherCampaign()
    const before = await findWrittenBefore(ours, { contactId: things.contactId }, elsewhere)
    expect(before).toMatchObject({ times: 1, lastAt: ours.now, lastBy: ours.actorName, forOtherSites: 1 })
    expect(JSON.stringify(before)).not.toContain('Lindgrove')
    expect(await findWrittenBefore(ours, { contactId: things.contactId }, things.campaignId)).toMatchObject({
      forOtherSites: 0,
    })
  })

  it('says until when a new first pitch waits, and nothing of it afterwards', async () => {
    const asked = { contactId: things.contactId }
    expect((await findWrittenBefore(ours, asked))?.coolsUntil).toEqual(new Date('2026-06-02T12:00:00Z'))
    expect((await findWrittenBefore(at(ours, '2026-06-02T12:00:00Z'), asked))?.coolsUntil).toBeNull()
    await database().workspace.update({
      where: { id: ours.workspaceId },
      data: { settings: { coolingOffDays: 100 } },
    })
    expect((await findWrittenBefore(ours, asked))?.coolsUntil).toEqual(new Date('2026-06-12T12:00:00Z'))
  })

  it('knows the address under another name, and the outlet', async () => {
    const typed = {
      prospectId: things.prospectId,
      name: 'Twin',
      channelKind: 'email',
      address: things.address,
      shared: 'on',
    }
    const { contactId } = await addContact(ours, contactSchema.parse(typed))
    expect(await findWrittenBefore(ours, { contactId })).toMatchObject({ times: 1 })
    expect(await findWrittenBefore(ours, { prospectId: things.prospectId })).toMatchObject({
      times: 1,
      coolsUntil: null,
    })
  })

  it('is silent about strangers, to viewers, and from another workspace', async () => {
    const asked = { contactId: things.contactId }
    expect(await findWrittenBefore(theirs, asked)).toBeNull()
    await expect(findWrittenBefore(await aMember(ours.workspaceId, 'viewer'), asked)).rejects.toThrow(
      NotFound,
    )
  })
})

async function anotherCampaign(): Promise<string> {
  const site = {
    name: 'Other',
    ownerName: 'Other',
    domains: 'other.example',
    brandNames: 'Other',
    timeZone: 'UTC',
  }
  const { siteId } = await addSite(ours, siteSchema.parse(site))
  const campaign = {
    siteId,
    name: 'Other',
    route: 'service',
    story: 'Other',
    targetUrls: 'https://other.example/',
  }
  return (await addCampaign(ours, campaignSchema.parse(campaign))).campaignId
}
