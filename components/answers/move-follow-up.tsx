import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { followUpAfterReturn } from '#lib/domain/follow-up-cadence.ts'
import { leaveFollowUpAction, moveFollowUpAction } from '#lib/features/answers/answers-actions.ts'
import type { PitchMail } from '#lib/features/answers/answers-queries.ts'
import type { getPitch } from '#lib/features/pitches/pitch-page-queries.ts'

type Pitch = Awaited<ReturnType<typeof getPitch>>

/** They are away: the follow-up may wait until they are back. */
export function MoveFollowUp({
  workspace,
  pitch,
  mail,
}: {
  workspace: string
  pitch: Pitch
  mail: PitchMail
}) {
  const hidden = { workspace, mailId: mail.id }
  const offered = followUpAfterReturn(mail.facts.backOn, pitch.waiting?.dueOn ?? null)
  return (
    <div className="mt-3 flex flex-col gap-2">
      <ActionForm action={moveFollowUpAction} hidden={hidden} label="Move the follow-up" className="gap-3!">
        <TextField
          name="dueOn"
          type="date"
          label="The follow-up waits until"
          required
          defaultValue={offered ?? undefined}
          hint={
            mail.facts.backOn
              ? 'The first working day after they are back.'
              : 'They do not say clearly when they are back.'
          }
        />
        <FormActions>
          <SubmitButton tone="secondary" pendingLabel="Moving it">
            Move it
          </SubmitButton>
          <SubmitButton form={`stay-${mail.id}`} tone="quiet">
            Leave it where it is
          </SubmitButton>
        </FormActions>
      </ActionForm>
      <ActionForm
        id={`stay-${mail.id}`}
        action={leaveFollowUpAction}
        hidden={hidden}
        label="Leave the follow-up where it is"
      />
    </div>
  )
}
