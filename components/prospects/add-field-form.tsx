import { ActionForm } from '#components/ui/action-form.tsx'
import { RadioCardsField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { CUSTOM_FIELD_KIND_TABLE, CUSTOM_FIELD_KINDS, type CustomNoun } from '#lib/domain/custom-fields.ts'
import { addCustomFieldAction } from '#lib/features/prospects/custom-field-actions.ts'
import { FormDisclosure } from './form-disclosure.tsx'

/** A new field: its name, its kind, and what may be chosen where it is a choice. */
export function AddFieldForm({ workspace, noun }: { workspace: string; noun: CustomNoun }) {
  return (
    <ActionForm
      action={addCustomFieldAction}
      hidden={{ workspace, noun }}
      label={noun === 'prospect' ? 'Add a field of prospects' : 'Add a field of contacts'}
    >
      <FormDisclosure
        summary={
          <>
            Add a field
            <span className="sr-only">{noun === 'prospect' ? ' of prospects' : ' of contacts'}</span>
          </>
        }
      >
        <TextField name="label" label="Its name" required autoComplete="off" maxLength={60} />
        <RadioCardsField
          name="kind"
          label="Kind"
          required
          columns={2}
          choices={CUSTOM_FIELD_KINDS.map((kind) => ({ value: kind, ...CUSTOM_FIELD_KIND_TABLE[kind] }))}
          defaultValue="text"
        />
        <TextAreaField
          name="choices"
          label="Choices, one a line"
          rows={3}
          hint="Only for a field of the kind Choice."
        />
        <div>
          <SubmitButton pendingLabel="Adding it">Add the field</SubmitButton>
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}
