import { ButtonLink } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { droppedMailWords } from '#lib/domain/mail/dropped-mail-words.ts'
import { noticeWords } from '#lib/domain/mail/incoming-facts.ts'
import type { listMailOfPitch, PitchMail } from '#lib/features/answers/answers-queries.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { EndingSuggestion } from './ending-suggestion.tsx'
import { MaybeSent } from './maybe-sent.tsx'
import { MoveFollowUp } from './move-follow-up.tsx'
import { NewAddress } from './new-address.tsx'

type Pitch = Awaited<ReturnType<typeof getPitch>>
type Props = {
  scope: WorkspaceScope
  pitch: Pitch
  mail: Awaited<ReturnType<typeof listMailOfPitch>>
  /** What became of a mail that was dropped here just now. */
  dropped: string
  mayWrite: boolean
}

/** What came in about a letter besides answers, and what is to be said of it. */
export function MailNotices({ scope, pitch, mail, dropped, mayWrite }: Props) {
  const workspace = scope.workspaceSlug
  const words = dropped === '' ? null : droppedMailWords(dropped)
  return (
    <div id="mail" className="flex flex-col gap-4 empty:hidden">
      {words ? (
        <Notice tone={words.tone} title={words.title} role="alert">
          {words.words}
        </Notice>
      ) : null}
      {mayWrite ? <EndingSuggestion workspace={workspace} pitch={pitch} /> : null}
      <Doubtful workspace={workspace} doubtful={mail.doubtful} />
      <MaybeSent workspace={workspace} maybeSent={mail.maybeSent} />
      <NotChecked scope={scope} pitch={pitch} />
      {mail.mails.map((one) =>
        one.kind === 'reply' ? (
          <NewAddress key={one.id} workspace={workspace} pitch={pitch} mail={one} mayWrite={mayWrite} />
        ) : (
          <MailNotice key={one.id} scope={scope} pitch={pitch} mail={one} mayWrite={mayWrite} />
        ),
      )}
    </div>
  )
}

/** Only the member whose mailbox it is in reads such a mail. */
function Doubtful({ workspace, doubtful }: { workspace: string; doubtful: (string | null)[] }) {
  if (doubtful.length === 0) return null
  const isOwn = doubtful.includes(null)
  const others = [...new Set(doubtful.filter((name) => name !== null))].join(' and ')
  return (
    <Notice
      tone="careful"
      title="A mail came in that may be their answer"
      actions={isOwn ? <ButtonLink href={`/w/${workspace}/answers`}>Say whose it is</ButtonLink> : null}
    >
      {isOwn
        ? 'Until you have looked at it, no follow-up goes out.'
        : `It is in the mailbox of ${others}, who can say whose it is. Until then no follow-up goes out.`}
    </Notice>
  )
}

function NotChecked({ scope, pitch }: { scope: WorkspaceScope; pitch: Pitch }) {
  const { doubt, waiting } = pitch
  if (doubt?.kind !== 'not-checked' || !waiting?.isDue) return null
  return (
    <Notice tone="unknown" title="Not checked: nobody knows yet whether they answered">
      {doubt.address} has not been read since the follow-up was due
      {doubt.readAt ? (
        <>
          {', the last time '}
          <RelativeTime then={doubt.readAt} now={scope.now} timeZone={scope.timeZone} />
        </>
      ) : null}
      . Look into it yourself before you write again.
    </Notice>
  )
}

function MailNotice({
  scope,
  pitch,
  mail,
  mayWrite,
}: {
  scope: WorkspaceScope
  pitch: Pitch
  mail: PitchMail
  mayWrite: boolean
}) {
  const workspace = scope.workspaceSlug
  const { title, words, tone } = noticeWords(mail)
  const asksForDay = mail.kind === 'auto-reply' && mail.state === 'offered' && pitch.waiting !== null
  return (
    <Notice
      tone={tone}
      title={
        <>
          {title}, <RelativeTime then={mail.at} now={scope.now} timeZone={scope.timeZone} />
        </>
      }
      actions={<BounceStep workspace={workspace} pitch={pitch} mail={mail} mayWrite={mayWrite} />}
    >
      <p>{words}</p>
      {mail.text ? (
        <Disclosure summary="Their words">
          <div dir="auto" className="max-w-measure wrap-anywhere">
            <WrittenText>{mail.text}</WrittenText>
          </div>
        </Disclosure>
      ) : null}
      {asksForDay && mayWrite ? <MoveFollowUp workspace={workspace} pitch={pitch} mail={mail} /> : null}
    </Notice>
  )
}

function BounceStep({
  workspace,
  pitch,
  mail,
  mayWrite,
}: {
  workspace: string
  pitch: Pitch
  mail: PitchMail
  mayWrite: boolean
}) {
  if (mail.kind !== 'bounce' || !mayWrite) return null
  if (mail.meaning === 'wrong-address')
    return (
      <ButtonLink href={`/w/${workspace}/prospects/${pitch.prospectId}`}>Find another contact</ButtonLink>
    )
  if (mail.meaning === 'refuses-us')
    return <ButtonLink href={`/w/${workspace}/settings/mailboxes`}>What your domain says</ButtonLink>
  return null
}
