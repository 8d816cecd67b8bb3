import { NotebookPen, Pencil } from 'lucide'
import type { Metadata } from 'next'
import { EpisodeOffer } from '#components/contributions/episode-offer.tsx'
import { FitPanel } from '#components/contributions/fit-panel.tsx'
import { MovesPanel } from '#components/contributions/moves-panel.tsx'
import { OutcomePanel } from '#components/contributions/outcome-panel.tsx'
import { TextPanel } from '#components/contributions/text-panel.tsx'
import { WorkKindBadge, WorkStateBadge } from '#components/contributions/work-badges.tsx'
import { WorkFacts } from '#components/contributions/work-facts.tsx'
import { GuidelinesPanel } from '#components/prospects/guidelines-panel.tsx'
import { VettingBlock } from '#components/prospects/vetting-block.tsx'
import { FeedsPanel } from '#components/reading-list/feeds-panel.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import {
  CONTRIBUTION_KIND_TABLE,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import { can } from '#lib/domain/roles.ts'
import { getContribution, listBylines } from '#lib/features/contributions/contribution-queries.ts'
import { listEpisodesOf } from '#lib/features/contributions/episode-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { listEarlierVettings, listVettings } from '#lib/features/prospects/vetting-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; contributionId: string }> }

async function workOf(params: Props['params']) {
  const { workspace, contributionId } = await params
  const scope = await requireWorkspace(workspace, 'contributions.read')
  return { workspace, scope, work: await found(getContribution(scope, pageId(contributionId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await workOf(params)).work.title }
}

export default async function ContributionPage({ params }: Props) {
  const { workspace, scope, work } = await workOf(params)
  const { now, timeZone } = scope
  const kind = work.kind as ContributionKind
  const { isSpoken, pageLabel } = CONTRIBUTION_KIND_TABLE[kind]
  const isDirectory = kind === 'directory'
  const [episodes, bylines, vettings, earlier] = await Promise.all([
    listEpisodesOf(scope, work.id),
    listBylines(scope, work),
    isDirectory ? listVettings(scope, work.prospectId) : [],
    isDirectory ? listEarlierVettings(scope, work.prospectId) : [],
  ])
  const mayWrite = can(scope.role, 'contributions.write')
  const home = `/w/${workspace}`
  const base = `${home}/contributions`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Work with outlets', href: base }]}
        title={<bdi className="wrap-anywhere">{work.title}</bdi>}
        facts={
          <>
            <WorkStateBadge state={work.state} />
            <WorkKindBadge kind={work.kind} isPaid={work.isPaid} />
          </>
        }
        actions={
          <>
            {isSpoken ? (
              <ButtonLink href={`${base}/${work.id}/prepare`}>
                <Icon of={NotebookPen} />
                Preparation sheet
              </ButtonLink>
            ) : null}
            {mayWrite ? (
              <ButtonLink href={`${base}/${work.id}/edit`}>
                <Icon of={Pencil} />
                Change
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <EpisodeOffer
            {...{ workspace, episodes, pageLabel, mayWrite, now, timeZone }}
            contributionId={work.id}
          />
          <OutcomePanel home={home} work={work} bylines={bylines} />
          <MovesPanel {...{ workspace, work, mayWrite }} />
          {isDirectory ? (
            <VettingBlock
              {...{ workspace, prospectId: work.prospectId, now, timeZone, mayWrite }}
              questions={['wanted-anyway']}
              answered={vettings}
              earlier={earlier}
            />
          ) : null}
          <TextPanel {...{ workspace, work, mayWrite, now, timeZone }} />
          {isSpoken ? (
            <FitPanel {...{ workspace, mayWrite, fit: work.fit }} contributionId={work.id} />
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <WorkFacts home={home} work={work} now={now} timeZone={timeZone} />
          {kind === 'guest-post' ? (
            <GuidelinesPanel workspace={workspace} prospect={work.prospect} mayWrite={mayWrite} />
          ) : null}
          <FeedsPanel scope={scope} prospectId={work.prospectId} />
        </div>
      </div>
      {mayWrite ? (
        <div className="mt-8 flex flex-col items-start border-t border-line pt-4">
          <MoveToTrash
            workspace={workspace}
            kind="contribution"
            itemId={work.id}
            what="this work"
            withIt="Its text and its sheet go with it; the mention it came to stays."
          />
        </div>
      ) : null}
    </>
  )
}
