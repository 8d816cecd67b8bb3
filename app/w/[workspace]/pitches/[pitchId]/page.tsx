import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { cache } from 'react'
import { MailNotices } from '#components/answers/mail-notices.tsx'
import { MaybeSent } from '#components/answers/maybe-sent.tsx'
import { DraftView, Letter } from '#components/pitches/draft-view.tsx'
import { PitchMenu } from '#components/pitches/pitch-menu.tsx'
import { PitchStateBadge, WonBadge } from '#components/pitches/pitch-state-badge.tsx'
import { ReadyView } from '#components/pitches/ready-view.tsx'
import { ReviewView } from '#components/pitches/review-view.tsx'
import { SecondEyes } from '#components/pitches/second-eyes.tsx'
import { ClosedNotice, SentView } from '#components/pitches/sent-view.tsx'
import { WrittenBeforeNotice } from '#components/pitches/written-before.tsx'
import { MailStandings } from '#components/sending/mail-standing.tsx'
import { Link } from '#components/ui/link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { can } from '#lib/domain/roles.ts'
import { listMailOfPitch } from '#lib/features/answers/answers-queries.ts'
import { listPromisesOfConversation } from '#lib/features/ledger/promise-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { getNewPitchChoices } from '#lib/features/pitches/new-pitch-queries.ts'
import { findLastMailWay, getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import { findWrittenBefore } from '#lib/features/pitches/written-before-queries.ts'
import { listMailboxesToSendFrom, listMailsOfPitch } from '#lib/features/sending/sending-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = {
  params: Promise<{ workspace: string; pitchId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const pitchOf = cache(async (workspace: string, pitchId: string) => {
  const scope = await requireWorkspace(workspace, 'pitches.read')
  return { scope, pitch: await found(getPitch(scope, pageId(pitchId))) }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, pitchId } = await params
  const { pitch } = await pitchOf(workspace, pitchId)
  return { title: `Pitch to ${pitch.contact.name}` }
}

export default async function PitchPage({ params, searchParams }: Props) {
  const { workspace, pitchId } = await params
  await requireWorkspace(workspace, 'pitches.read')
  const { scope, pitch } = await pitchOf(workspace, pitchId)
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'pitches.write')
  const isDraft = pitch.state === 'draft'
  const choices = isDraft && mayWrite ? await getNewPitchChoices(scope, pitch.prospectId) : null
  const before = isDraft
    ? await findWrittenBefore(scope, { contactId: pitch.contactId }, pitch.campaignId)
    : null
  const isReady = pitch.state === 'ready'
  const mail = pitch.sentAt || isReady ? await listMailOfPitch(scope, pitch.id) : null
  const maySend = can(scope.role, 'pitches.send')
  const sending = {
    mailboxes: maySend && !isDraft ? await listMailboxesToSendFrom(scope) : [],
    mails: await listMailsOfPitch(scope, pitch.id),
    once: randomUUID(),
  }
  const promises = pitch.sentAt ? await listPromisesOfConversation(scope, pitch) : null
  const lastWay = isDraft ? 'mailto' : await findLastMailWay(scope)

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Pitches', href: `${home}/pitches` }]}
        title={
          <>
            To <bdi className="wrap-anywhere">{pitch.contact.name}</bdi>
          </>
        }
        facts={
          <>
            <PitchStateBadge state={pitch.state} closedReason={pitch.closedReason} />
            {pitch.mentions.length > 0 ? <WonBadge /> : null}
            <Link href={`${home}/prospects/${pitch.prospectId}`} className="ink-link wrap-anywhere">
              {pitch.prospect.name}
            </Link>
            <span aria-hidden>·</span>
            <Link href={`${home}/campaigns/${pitch.campaignId}`} className="ink-link wrap-anywhere">
              {pitch.campaign.name}
            </Link>
            <span aria-hidden>·</span>
            <span>{pitch.writer.name}</span>
          </>
        }
        actions={<PitchMenu workspace={workspace} pitch={pitch} mayWrite={mayWrite} />}
      />
      <div className="flex flex-col gap-6">
        <ClosedNotice scope={scope} pitch={pitch} mayWrite={mayWrite} />
        <MailStandings scope={scope} mails={sending.mails} mayAct={maySend} />
        {before ? <WrittenBeforeNotice before={before} whom="person" timeZone={scope.timeZone} /> : null}
        <SecondEyes scope={scope} pitch={pitch} />
        {isDraft ? <DraftView scope={scope} pitch={pitch} choices={choices} /> : null}
        {pitch.state === 'in-review' ? <ReviewView scope={scope} pitch={pitch} /> : null}
        {isReady && mail ? <MaybeSent workspace={workspace} maybeSent={mail.maybeSent} /> : null}
        {isReady ? (
          <ReadyView scope={scope} pitch={pitch} sending={sending} lastWay={lastWay} maySend={maySend} />
        ) : null}
        {mail && pitch.sentAt ? (
          <MailNotices
            scope={scope}
            pitch={pitch}
            mail={mail}
            dropped={searchText((await searchParams).mail, 40)}
            mayWrite={mayWrite}
          />
        ) : null}
        {promises ? (
          <SentView
            scope={scope}
            pitch={pitch}
            sending={sending}
            lastWay={lastWay}
            promises={promises}
            mayWrite={mayWrite}
            once={randomUUID()}
          />
        ) : null}
        {pitch.state === 'closed' && !pitch.sentAt ? (
          <Letter subject={pitch.subject} body={pitch.body} />
        ) : null}
      </div>
    </>
  )
}
