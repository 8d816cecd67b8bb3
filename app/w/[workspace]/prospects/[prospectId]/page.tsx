import { ExternalLink, Merge, Pencil } from 'lucide'
import type { Metadata } from 'next'
import { WorkSection } from '#components/contributions/work-section.tsx'
import { MergedHere } from '#components/duplicates/merged-here.tsx'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { PromisesBlock } from '#components/ledger/promises-block.tsx'
import { WrittenBeforeNotice } from '#components/pitches/written-before.tsx'
import { AddRow } from '#components/prospects/add-row.tsx'
import { AtAGlance } from '#components/prospects/at-a-glance.tsx'
import { mayBeWrittenTo } from '#components/prospects/contact-card.tsx'
import { GuidelinesPanel } from '#components/prospects/guidelines-panel.tsx'
import { LinkingHabitBlock } from '#components/prospects/linking-habit-block.tsx'
import { NextStep } from '#components/prospects/next-step.tsx'
import { SetAside, SetAsideNotice } from '#components/prospects/not-for-us.tsx'
import { OutletLookBlock } from '#components/prospects/outlet-look-block.tsx'
import { OutletStop } from '#components/prospects/outlet-stop.tsx'
import {
  ASKED_OF_EACH,
  ContactsSection,
  GivenSection,
  MentionsSection,
  ReadingSection,
} from '#components/prospects/prospect-sections.tsx'
import { ProspectStory } from '#components/prospects/prospect-story.tsx'
import { RequestsSection } from '#components/prospects/requests-section.tsx'
import { StageBadge } from '#components/prospects/stage-badge.tsx'
import { VettingBlock } from '#components/prospects/vetting-block.tsx'
import { WhyBlock } from '#components/prospects/why-block.tsx'
import { FeedsPanel } from '#components/reading-list/feeds-panel.tsx'
import { SamplesBlock } from '#components/samples/samples-block.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { countryName } from '#lib/domain/countries.ts'
import { languageName } from '#lib/domain/languages.ts'
import { PROSPECT_KIND_TABLE, type ProspectKind } from '#lib/domain/prospect-kinds.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { domainOfOutlet } from '#lib/domain/stop-keys.ts'
import { vettingQuestionsFor } from '#lib/domain/vetting.ts'
import { listContributionsOfProspect } from '#lib/features/contributions/contribution-queries.ts'
import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { getGiving } from '#lib/features/ledger/giving-queries.ts'
import { listPromisesOfProspect } from '#lib/features/ledger/promise-queries.ts'
import { listTouchesOfProspect } from '#lib/features/ledger/touch-queries.ts'
import { listMentionsOfProspect } from '#lib/features/mentions/mention-queries.ts'
import { pageId } from '#lib/features/page-params.ts'
import { listPitchesOfProspect } from '#lib/features/pitches/pitch-queries.ts'
import { listTimeline, readTimelineList } from '#lib/features/pitches/prospect-timeline-queries.ts'
import { findWrittenBefore } from '#lib/features/pitches/written-before-queries.ts'
import { listContactsOfProspect } from '#lib/features/prospects/contact-queries.ts'
import { listCustomFields } from '#lib/features/prospects/custom-field-queries.ts'
import { findOutletLook } from '#lib/features/prospects/outlet-look-queries.ts'
import { getProspect } from '#lib/features/prospects/prospect-queries.ts'
import { findDomainStop } from '#lib/features/prospects/suppression-queries.ts'
import { listEarlierVettings, listVettings } from '#lib/features/prospects/vetting-queries.ts'
import { listPostLinks } from '#lib/features/reading/linking-habit-queries.ts'
import { listReadingNotesOfProspect } from '#lib/features/reading/reading-queries.ts'
import { listRequestsOfProspect } from '#lib/features/requests/request-queries.ts'
import { costOfRelationship, listSamplesGiven } from '#lib/features/samples/sample-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = {
  params: Promise<{ workspace: string; prospectId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function prospectOf(params: Props['params']) {
  const { workspace, prospectId } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const id = pageId(prospectId)
  return { workspace, scope, prospect: await foundOrMoved(getProspect(scope, id), scope, 'prospect', id) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await prospectOf(params)).prospect.name }
}

