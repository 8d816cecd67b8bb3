import { Compass, Plus, Store } from 'lucide'
import type { Metadata } from 'next'
import { PitchCountWords } from '#components/campaigns/pitch-counts.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { CAMPAIGN_ROUTE_TABLE, type CampaignRoute } from '#lib/domain/campaign-routes.ts'
import { can } from '#lib/domain/roles.ts'
import { listCampaigns } from '#lib/features/campaigns/campaign-queries.ts'
import { campaignListSchema } from '#lib/features/campaigns/campaign-schema.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Campaigns' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CampaignsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'campaigns.read')
  const { campaigns, before, after } = await listCampaigns(
    scope,
    campaignListSchema.parse(await searchParams),
  )
  const home = `/w/${workspace}`
  const addLink = can(scope.role, 'campaigns.write') ? (
    <ButtonLink href={`${home}/campaigns/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Add a campaign
    </ButtonLink>
  ) : null

  return (
    <>
      <PageHeader
        title="Campaigns"
        lead="One angle for one site each: a route, the pages you hope to see linked, and the story."
        actions={campaigns.length > 0 ? addLink : null}
      />
      {campaigns.length === 0 ? (
        <NoCampaigns home={home} hasSites={(await listSites(scope)).length > 0} addLink={addLink} />
      ) : (
        <>
          <Table
            caption="Campaigns"
            head={
              <>
                <Th>Campaign</Th>
                <Th>Route</Th>
                <Th>Site</Th>
                <Th>Pitches</Th>
                <Th numeric>Mentions</Th>
              </>
            }
          >
            {campaigns.map((campaign) => (
              <Tr key={campaign.id}>
                <Td>
                  <RowLink href={`${home}/campaigns/${campaign.id}`}>
                    <bdi className="wrap-anywhere">{campaign.name}</bdi>
                  </RowLink>
                </Td>
                <Td label="Route">
                  <Badge>{CAMPAIGN_ROUTE_TABLE[campaign.route as CampaignRoute].label}</Badge>
                </Td>
                <Td label="Site">
                  <bdi className="wrap-anywhere">{campaign.site.name}</bdi>
                </Td>
                <Td label="Pitches">
                  <PitchCountWords counts={campaign.pitchCounts} />
                </Td>
                <Td label="Mentions" numeric>
                  {writtenCount(campaign.mentionCount)}
                </Td>
              </Tr>
            ))}
          </Table>
          {before || after ? (
            <Pagination
              summary="Newest first"
              previousHref={before ? `${home}/campaigns?before=${before}` : undefined}
              nextHref={after ? `${home}/campaigns?after=${after}` : undefined}
            />
          ) : null}
        </>
      )}
    </>
  )
}

function NoCampaigns({
  home,
  hasSites,
  addLink,
}: {
  home: string
  hasSites: boolean
  addLink: React.ReactNode
}) {
  if (!addLink) {
    return (
      <EmptyState icon={Compass} title="No campaigns yet">
        An owner or manager adds them. Until then you can read and note what you read.
      </EmptyState>
    )
  }
  if (!hasSites) {
    return (
      <EmptyState
        icon={Store}
        title="First a site, then a campaign"
        actions={
          <ButtonLink href={`${home}/sites/new`} tone="primary" data-new-link>
            Add a site
          </ButtonLink>
        }
      >
        A campaign is one angle for one of your sites. Say first what you earn links for.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Compass} title="No campaigns yet" actions={addLink}>
      A campaign is one angle: who might try what you make, or who might ask what you know. Begin with the
      page you would be proudest to see linked.
    </EmptyState>
  )
}
