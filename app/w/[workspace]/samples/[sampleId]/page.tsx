import type { Metadata } from 'next'
import { AboutSample } from '#components/samples/about-sample.tsx'
import { GiftNotesPanel } from '#components/samples/gift-notes.tsx'
import { RelationshipCostLine } from '#components/samples/relationship-cost.tsx'
import { SampleStateBadge } from '#components/samples/sample-state-badge.tsx'
import { SampleSteps } from '#components/samples/sample-steps.tsx'
import { SampleWordsPanel } from '#components/samples/sample-words-panel.tsx'
import { ShipForm } from '#components/samples/ship-form.tsx'
import { WhatCame } from '#components/samples/what-came.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { can } from '#lib/domain/roles.ts'
import {
  areWordsOpen,
  isAskedAbout,
  SAMPLE_MOVE_TABLE,
  SAMPLE_STATE_TABLE,
} from '#lib/domain/samples/sample-states.ts'
import { listMentionsOfSample, listMentionsToTie } from '#lib/features/mentions/sample-tie-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { costOfRelationship, getSample } from '#lib/features/samples/sample-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; sampleId: string }> }

async function sampleOf(params: Props['params']) {
  const { workspace, sampleId } = await params
  const scope = await requireWorkspace(workspace, 'samples.read')
  return { workspace, scope, sample: await found(getSample(scope, pageId(sampleId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sample } = await sampleOf(params)
  return { title: `${sample.item.name} for ${sample.prospect.name}` }
}

export default async function SamplePage({ params }: Props) {
  const { workspace, scope, sample } = await sampleOf(params)
  const { id, state, item, prospect, contact } = sample
  const siteId = item.site.id
  const [mentions, toTie, cost] = await Promise.all([
    listMentionsOfSample(scope, id),
    listMentionsToTie(scope, { prospectId: prospect.id, siteId }),
    costOfRelationship(scope, { prospectId: prospect.id }),
  ])
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'samples.write')
  const isAsked = isAskedAbout(sample, scope.now)
  const mayShip = mayWrite && SAMPLE_MOVE_TABLE.ship.from.includes(state)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Samples', href: `${home}/samples` }]}
        title={
          <>
            <bdi className="wrap-anywhere">{item.name}</bdi> for{' '}
            <bdi className="wrap-anywhere">{contact?.name ?? prospect.name}</bdi>
          </>
        }
        lead={SAMPLE_STATE_TABLE[state].meaning}
        facts={<SampleStateBadge state={state} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {mayWrite ? (
            <Panel
              title={isAsked ? 'Anything come of it?' : 'Next'}
              lead={
                isAsked
                  ? 'It has been with them for some weeks. If not, that is fine: a gift is a gift.'
                  : undefined
              }
              id="next"
            >
              <div className="flex flex-col gap-6">
                {mayShip ? (
                  <ShipForm
                    {...{ workspace, sampleId: id }}
                    currency={item.currency || 'EUR'}
                    stock={item.stock}
                  />
                ) : null}
                <SampleSteps {...{ workspace, sampleId: id, state }} mayLeaveOpen={isAsked} />
                {state === 'mention-came' ? (
                  <p>Say thank you, and look at what the page tells below.</p>
                ) : null}
                {state === 'nothing-came' ? (
                  <p>A gift is a gift. If a page turns up later, you can still tie it to this sample.</p>
                ) : null}
              </div>
            </Panel>
          ) : null}
          <WhatCame
            workspace={workspace}
            sample={{ id, state }}
            mentions={mentions}
            toTie={toTie}
            mayWrite={mayWrite}
          />
          <SampleWordsPanel
            workspace={workspace}
            sample={sample}
            mayChange={mayWrite && areWordsOpen(state)}
            mayOverrule={can(scope.role, 'pitches.overrule')}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <AboutSample sample={sample} home={home} now={scope.now} timeZone={scope.timeZone} />
          {cost.gifts > 0 ? (
            <Panel title="What this relationship cost">
              <RelationshipCostLine cost={cost} />
            </Panel>
          ) : null}
          <GiftNotesPanel
            receivers={[
              { name: contact?.name ?? prospect.name, country: contact?.country ?? prospect.country },
            ]}
          />
          {mayWrite ? (
            <MoveToTrash
              workspace={workspace}
              kind="sample"
              itemId={id}
              what="this sample"
              withIt="A mention that came of it stays."
            />
          ) : null}
        </div>
      </div>
    </>
  )
}
