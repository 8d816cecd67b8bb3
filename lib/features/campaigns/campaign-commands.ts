import { readableHost } from '#lib/domain/idn.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { CampaignInput } from './campaign-schema.ts'

/** @throws Refusal when the Site is not there or a page is not on its domains */
export async function addCampaign(
  scope: WorkspaceScope,
  input: CampaignInput,
): Promise<{ campaignId: string }> {
  authorize(scope, 'campaigns.write')
  await refuseStrangePages(scope, input)
  const { id } = await database().campaign.create({
    data: { workspaceId: scope.workspaceId, ...input, createdAt: scope.now },
    select: { id: true },
  })
  return { campaignId: id }
}

/** @throws NotFound; Refusal as for a new one */
export async function changeCampaign(
  scope: WorkspaceScope,
  { campaignId, ...input }: CampaignInput & { campaignId: string },
) {
  authorize(scope, 'campaigns.write')
  await refuseStrangePages(scope, input)
  const { count } = await database().campaign.updateMany({
    where: { id: campaignId, workspaceId: scope.workspaceId, deletedAt: null },
    data: input,
  })
  if (count === 0) throw new NotFound()
}

async function refuseStrangePages(scope: WorkspaceScope, { siteId, targetUrls }: CampaignInput) {
  const site = await database().site.findFirst({
    where: { id: siteId, workspaceId: scope.workspaceId, deletedAt: null },
    select: { name: true, domains: true },
  })
  if (!site)
    throw new Refusal('That site is not here any more.', 'Choose another one from the list.', 'siteId')
  const strange = targetUrls.filter((url) => !isOnDomains(url, site.domains))
  if (strange.length === 0) return
  const domains = site.domains.map(readableHost).join(', ')
  throw new Refusal(
    `${strange.map(readable).join(', ')} ${strange.length === 1 ? 'is' : 'are'} not on a domain of ${site.name} (${domains}).`,
    `Take ${strange.length === 1 ? 'it' : 'them'} out, or add the domain to the site first.`,
    'targetUrls',
  )
}

/** A Site's domains cover their subdomains. */
function isOnDomains(url: string, domains: readonly string[]): boolean {
  const parsed = parseWebAddress(url)
  return parsed.ok && domains.some((domain) => parsed.host === domain || parsed.host.endsWith(`.${domain}`))
}

function readable(url: string): string {
  const words = readableAddress(url)
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}
