import { isUnderWay } from '#components/sending/mail-standing.tsx'
import { ReaderHour } from '#components/sending/reader-hour.tsx'
import { SendFromMailbox, type SendingOfPitch } from '#components/sending/send-from-mailbox.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { replySubject } from '#lib/domain/mail/mail-thread.ts'
import {
  followUpSentAction,
  saveFollowUpAction,
  skipFollowUpAction,
} from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { KeepTyped } from './keep-typed.tsx'
import { ProblemList } from './problem-list.tsx'
import { addressHref, sendingWays } from './sending-ways.ts'
import { WaysToSend } from './ways-to-send.tsx'

/** What is owed stands on the same page. */
const promisesHere = { label: 'To what you promised', href: '#promises' }

type Pitch = Awaited<ReturnType<typeof getPitch>>

/** Where a nudge that is due is written by hand, checked, and taken out; or left. */
export function FollowUpDesk({
  scope,
  pitch,
  sending,
  lastWay,
}: {
  scope: WorkspaceScope
  pitch: Pitch
  sending: SendingOfPitch
  lastWay: string
}) {
  const { waiting, channel } = pitch
  const workspace = scope.workspaceSlug
  if (!waiting?.isDue || pitch.doubt?.kind === 'paused') return null
  if (sending.mails.some((mail) => mail.followUpId === waiting.id && isUnderWay(mail))) return null
  const hidden = { workspace, followUpId: waiting.id }
  const isWritten = waiting.body !== ''
  const subject = waiting.subject || replySubject(pitch.subject)
  return (
    <Panel
      id="follow-up"
      title="The follow-up is due"
      lead="One short nudge: what it was about, and that a no is fine. Then it rests."
    >
      <div className="flex flex-col gap-8">
        <ActionForm action={saveFollowUpAction} hidden={hidden} label="Follow-up">
          <KeepTyped memberId={scope.memberId} of={waiting.id} stands={[{ subject, body: waiting.body }]} />
          <TextField name="subject" label="Subject" required dir="auto" defaultValue={subject} />
          <TextAreaField
            name="body"
            label="Your words"
            required
            serif
            rows={6}
            dir="auto"
            defaultValue={waiting.body}
          />
          <FormActions>
            <SubmitButton tone={waiting.maySend ? 'secondary' : 'primary'} pendingLabel="Saving">
              Save and check
            </SubmitButton>
            <SubmitButton form={`skip-${waiting.id}`} tone="quiet">
              Leave it at one message
            </SubmitButton>
          </FormActions>
        </ActionForm>
        <ActionForm
          id={`skip-${waiting.id}`}
          action={skipFollowUpAction}
          hidden={hidden}
          label="Leave it at one message"
        />
        {isWritten && waiting.problems.length > 0 ? (
          <ProblemList problems={waiting.problems} ways={{ 'promise-owed': promisesHere }} />
        ) : null}
        {waiting.maySend && channel.kind === 'email' && sending.mailboxes.length > 0 ? (
          <div className="flex flex-col gap-3">
            <h3 className="font-semibold">Send it from your mailbox</h3>
            <ReaderHour now={scope.now} timeZone={pitch.contact.timeZone} />
            <SendFromMailbox
              mailboxes={sending.mailboxes}
              hidden={{ ...hidden, step: 'follow-up', once: sending.once }}
            />
          </div>
        ) : null}
        {waiting.maySend ? (
          <WaysToSend
            action={followUpSentAction}
            hidden={hidden}
            kind={channel.kind}
            address={channel.address}
            href={addressHref(channel.kind, channel.address)}
            subject={waiting.subject}
            body={waiting.body}
            links={waiting.links}
            draftHref={`/w/${workspace}/pitches/${pitch.id}/letter.eml?follow-up=${waiting.id}`}
            ways={sendingWays(channel.kind)}
            lastWay={lastWay}
          />
        ) : null}
      </div>
    </Panel>
  )
}