export default async function ProspectPage({ params, searchParams }: Props) {
  const { workspace, scope, prospect } = await prospectOf(params)
  const { id } = prospect
  const story = readTimelineList(await searchParams)
  const [contacts, readings, touches, pitches, mentions, fields, vettings, earlier, look, posts, timeline] =
    await Promise.all([
      listContactsOfProspect(scope, id),
      listReadingNotesOfProspect(scope, id, ASKED_OF_EACH),
      listTouchesOfProspect(scope, id),
      listPitchesOfProspect(scope, id),
      listMentionsOfProspect(scope, id, ASKED_OF_EACH),
      listCustomFields(scope, 'prospect'),
      listVettings(scope, id),
      listEarlierVettings(scope, id),
      findOutletLook(scope, id),
      listPostLinks(scope, id),
      listTimeline(scope, id, story),
    ])
  const [writtenBefore, samples, cost, requests, works, giving, promises] = await Promise.all([
    findWrittenBefore(scope, { prospectId: id }),
    listSamplesGiven(scope, { prospectId: id }),
    costOfRelationship(scope, { prospectId: id }),
    listRequestsOfProspect(scope, id, ASKED_OF_EACH - 1),
    listContributionsOfProspect(scope, id),
    getGiving(scope, { prospectId: id }),
    listPromisesOfProspect(scope, id),
  ])
  const outletDomain = domainOfOutlet(prospect.outletKey)
  const outletStop = outletDomain ? await findDomainStop(scope, outletDomain) : null
  const mayLift = can(scope.role, 'suppressions.lift')
  const home = `/w/${workspace}`
  const kind = prospect.kind as ProspectKind
  const mayWrite = can(scope.role, 'prospects.write')
  const isAside = prospect.notForUsAt !== null
  const { now, timeZone } = scope
  const section = { home, prospectId: id, now, timeZone, mayWrite }
  const newestReadingId = readings[0]?.id
  const editHref = `${home}/prospects/${id}/edit`

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Prospects', href: `${home}/prospects` }]}
        title={<bdi className="wrap-anywhere">{prospect.name}</bdi>}
        facts={
          <>
            <StageBadge stage={prospect.stage} />
            <Badge>{PROSPECT_KIND_TABLE[kind].label}</Badge>
            <a
              href={prospect.homepage}
              rel="noreferrer"
              className="ink-link inline-flex items-center gap-1 wrap-anywhere"
            >
              {readableAddress(prospect.outletKey)}
              <Icon of={ExternalLink} className="size-3.5 shrink-0" />
            </a>
            {prospect.language ? <span>in {languageName(prospect.language)}</span> : null}
            {prospect.country ? <span>from {countryName(prospect.country)}</span> : null}
            <span>
              {prospect.owner ? (
                <>
                  Looked after by <bdi>{prospect.owner.name}</bdi>
                </>
              ) : (
                'Looked after by nobody yet'
              )}
            </span>
          </>
        }
        actions={
          mayWrite ? (
            <ButtonLink href={editHref}>
              <Icon of={Pencil} />
              Change
            </ButtonLink>
          ) : null
        }
      />
      {mayWrite ? (
        <AddRow {...{ workspace, prospectId: id, newestReadingId, isAside }} contacts={namesOf(contacts)} />
      ) : null}
      <div className="grid items-start gap-3 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-3">
          <MergedHere {...{ scope, id, mayWrite }} kind="prospect" />
          {prospect.notForUsAt ? (
            <SetAsideNotice
              {...{ workspace, now, timeZone, mayWrite, prospectId: id, since: prospect.notForUsAt }}
              reason={prospect.notForUsReason}
            />
          ) : mayWrite ? (
            <NextStep
              {...{ home, prospectId: id, stage: prospect.stage, newestReadingId }}
              hasContact={contacts.some(mayBeWrittenTo)}
              talkingPitchId={pitches.find((pitch) => pitch.state === 'answered')?.id}
            />
          ) : null}
          <WhyBlock
            {...{ whyCare: prospect.whyCare, note: prospect.note }}
            editHref={mayWrite ? editHref : undefined}
          />
          <ContactsSection {...{ ...section, contacts, newestReadingId, isAside }} />
          <ReadingSection {...section} notes={readings} />
          <PromisesBlock
            {...{ workspace, promises, now, timeZone }}
            mayWrite={can(scope.role, 'promises.write')}
            addHref={`${home}/promises/new?prospect=${id}`}
          />
          <GivenSection {...{ ...section, workspace, pitches, touches, giving }} />
          <SamplesBlock {...{ ...section, samples, cost }} newHref={`${home}/samples/new?prospect=${id}`} />
          <WorkSection {...{ ...section, works }} />
          <MentionsSection {...{ ...section, mentions }} />
          <RequestsSection {...{ home, requests, now, timeZone }} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <AtAGlance
            {...{ home, tags: prospect.tags, fields, custom: prospect.custom }}
            editHref={mayWrite ? editHref : undefined}
          />
          <FeedsPanel scope={scope} prospectId={id} />
          {writtenBefore ? (
            <WrittenBeforeNotice before={writtenBefore} whom="outlet" timeZone={timeZone} />
          ) : null}
          <GuidelinesPanel workspace={workspace} prospect={prospect} mayWrite={mayWrite} />
          <LinkingHabitBlock posts={posts} home={home} />
          <OutletLookBlock {...{ workspace, prospectId: id, look, now, timeZone, mayWrite }} />
          <VettingBlock
            {...{ workspace, prospectId: id, now, timeZone, mayWrite }}
            questions={vettingQuestionsFor(kind)}
            answered={vettings}
            earlier={earlier}
          />
        </div>
      </div>
      <div className="mt-8 flex flex-col gap-6">
        <ProspectStory
          {...{ ...timeline, home, prospectId: id, now, timeZone }}
          group={story.group}
          isNewest={story.before === null}
        />
        {mayWrite ? (
          <div className="flex flex-col items-start gap-2 border-t border-line pt-4">
            {isAside ? null : <SetAside workspace={workspace} prospectId={id} />}
            <OutletStop
              {...{ workspace, now, timeZone, mayWrite, mayLift }}
              stop={outletStop}
              domain={outletDomain}
            />
            <ButtonLink href={`${home}/duplicates/merge?kind=prospect&keep=${id}`} tone="quiet">
              <Icon of={Merge} />
              Merge with another one
            </ButtonLink>
            <MoveToTrash
              {...{ workspace, itemId: id }}
              kind="prospect"
              what="this prospect"
              withIt="Its contacts, reading, pitches, touches and promises go with it."
            />
          </div>
        ) : null}
      </div>
      {look?.isUnderWay ? <RefreshWhileWaiting /> : null}
    </>
  )
}

function namesOf(contacts: readonly { id: string; name: string }[]) {
  return contacts.map(({ id, name }) => ({ id, name }))
}
