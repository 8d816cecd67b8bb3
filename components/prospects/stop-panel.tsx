import { ActionForm } from '#components/ui/action-form.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { stopPersonAction } from '#lib/features/pitches/pitch-actions.ts'
import { liftSuppressionAction } from '#lib/features/prospects/contact-actions.ts'
import { FormDisclosure } from './form-disclosure.tsx'

/** "Please stop": closes every conversation with them and keeps everybody here from writing again. */
export function StopForm({ workspace, contactId }: { workspace: string; contactId: string }) {
  return (
    <ActionForm action={stopPersonAction} hidden={{ workspace, contactId }} label="They asked us to stop">
      <FormDisclosure summary="They asked us to stop">
        <TextAreaField
          name="words"
          label="Their words"
          rows={3}
          hint="As they said them, if they did. It counts for all their addresses and all campaigns."
        />
        <div>
          <ConfirmSubmit
            title="Never write to them again?"
            lead="Open conversations with them are closed and follow-ups called off. Only an owner or manager can lift this later, with a reason."
            confirmLabel="Never write again"
          >
            Never write to them again
          </ConfirmSubmit>
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}

type StopNoticeProps = {
  workspace: string
  stop: { id: string; at: Date; words: string; by: { name: string } }
  now: Date
  timeZone: string
  mayLift: boolean
}

/** Says that a person is not written to any more, and since when. */
export function StopNotice({ workspace, stop, now, timeZone, mayLift }: StopNoticeProps) {
  return (
    <Notice tone="careful" title="They asked us to stop. Nobody here writes to them again.">
      <p className="text-sm">
        Noted <RelativeTime then={stop.at} now={now} timeZone={timeZone} /> by {stop.by.name}. It counts for
        all their addresses and all campaigns.
      </p>
      {stop.words ? (
        <p dir="auto" className="mt-2 font-serif whitespace-pre-line wrap-anywhere">
          “{stop.words}”
        </p>
      ) : null}
      {mayLift ? <LiftForm workspace={workspace} suppressionId={stop.id} /> : null}
    </Notice>
  )
}

/** Lets somebody be written to again, with a reason that is kept. */
export function LiftForm({ workspace, suppressionId }: { workspace: string; suppressionId: string }) {
  return (
    <ActionForm action={liftSuppressionAction} hidden={{ workspace, suppressionId }}>
      <FormDisclosure summary="Lift this">
        <TextAreaField
          name="reason"
          label="Why they may be written to again"
          required
          rows={2}
          hint="Such as: they wrote to us themselves. The reason is kept with your name."
        />
        <div>
          <SubmitButton tone="secondary" pendingLabel="Lifting">
            Lift it
          </SubmitButton>
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}
