import type { Metadata } from 'next'
import { CampaignForm } from '#components/campaigns/campaign-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { changeCampaignAction } from '#lib/features/campaigns/campaign-actions.ts'
import { getCampaign } from '#lib/features/campaigns/campaign-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change a campaign' }

type Props = { params: Promise<{ workspace: string; campaignId: string }> }

export default async function EditCampaignPage({ params }: Props) {
  const { workspace, campaignId } = await params
  const scope = await requireWorkspace(workspace, 'campaigns.write')
  const campaign = await found(getCampaign(scope, pageId(campaignId)))
  const home = `/w/${workspace}/campaigns`
  const back = `${home}/${campaign.id}`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Campaigns', href: home },
          { label: campaign.name, href: back },
        ]}
        title="Change this campaign"
      />
      <CampaignForm
        action={changeCampaignAction}
        workspace={workspace}
        back={back}
        sites={await listSites(scope)}
        siteId={campaign.siteId}
        campaign={campaign}
      />
    </>
  )
}
