import { ActionForm } from '#components/ui/action-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { markNotForUsAction, takeUpAgainAction } from '#lib/features/prospects/prospect-actions.ts'
import { FormDisclosure } from './form-disclosure.tsx'

type SetAsideProps = { workspace: string; prospectId: string }

/** The only stage that is set by hand. */
export function SetAside({ workspace, prospectId }: SetAsideProps) {
  return (
    <ActionForm
      action={markNotForUsAction}
      hidden={{ workspace, prospectId }}
      label="Set this prospect aside"
    >
      <FormDisclosure summary="Not for us">
        <TextAreaField
          name="reason"
          label="Why it is not for us"
          required
          rows={2}
          hint="Whoever comes across it again reads this. It can be taken up again at any time."
        />
        <div>
          <SubmitButton tone="secondary" pendingLabel="Setting it aside">
            Set it aside
          </SubmitButton>
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}

type SetAsideNoticeProps = SetAsideProps & {
  reason: string
  since: Date
  now: Date
  timeZone: string
  mayWrite: boolean
}

/** Says that a prospect was set aside, why, and how to take it up again. */
export function SetAsideNotice({
  workspace,
  prospectId,
  reason,
  since,
  now,
  timeZone,
  mayWrite,
}: SetAsideNoticeProps) {
  return (
    <Notice
      tone="neutral"
      title={
        <>
          Set aside as not for us <RelativeTime then={since} now={now} timeZone={timeZone} />
        </>
      }
      actions={
        mayWrite ? (
          <ActionForm action={takeUpAgainAction} hidden={{ workspace, prospectId }} label="Take it up again">
            <SubmitButton tone="secondary" pendingLabel="Taking it up">
              Take it up again
            </SubmitButton>
          </ActionForm>
        ) : null
      }
    >
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        {reason}
      </p>
    </Notice>
  )
}
