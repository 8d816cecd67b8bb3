import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { Link } from '#components/ui/link.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { startReadingAction } from '#lib/features/reading/reading-actions.ts'

type StartReadingFormProps = {
  workspace: string
  prospect: { id: string; name: string }
  /** What the address field begins with. */
  url?: string
  /** Words they begin with, seen elsewhere. */
  quote?: string
}

/** One address, and the worker goes to read it. */
export function StartReadingForm({ workspace, prospect, url = '', quote = '' }: StartReadingFormProps) {
  return (
    <ActionForm
      action={startReadingAction}
      hidden={{ workspace, prospectId: prospect.id }}
      className="max-w-form"
    >
      <p>
        By{' '}
        <strong className="font-semibold" dir="auto">
          {prospect.name}
        </strong>
        .{' '}
        <Link href={`/w/${workspace}/reading/new`} className="ink-link">
          Somebody else
        </Link>
      </p>
      <TextField
        name="url"
        label="Address of the post"
        defaultValue={url}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
        hint="As it stands in your browser’s address bar."
      />
      {quote ? (
        <TextAreaField
          name="quote"
          label="The words that struck you"
          defaultValue={quote}
          serif
          rows={4}
          dir="auto"
          hint="Held against the page, word for word, once it is here."
        />
      ) : null}
      <FormActions>
        <SubmitButton pendingLabel="Putting it on the list">Read it</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
