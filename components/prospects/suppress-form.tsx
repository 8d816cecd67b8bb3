import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { suppressAddressAction } from '#lib/features/prospects/contact-actions.ts'
import { SUPPRESSION_REASON_LABELS, SUPPRESSION_REASONS } from '#lib/features/prospects/suppression-schema.ts'

/** Puts an address or a whole domain on the list of those nobody here writes to. */
export function SuppressForm({ workspace }: { workspace: string }) {
  return (
    <ActionForm
      action={suppressAddressAction}
      hidden={{ workspace }}
      label="Add an address or a domain"
      className="max-w-form"
    >
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          name="address"
          label="E-mail address or domain"
          required
          autoComplete="off"
          spellCheck={false}
          hint="A domain covers everything under it."
        />
        <SelectField
          name="reason"
          label="Why"
          required
          hint="Kept with your name and the date."
          choices={SUPPRESSION_REASONS.map((reason) => ({
            value: reason,
            label: SUPPRESSION_REASON_LABELS[reason],
          }))}
        />
      </div>
      <TextAreaField name="words" label="Their words" rows={2} />
      <div>
        <SubmitButton tone="secondary" pendingLabel="Adding">
          Never write there
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
