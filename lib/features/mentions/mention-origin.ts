import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { RecordMentionInput } from './mention-schema.ts'
import { comesOfSample, refuseOtherSite } from './sample-tie-commands.ts'

export type SiteOfMention = { id: string; name: string; domains: string[] }

/** What a pitch knows need not be said again; and a page of an outlet we know belongs to it. */
export async function originOf(
  tx: Transaction,
  scope: WorkspaceScope,
  site: SiteOfMention,
  input: RecordMentionInput,
) {
  const here = { workspaceId: scope.workspaceId, deletedAt: null }
  if (input.sampleId) return originOfSample(tx, scope, site, { ...input, sampleId: input.sampleId })
  const pitch = input.pitchId ? await tx.pitch.findFirst({ where: { ...here, id: input.pitchId } }) : null
  if (input.pitchId && !pitch)
    throw new Refusal('That pitch is not here any more.', 'Record the mention without it.')
  const campaignId = input.campaignId ?? pitch?.campaignId ?? null
  await requireCampaign(tx, scope, site, campaignId, null)
  const prospectId = input.prospectId ?? pitch?.prospectId ?? null
  if (prospectId === null)
    return { pitchId: null, campaignId, prospectId: await prospectOfPage(tx, scope, input.url) }
  const prospect = await tx.prospect.findFirst({ where: { ...here, id: prospectId }, select: { id: true } })
  if (!prospect) throw new Refusal('That prospect is not here any more.', 'Record the mention without it.')
  return { pitchId: pitch?.id ?? null, campaignId, prospectId }
}

/** What came of a sample belongs to the outlet it went to. */
async function originOfSample(
  tx: Transaction,
  scope: WorkspaceScope,
  site: SiteOfMention,
  { sampleId, campaignId: asked }: RecordMentionInput & { sampleId: string },
) {
  const sample = await comesOfSample(tx, scope, sampleId)
  refuseOtherSite(site.id, sample)
  await requireCampaign(tx, scope, site, asked, sample.campaignId)
  const { prospectId, pitchId } = sample
  return { sampleId, prospectId, pitchId, campaignId: asked ?? sample.campaignId }
}

async function prospectOfPage(tx: Transaction, scope: WorkspaceScope, url: string): Promise<string | null> {
  const outlet = outletKeyOf(url)
  if (!outlet.ok) return null
  const prospect = await tx.prospect.findFirst({
    where: { workspaceId: scope.workspaceId, liveOutletKey: outlet.key, deletedAt: null },
    select: { id: true },
  })
  return prospect?.id ?? null
}

/** @param already the campaign it has now, which may lie in the trash and still be kept */
export async function requireCampaign(
  tx: Transaction,
  scope: WorkspaceScope,
  site: SiteOfMention,
  campaignId: string | null,
  already: string | null,
) {
  if (campaignId === null || campaignId === already) return
  const campaign = await tx.campaign.findFirst({
    where: { workspaceId: scope.workspaceId, id: campaignId, deletedAt: null },
    select: { siteId: true },
  })
  if (!campaign)
    throw new Refusal('That campaign is not here any more.', 'Choose another one, or none.', 'campaignId')
  if (campaign.siteId !== site.id) {
    throw new Refusal(
      `That campaign is for another site than ${site.name}.`,
      'Choose a campaign of this site, or none.',
      'campaignId',
    )
  }
}
