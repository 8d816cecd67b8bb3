import { ActionForm } from '#components/ui/action-form.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { letWritersReviewAction } from '#lib/features/workspaces/workspace-actions.ts'

type WritersReviewFormProps = { workspace: string; writersMayReview: boolean }

/** Who may be the second pair of eyes. */
export function WritersReviewForm({ workspace, writersMayReview }: WritersReviewFormProps) {
  return (
    <Panel
      title="Who may review"
      lead="Owners, managers and reviewers look over pitches and outcomes. In a small team writers may have to."
    >
      <ActionForm action={letWritersReviewAction} hidden={{ workspace }} id="review">
        <CheckboxField
          name="writersMayReview"
          label="Writers may review pitches and outcomes too"
          hint="Nobody but an owner or a manager passes their own letters."
          defaultChecked={writersMayReview}
        />
        <div>
          <SubmitButton pendingLabel="Saving">Save</SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  )
}
