import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { askStoppedAction } from '#lib/features/prospects/contact-actions.ts'

/** Answers yes or no about one address. */
export function AskStoppedForm({ workspace }: { workspace: string }) {
  return (
    <ActionForm
      action={askStoppedAction}
      hidden={{ workspace }}
      label="Is this address stopped?"
      className="max-w-form"
    >
      <TextField
        name="asked"
        label="Address to ask about"
        required
        autoComplete="off"
        spellCheck={false}
        hint="An e-mail address, a profile, or a page of theirs."
      />
      <div>
        <SubmitButton tone="secondary" pendingLabel="Looking">
          Ask
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
