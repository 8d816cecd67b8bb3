import { Globe } from 'lucide'
import type { Metadata } from 'next'
import { MentionForm } from '#components/mentions/mention-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { can } from '#lib/domain/roles.ts'
import { listCampaignChoices } from '#lib/features/campaigns/campaign-queries.ts'
import { recordMentionAction } from '#lib/features/mentions/mention-actions.ts'
import { findMentionOrigin } from '#lib/features/mentions/mention-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { getSample } from '#lib/features/samples/sample-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Record a mention' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<
    Record<'prospect' | 'pitch' | 'sample' | 'site' | 'campaign' | 'url', string | string[] | undefined>
  >
}

export default async function NewMentionPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'mentions.write')
  const asked = await searchParams
  const [sites, campaigns, sample, { pitch, prospect: known }] = await Promise.all([
    listSites(scope),
    listCampaignChoices(scope),
    searchText(asked.sample) ? found(getSample(scope, pageId(searchText(asked.sample)))) : null,
    findMentionOrigin(scope, { prospectId: searchText(asked.prospect), pitchId: searchText(asked.pitch) }),
  ])
  const prospect = sample?.prospect ?? known
  const campaign = campaigns.find(
    ({ id }) => id === (sample?.campaignId ?? pitch?.campaign.id ?? searchText(asked.campaign)),
  )
  const home = `/w/${workspace}`
  const back = sample
    ? `${home}/samples/${sample.id}`
    : pitch
      ? `${home}/pitches/${pitch.id}`
      : prospect
        ? `${home}/prospects/${prospect.id}`
        : `${home}/mentions`
  if (sites.length === 0) return <NoSiteYet home={home} mayAdd={can(scope.role, 'sites.write')} />

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mentions', href: `${home}/mentions` }]}
        title="Record a mention"
        lead={
          prospect ? (
            <>
              A page of <bdi className="font-semibold">{prospect.name}</bdi>
              {sample ? (
                <>
                  , after you gave <bdi>{sample.item.name}</bdi>
                </>
              ) : null}
              {pitch ? <>, after your pitch {pitch.subject ? <bdi>“{pitch.subject}”</bdi> : null}</> : null}.
              Rapport looks whether it links to you.
            </>
          ) : (
            'A page that names you, or should. Rapport looks whether it links to you.'
          )
        }
      />
      <MentionForm
        action={recordMentionAction}
        workspace={workspace}
        hidden={{ prospectId: prospect?.id, pitchId: pitch?.id, sampleId: sample?.id }}
        sites={sample ? [sample.item.site] : sites}
        campaigns={campaigns}
        known={{
          url: searchText(asked.url),
          siteId:
            sample?.item.site.id ??
            campaign?.siteId ??
            (searchText(asked.site) || (sites.length === 1 ? sites[0]?.id : undefined)),
          provenance: sample
            ? 'sample'
            : campaign?.route === 'product'
              ? 'sample'
              : campaign
                ? 'quote'
                : undefined,
          targetUrl: campaign?.targetUrls.length === 1 ? campaign.targetUrls[0] : null,
          campaignId: campaign?.id,
        }}
        back={back}
        submitLabel="Record and look"
      />
    </>
  )
}

function NoSiteYet({ home, mayAdd }: { home: string; mayAdd: boolean }) {
  return (
    <>
      <PageHeader crumbs={[{ label: 'Mentions', href: `${home}/mentions` }]} title="Record a mention" />
      <EmptyState
        icon={Globe}
        title="First, a site"
        actions={
          mayAdd ? (
            <ButtonLink href={`${home}/sites/new`} tone="primary">
              Add a site
            </ButtonLink>
          ) : null
        }
      >
        A mention is about one of your sites: its domains and names are what a page is looked through for.
        {mayAdd ? null : ' Ask an owner or manager of this workspace to add it.'}
      </EmptyState>
    </>
  )
}
