import { ExternalLink, Pencil } from 'lucide-react'
import type { Metadata } from 'next'
import { LogTouchForm } from '#components/ledger/log-touch-form.tsx'
import { TouchTimeline } from '#components/ledger/touch-timeline.tsx'
import { mayBeWrittenTo } from '#components/prospects/contact-card.tsx'
import { GuidelinesPanel } from '#components/prospects/guidelines-panel.tsx'
import { NextStep } from '#components/prospects/next-step.tsx'
import { SetAside, SetAsideNotice } from '#components/prospects/not-for-us.tsx'
import {
  ContactsSection,
  MentionsSection,
  PitchesSection,
  ReadingSection,
} from '#components/prospects/prospect-sections.tsx'
import { ProspectStory } from '#components/prospects/prospect-story.tsx'
import { StageBadge } from '#components/prospects/stage-badge.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel, Section } from '#components/ui/panel.tsx'
import { countryName } from '#lib/domain/countries.ts'
import { PROSPECT_KIND_TABLE, type ProspectKind } from '#lib/domain/prospect-kinds.ts'
import { prospectTimeline } from '#lib/domain/prospect-timeline.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { listTouchesOfProspect } from '#lib/features/ledger/touch-queries.ts'
import { listMentionsOfProspect } from '#lib/features/mentions/mention-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { listMessagesOfProspect, listPitchesOfProspect } from '#lib/features/pitches/pitch-queries.ts'
import { listContactsOfProspect } from '#lib/features/prospects/contact-queries.ts'
import { getProspect } from '#lib/features/prospects/prospect-queries.ts'
import { listReadingNotesOfProspect } from '#lib/features/reading/reading-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; prospectId: string }> }

async function prospectOf(params: Props['params']) {
  const { workspace, prospectId } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  return { workspace, scope, prospect: await found(getProspect(scope, pageId(prospectId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await prospectOf(params)).prospect.name }
}

export default async function ProspectPage({ params }: Props) {
  const { workspace, scope, prospect } = await prospectOf(params)
  const { id } = prospect
  const [contacts, readings, touches, pitches, messages, mentions] = await Promise.all([
    listContactsOfProspect(scope, id),
    listReadingNotesOfProspect(scope, id),
    listTouchesOfProspect(scope, id),
    listPitchesOfProspect(scope, id),
    listMessagesOfProspect(scope, id),
    listMentionsOfProspect(scope, id),
  ])
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'prospects.write')
  const isAside = prospect.notForUsAt !== null
  const { now, timeZone } = scope
  const section = { home, prospectId: id, now, timeZone, mayWrite }
  const newestReadingId = readings[0]?.id

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Prospects', href: `${home}/prospects` }]}
        title={<bdi className="wrap-anywhere">{prospect.name}</bdi>}
        facts={
          <>
            <StageBadge stage={prospect.stage} />
            <Badge>{PROSPECT_KIND_TABLE[prospect.kind as ProspectKind].label}</Badge>
            <a
              href={prospect.homepage}
              rel="noreferrer"
              className="ink-link inline-flex items-center gap-1 wrap-anywhere"
            >
              {readableAddress(prospect.outletKey)}
              <ExternalLink aria-hidden className="size-3.5 shrink-0" />
            </a>
            {prospect.country ? <span>{countryName(prospect.country)}</span> : null}
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
            <ButtonLink href={`${home}/prospects/${id}/edit`}>
              <Pencil aria-hidden />
              Change
            </ButtonLink>
          ) : null
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
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
          <Panel title="Why their readers would care">
            {prospect.whyCare ? (
              <p dir="auto" className="reading whitespace-pre-line wrap-anywhere">
                {prospect.whyCare}
              </p>
            ) : (
              <p className="text-ink-soft">
                Nobody has said yet. If no reason comes to mind, this may not be one for you.
              </p>
            )}
          </Panel>
          <ContactsSection
            {...section}
            contacts={contacts}
            newestReadingId={newestReadingId}
            isAside={isAside}
          />
          <ReadingSection {...section} workspace={workspace} notes={readings} />
          <PitchesSection {...section} pitches={pitches} isAside={isAside} />
          <MentionsSection {...section} mentions={mentions} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:row-span-2">
          <GuidelinesPanel workspace={workspace} prospect={prospect} mayWrite={mayWrite} />
          <Panel title="Touches" lead="What happened outside mail. One tap logs it.">
            {can(scope.role, 'touches.write') ? (
              <LogTouchForm
                workspace={workspace}
                prospectId={id}
                contacts={contacts.map(({ id: value, name }) => ({ id: value, name }))}
              />
            ) : null}
            {touches.length > 0 ? (
              <Disclosure
                summary={touches.length === 1 ? '1 touch so far' : `${touches.length} touches so far`}
              >
                <TouchTimeline {...{ workspace, touches, now, timeZone, mayWrite }} />
              </Disclosure>
            ) : null}
          </Panel>
        </div>
        <div className="min-w-0">
          <Section title="What happened">
            <ProspectStory
              events={prospectTimeline({
                prospect,
                contacts,
                readings,
                touches,
                pitches,
                messages,
                mentions,
              })}
              {...{ home, now, timeZone }}
            />
          </Section>
        </div>
        {mayWrite ? (
          <div className="flex flex-col items-start gap-2 border-t border-line pt-4 lg:col-span-2">
            {isAside ? null : <SetAside workspace={workspace} prospectId={id} />}
            <MoveToTrash
              {...{ workspace, itemId: id }}
              kind="prospect"
              what="this prospect"
              withIt="Its contacts, reading, pitches and touches go with it."
            />
          </div>
        ) : null}
      </div>
    </>
  )
}
