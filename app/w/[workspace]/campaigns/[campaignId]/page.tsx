import { Pencil, PenLine } from 'lucide'
import type { Metadata } from 'next'
import { OwnPageList } from '#components/campaigns/own-page-list.tsx'
import { PitchCountLinks } from '#components/campaigns/pitch-counts.tsx'
import { MentionRows } from '#components/mentions/mention-rows.tsx'
import { ReadFirstForm } from '#components/review/read-first-form.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { CAMPAIGN_ROUTE_TABLE, type CampaignRoute } from '#lib/domain/campaign-routes.ts'
import { can } from '#lib/domain/roles.ts'
import { readCampaignFirstAction } from '#lib/features/campaigns/campaign-actions.ts'
import { getCampaign, type PitchCounts } from '#lib/features/campaigns/campaign-queries.ts'
import { mentionKeyOf } from '#lib/features/mentions/mention-key.ts'
import { listOwnPages } from '#lib/features/mentions/own-page-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; campaignId: string }> }

async function campaignOf(params: Props['params']) {
  const { workspace, campaignId } = await params
  const scope = await requireWorkspace(workspace, 'campaigns.read')
  return { workspace, scope, campaign: await found(getCampaign(scope, pageId(campaignId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await campaignOf(params)).campaign.name }
}

export default async function CampaignPage({ params }: Props) {
  const { workspace, scope, campaign } = await campaignOf(params)
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'campaigns.write')
  const ofSite = await listOwnPages(scope, campaign.site.id)
  const pages = new Map(ofSite.map((page) => [page.urlKey, page]))

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Campaigns', href: `${home}/campaigns` }]}
        title={<bdi className="wrap-anywhere">{campaign.name}</bdi>}
        facts={
          <>
            <Badge>{CAMPAIGN_ROUTE_TABLE[campaign.route as CampaignRoute].label}</Badge>
            <span>
              for{' '}
              <Link href={`${home}/sites/${campaign.site.id}`} className="ink-link">
                <bdi>{campaign.site.name}</bdi>
              </Link>
            </span>
            <span>
              added <RelativeTime then={campaign.createdAt} now={scope.now} timeZone={scope.timeZone} />
            </span>
          </>
        }
        actions={
          <>
            {mayWrite ? (
              <ButtonLink href={`${home}/campaigns/${campaign.id}/edit`}>
                <Icon of={Pencil} />
                Change
              </ButtonLink>
            ) : null}
            {can(scope.role, 'pitches.write') ? (
              <ButtonLink href={`${home}/pitches/new?campaign=${campaign.id}`} tone="primary" data-new-link>
                <Icon of={PenLine} />
                Write a pitch
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <Panel title="Pitches" lead={nextStep(campaign.pitchCounts)}>
          <PitchCountLinks
            counts={campaign.pitchCounts}
            href={(state) => `${home}/pitches?campaign=${campaign.id}&state=${state}`}
          />
        </Panel>
        <Panel
          title={campaign.mentionCount > 0 ? `Mentions (${writtenCount(campaign.mentionCount)})` : 'Mentions'}
          lead={
            campaign.mentionCount > campaign.mentions.length
              ? `The newest ${campaign.mentions.length} of them.`
              : undefined
          }
          flush={campaign.mentionCount > 0}
        >
          {campaign.mentionCount > 0 ? (
            <MentionRows mentions={campaign.mentions} home={home} now={scope.now} timeZone={scope.timeZone} />
          ) : (
            <p className="text-ink-soft">
              None yet. Not every pitch becomes one, and that is out of your hands.
            </p>
          )}
        </Panel>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Panel title="The story">
            <div dir="auto" className="wrap-anywhere">
              <WrittenText>{campaign.story}</WrittenText>
            </div>
          </Panel>
          <Panel
            title="Pages you hope to see linked"
            lead="Rapport looks at them too, so that you hear of a broken one before a reader does."
          >
            {campaign.targetUrls.length === 0 ? <p className="text-ink-soft">None named.</p> : null}
            <OwnPageList
              pages={campaign.targetUrls.map((url) => ({ url, page: pages.get(mentionKeyOf(url)) ?? null }))}
              workspace={workspace}
              mayLook={can(scope.role, 'mentions.write')}
              now={scope.now}
              timeZone={scope.timeZone}
            />
          </Panel>
        </div>
        {mayWrite || campaign.readFirstAt ? (
          <Panel
            title="A second pair of eyes"
            lead={
              campaign.readFirstAt
                ? 'Somebody else reads every letter of this campaign before it goes.'
                : 'Whoever writes a letter of this campaign may send it.'
            }
          >
            {mayWrite ? (
              <ReadFirstForm
                action={readCampaignFirstAction}
                hidden={{ workspace, campaignId: campaign.id }}
                isReadFirst={campaign.readFirstAt !== null}
                what="Letters of this campaign"
              />
            ) : null}
          </Panel>
        ) : null}
        {mayWrite ? (
          <MoveToTrash
            {...{ workspace, itemId: campaign.id }}
            kind="campaign"
            what="this campaign"
            withIt="Its pitches go with it."
          />
        ) : null}
      </div>
    </>
  )
}

function nextStep(counts: PitchCounts): string {
  if (counts.answered > 0) return 'Somebody is waiting for an answer from you.'
  if (counts.ready > 0) return 'There is a pitch ready to be sent.'
  if (counts['in-review'] > 0) return 'There is a pitch waiting for a second pair of eyes.'
  if (counts.draft > 0) return 'There is a draft to finish.'
  if (counts.sent > 0) return 'What was sent is with them now. Find the next reader who would care.'
  return 'Nothing written yet. Read somebody’s work, then write them one short note.'
}
