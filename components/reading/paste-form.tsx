import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { pastePageAction } from '#lib/features/reading/reading-actions.ts'

/** For a page that only a person gets to see. */
export function PasteForm({ workspace, noteId }: { workspace: string; noteId: string }) {
  return (
    <ActionForm action={pastePageAction} hidden={{ workspace, noteId }} label="Paste the post">
      <TextAreaField
        name="text"
        label="The post"
        hint="Open it in your own browser, select all of it, copy, and paste here. The page’s source works too. It will be marked as pasted."
        rows={8}
        serif
        required
        dir="auto"
      />
      <TextField
        name="title"
        label="Its title"
        hint="Left empty, it is the first line."
        maxLength={300}
        dir="auto"
      />
      <FormActions>
        <SubmitButton tone="secondary" pendingLabel="Keeping it">
          Keep this text
        </SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
