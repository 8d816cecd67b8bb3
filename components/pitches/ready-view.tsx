import { isUnderWay } from '#components/sending/mail-standing.tsx'
import { ReaderHour } from '#components/sending/reader-hour.tsx'
import { SendFromMailbox, type SendingOfPitch } from '#components/sending/send-from-mailbox.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { PITCH_RULES, type PitchRule } from '#lib/domain/pitch-gate/pitch-rules.ts'
import { backToDraftAction, recordSentAction } from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { Letter } from './draft-view.tsx'
import { ProblemList } from './problem-list.tsx'
import { remedyWays } from './remedy-ways.ts'
import { addressHref, sendingWays } from './sending-ways.ts'
import { WaysToSend } from './ways-to-send.tsx'

type Pitch = Awaited<ReturnType<typeof getPitch>>

/** A finished letter: how it looks, the ways it can take, and what speaks against it now. */
export function ReadyView({
  scope,
  pitch,
  sending,
  lastWay,
  maySend,
}: {
  scope: WorkspaceScope
  pitch: Pitch
  sending: SendingOfPitch
  lastWay: string
  maySend: boolean
}) {
  const { channel } = pitch
  const workspace = scope.workspaceSlug
  const { mailboxes, once } = sending
  const isGoingOut = sending.mails.some((mail) => mail.purpose === 'first' && isUnderWay(mail))
  const mayGo = maySend && !isGoingOut
  const isMail = channel.kind === 'email'
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        <Letter subject={pitch.subject} body={pitch.body} />
        {pitch.overruleReason ? (
          <Overruled rules={pitch.overruledRules} reason={pitch.overruleReason} />
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        {pitch.inTheWay.length > 0 ? (
          <Panel title="It cannot go out now">
            <ProblemList problems={pitch.inTheWay} ways={remedyWays(`/w/${workspace}`, pitch)} />
          </Panel>
        ) : null}
        {mayGo && pitch.inTheWay.length === 0 && isMail && mailboxes.length > 0 ? (
          <Panel title="Send it from your mailbox" lead="One letter, to one person, by your click.">
            <div className="flex flex-col gap-3">
              <ReaderHour now={scope.now} timeZone={pitch.contact.timeZone} />
              <SendFromMailbox
                mailboxes={mailboxes}
                hidden={{ workspace, step: 'first', pitchId: pitch.id, revision: pitch.revision, once }}
                isFirst
              />
            </div>
          </Panel>
        ) : null}
        {mayGo && pitch.inTheWay.length === 0 ? (
          <Panel
            title={mailboxes.length > 0 && isMail ? 'Or take it there yourself' : 'Send it yourself'}
            lead="The letter goes from your own address, by your own hand."
          >
            {mailboxes.length === 0 || !isMail ? (
              <ReaderHour now={scope.now} timeZone={pitch.contact.timeZone} />
            ) : null}
            <WaysToSend
              action={recordSentAction}
              hidden={{ workspace, pitchId: pitch.id }}
              kind={channel.kind}
              address={channel.address}
              href={addressHref(channel.kind, channel.address)}
              subject={pitch.subject}
              body={pitch.body}
              links={isMail ? pitch.links : []}
              draftHref={isMail ? `/w/${workspace}/pitches/${pitch.id}/letter.eml` : null}
              ways={sendingWays(channel.kind)}
              lastWay={lastWay}
            />
          </Panel>
        ) : null}
        {maySend ? (
          <ActionForm action={backToDraftAction} hidden={{ workspace, pitchId: pitch.id }} label="Change it">
            <div>
              <SubmitButton tone="secondary">Change it</SubmitButton>
            </div>
          </ActionForm>
        ) : null}
      </div>
    </div>
  )
}

/** What an owner set aside, and why. */
export function Overruled({ rules, reason }: { rules: string[]; reason: string }) {
  const labels = rules.map((rule) => PITCH_RULES[rule as PitchRule]?.label ?? rule)
  return (
    <Notice tone="careful" title={`Overruled: ${labels.join(', ').toLowerCase()}`}>
      <p className="wrap-anywhere">{reason}</p>
    </Notice>
  )
}
