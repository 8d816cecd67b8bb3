import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import {
  followUpSentAction,
  saveFollowUpAction,
  skipFollowUpAction,
} from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import { ProblemList } from './problem-list.tsx'
import { addressHref, sendingWays } from './sending-ways.ts'
import { WaysToSend } from './ways-to-send.tsx'

type Pitch = Awaited<ReturnType<typeof getPitch>>

/** Where a nudge that is due is written by hand, checked, and taken out; or left. */
export function FollowUpDesk({
  workspace,
  pitch,
  lastWay,
}: {
  workspace: string
  pitch: Pitch
  lastWay: string
}) {
  const { waiting, channel } = pitch
  if (!waiting?.isDue) return null
  const hidden = { workspace, followUpId: waiting.id }
  const isWritten = waiting.body !== ''
  return (
    <Panel
      id="follow-up"
      title="The follow-up is due"
      lead="One short nudge: what it was about, and that a no is fine. Then it rests."
    >
      <div className="flex flex-col gap-8">
        <ActionForm action={saveFollowUpAction} hidden={hidden} label="Follow-up">
          <TextField
            name="subject"
            label="Subject"
            required
            dir="auto"
            defaultValue={waiting.subject || replySubject(pitch.subject)}
          />
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
        {isWritten && waiting.problems.length > 0 ? <ProblemList problems={waiting.problems} /> : null}
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
            ways={sendingWays(channel.kind)}
            lastWay={lastWay}
          />
        ) : null}
      </div>
    </Panel>
  )
}

function replySubject(subject: string): string {
  return /^re:/i.test(subject) ? subject : `Re: ${subject}`
}
