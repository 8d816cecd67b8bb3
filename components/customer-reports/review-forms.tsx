import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { approveReportAction, giveBackReportAction } from '#lib/features/customer-reports/report-actions.ts'
import type { ReportStepsProps } from './report-steps.tsx'

/** Approve it as it stands below, or say what should be different. */
export function ReviewForms({
  workspace,
  report,
  waiting,
  read,
}: Pick<ReportStepsProps, 'workspace' | 'report' | 'waiting' | 'read'>) {
  const hidden = { workspace, reportId: report.id }
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <ActionForm action={approveReportAction} hidden={{ ...hidden, read }} label="Approve it">
        {waiting > 0 ? (
          <TextField
            name="reason"
            label="Why it goes out before every page was looked at again"
            maxLength={500}
            hint="Or wait for the looks. What you write is kept."
          />
        ) : null}
        <FormActions>
          <SubmitButton pendingLabel="Approving">Approve it as it stands</SubmitButton>
        </FormActions>
      </ActionForm>
      <ActionForm action={giveBackReportAction} hidden={hidden} label="Give it back">
        <TextAreaField
          name="remark"
          label="What should be different"
          rows={3}
          required
          maxLength={2_000}
          dir="auto"
        />
        <FormActions>
          <SubmitButton tone="secondary" pendingLabel="Giving it back">
            Give it back
          </SubmitButton>
        </FormActions>
      </ActionForm>
    </div>
  )
}
