import { Compass, Pencil, Plus } from 'lucide'
import type { Metadata } from 'next'
import { OwnPageList } from '#components/campaigns/own-page-list.tsx'
import { EvidenceForm } from '#components/exports/evidence-form.tsx'
import { DomainList } from '#components/sites/domain-list.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { CAMPAIGN_ROUTE_TABLE, type CampaignRoute } from '#lib/domain/campaign-routes.ts'
import { can } from '#lib/domain/roles.ts'
import { listOwnPages } from '#lib/features/mentions/own-page-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { getSite } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; siteId: string }> }

async function siteOf(params: Props['params']) {
  const { workspace, siteId } = await params
  const scope = await requireWorkspace(workspace, 'sites.read')
  return { workspace, scope, site: await found(getSite(scope, pageId(siteId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await siteOf(params)).site.name }
}

export default async function SitePage({ params }: Props) {
  const { workspace, scope, site } = await siteOf(params)
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'sites.write')
  const ownPages = can(scope.role, 'campaigns.read') ? await listOwnPages(scope, site.id) : []

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Sites', href: `${home}/sites` }]}
        title={<bdi className="wrap-anywhere">{site.name}</bdi>}
        facts={
          <span>
            For <bdi>{site.ownerName}</bdi>
          </span>
        }
        actions={
          <>
            <ButtonLink href={`${home}/mentions?site=${site.id}`}>Its mentions</ButtonLink>
            <ButtonLink href={`${home}/press?site=${site.id}`}>Its press</ButtonLink>
            {can(scope.role, 'facts.read') ? (
              <ButtonLink href={`${home}/sites/${site.id}/facts`}>Fact sheet</ButtonLink>
            ) : null}
            {can(scope.role, 'mentions.write') ? (
              <ButtonLink href={`${home}/press/${site.id}`}>Its press page</ButtonLink>
            ) : null}
            {mayWrite ? (
              <ButtonLink href={`${home}/sites/${site.id}/edit`}>
                <Icon of={Pencil} />
                Change
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <Panel title="What pages are looked through for">
          <DefinitionList
            facts={[
              { term: 'Domains', value: <DomainList domains={site.domains} /> },
              { term: 'Brand names', value: <Names names={site.brandNames} /> },
              { term: 'People’s names', value: <Names names={site.peopleNames} /> },
              { term: 'Time zone', value: site.timeZone },
            ]}
          />
        </Panel>
        {can(scope.role, 'campaigns.read') ? (
          <SiteCampaigns
            home={home}
            siteId={site.id}
            campaigns={site.campaigns}
            mayAdd={can(scope.role, 'campaigns.write')}
          />
        ) : null}
        {ownPages.length > 0 ? (
          <Panel
            id="own-pages"
            title="Pages you hope to see linked"
            lead="From its campaigns. Rapport looks at them too, so that you hear of a broken one before a reader does."
          >
            <OwnPageList
              pages={ownPages.map((page) => ({ url: page.url, page }))}
              workspace={workspace}
              mayLook={can(scope.role, 'mentions.write')}
              now={scope.now}
              timeZone={scope.timeZone}
            />
          </Panel>
        ) : null}
        {can(scope.role, 'evidence.bundle') ? (
          <Panel
            id="evidence"
            title="Evidence to hand on"
            lead="One signed ZIP: every mention with all its looks, for somebody who would rather check than believe. Nothing of whom you wrote to is in it."
          >
            <EvidenceForm action={`${home}/sites/${site.id}/evidence.zip`} />
          </Panel>
        ) : null}
        {mayWrite ? (
          <MoveToTrash
            {...{ workspace, itemId: site.id }}
            kind="site"
            what="this site"
            withIt="Its campaigns, their pitches and its mentions go with it."
          />
        ) : null}
      </div>
    </>
  )
}

type SiteCampaignsProps = {
  home: string
  siteId: string
  campaigns: { id: string; name: string; route: string; targetUrls: string[] }[]
  mayAdd: boolean
}

function SiteCampaigns({ home, siteId, campaigns, mayAdd }: SiteCampaignsProps) {
  const add = mayAdd ? (
    <ButtonLink
      href={`${home}/campaigns/new?site=${siteId}`}
      tone={campaigns.length === 0 ? 'primary' : 'secondary'}
    >
      <Icon of={Plus} />
      Add a campaign
    </ButtonLink>
  ) : null
  if (campaigns.length === 0) {
    return (
      <EmptyState icon={Compass} title="No campaign for this site yet" actions={add}>
        A campaign is one angle: the pages you hope to see linked, and the story a reader would care about.
      </EmptyState>
    )
  }
  return (
    <Panel title="Campaigns" actions={add} flush>
      <ul className="divide-y divide-line">
        {campaigns.map((campaign) => (
          <li key={campaign.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 sm:px-6">
            <Link
              href={`${home}/campaigns/${campaign.id}`}
              data-row-link
              className="ink-link min-w-0 font-semibold wrap-anywhere"
            >
              <bdi>{campaign.name}</bdi>
            </Link>
            <Badge>{CAMPAIGN_ROUTE_TABLE[campaign.route as CampaignRoute].label}</Badge>
            <span className="text-sm text-ink-soft">
              {campaign.targetUrls.length === 1
                ? '1 page hoped for'
                : `${campaign.targetUrls.length} pages hoped for`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Names({ names }: { names: string[] }) {
  if (names.length === 0) return <span className="text-ink-soft">None yet</span>
  return (
    <ul className="flex flex-wrap gap-2">
      {names.map((name) => (
        <li key={name} className="min-w-0">
          <Badge>
            <bdi className="wrap-anywhere">{name}</bdi>
          </Badge>
        </li>
      ))}
    </ul>
  )
}
