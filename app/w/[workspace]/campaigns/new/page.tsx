import { Store } from 'lucide'
import type { Metadata } from 'next'
import { CampaignForm } from '#components/campaigns/campaign-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { addCampaignAction } from '#lib/features/campaigns/campaign-actions.ts'
import { searchText } from '#lib/features/page-params.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Add a campaign' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ site?: string | string[] }> }

export default async function NewCampaignPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'campaigns.write')
  const sites = await listSites(scope)
  const back = `/w/${workspace}/campaigns`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Campaigns', href: back }]}
        title="Add a campaign"
        lead="One angle for one site. Pitches are written for a campaign, and mentions counted in it."
      />
      {sites.length === 0 ? (
        <EmptyState
          icon={Store}
          title="First a site, then a campaign"
          actions={
            <ButtonLink href={`/w/${workspace}/sites/new`} tone="primary">
              Add a site
            </ButtonLink>
          }
        >
          Say first what you earn links for; then come back here.
        </EmptyState>
      ) : (
        <CampaignForm
          action={addCampaignAction}
          workspace={workspace}
          back={back}
          sites={sites}
          siteId={searchText((await searchParams).site)}
        />
      )}
    </>
  )
}
