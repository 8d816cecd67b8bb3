import { isUnderWay } from '#components/sending/mail-standing.tsx'
import { SendFromMailbox, type SendingOfPitch } from '#components/sending/send-from-mailbox.tsx'
import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { leaveAnswerAction, logAnswerAction } from '#lib/features/pitches/pitch-actions.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'
import { KeepTyped } from './keep-typed.tsx'

type Pitch = Awaited<ReturnType<typeof getPitch>>

/** Where an answer of theirs is answered: out of a mailbox, or noted as written elsewhere. */
export function AnswerDesk({
  workspace,
  memberId,
  pitch,
  sending,
  once,
}: {
  workspace: string
  memberId: string
  pitch: Pitch
  sending: SendingOfPitch
  once: string
}) {
  const hidden = { workspace, pitchId: pitch.id }
  const title = `${pitch.contact.name} is waiting for your answer`
  const last = sending.mails.find((mail) => mail.purpose === 'reply')
  if (last && isUnderWay(last)) return null
  const leave = (
    <>
      <SubmitButton form={`leave-${pitch.id}`} tone="quiet">
        No answer needed
      </SubmitButton>
      <ActionForm
        id={`leave-${pitch.id}`}
        action={leaveAnswerAction}
        hidden={hidden}
        label="No answer needed"
      />
    </>
  )
  const logIt = (
    <ActionForm action={logAnswerAction} hidden={{ ...hidden, once }} label="Your answer" className="gap-4!">
      <KeepTyped memberId={memberId} of={`answered-${pitch.id}`} stands={standing('', pitch)} />
      <TextAreaField name="body" label="What you wrote" serif rows={4} dir="auto" />
      <FormActions>
        <SubmitButton pendingLabel="Logging it">I answered</SubmitButton>
      </FormActions>
    </ActionForm>
  )
  if (pitch.channel.kind !== 'email' || sending.mailboxes.length === 0) {
    return (
      <Panel
        id="answer"
        title={title}
        lead="Write it in your own mail program, then note here that you did. The words help later; they may be left out."
      >
        <div className="flex flex-col gap-2">
          {logIt}
          {leave}
        </div>
      </Panel>
    )
  }
  return (
    <Panel id="answer" title={title} lead="Your answer goes out in the same thread.">
      <div className="flex flex-col gap-4">
        <ReplyForm workspace={workspace} memberId={memberId} pitch={pitch} sending={sending} />
        <Disclosure summary="I answered in my own mail program">{logIt}</Disclosure>
        {leave}
      </div>
    </Panel>
  )
}

/** For what there is to say later: the sample is on its way, the photos are there. */
export function WriteAgain(props: ReplyProps) {
  const { pitch, sending } = props
  if (pitch.state !== 'answered' || pitch.channel.kind !== 'email' || sending.mailboxes.length === 0)
    return null
  if (sending.mails.some((mail) => mail.purpose === 'reply' && isUnderWay(mail))) return null
  return (
    <Panel title="In the same thread">
      <Disclosure summary={`Write to ${pitch.contact.name} again`}>
        <ReplyForm {...props} />
      </Disclosure>
    </Panel>
  )
}

type ReplyProps = { workspace: string; memberId: string; pitch: Pitch; sending: SendingOfPitch }

const STANDING_MESSAGES = 5

/** What the server has: the words the form begins with, and answers that went out already. */
function standing(begins: string, { messages }: Pitch) {
  const went = messages.filter(({ direction }) => direction === 'out').slice(-STANDING_MESSAGES)
  return [begins, ...went.map(({ body }) => body)].map((body) => ({ subject: '', body }))
}

/** What was typed and did not go is still there. */
function ReplyForm({ workspace, memberId, pitch, sending: { mailboxes, mails, once } }: ReplyProps) {
  const last = mails.find((mail) => mail.purpose === 'reply')
  const isUnsent = last?.state === 'undone' || last?.state === 'not-sent'
  const begins = isUnsent ? last.body : ''
  return (
    <SendFromMailbox mailboxes={mailboxes} hidden={{ workspace, pitchId: pitch.id, step: 'reply', once }}>
      <KeepTyped memberId={memberId} of={`reply-${pitch.id}`} stands={standing(begins, pitch)} />
      <TextAreaField
        name="body"
        label="Your answer"
        required
        serif
        rows={8}
        dir="auto"
        defaultValue={begins}
      />
    </SendFromMailbox>
  )
}
