import { ActionForm } from '#components/ui/action-form.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { sayPublishedOnAction } from '#lib/features/mentions/ask-actions.ts'

type PublishedOnFormProps = {
  workspace: string
  mention: { id: string; publishedOn: Date | null }
  /** Two of these may stand on one page. */
  id: string
  /** Folds it away under this line. */
  summary?: string
}

/** The day on which their page came out. */
export function PublishedOnForm({ workspace, mention, id, summary }: PublishedOnFormProps) {
  const fields = (
    <>
      <TextField
        name="publishedOn"
        type="date"
        label="When their page came out"
        defaultValue={mention.publishedOn?.toISOString().slice(0, 10)}
      />
      <div>
        <SubmitButton tone="secondary" pendingLabel="Saving">
          Save the day
        </SubmitButton>
      </div>
    </>
  )
  return (
    <ActionForm
      action={sayPublishedOnAction}
      hidden={{ workspace, mentionId: mention.id }}
      id={id}
      label="When their page came out"
    >
      {summary ? <FoldedFields summary={summary}>{fields}</FoldedFields> : fields}
    </ActionForm>
  )
}
