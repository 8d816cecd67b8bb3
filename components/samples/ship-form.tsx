import { ActionForm } from '#components/ui/action-form.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { shipSampleAction } from '#lib/features/samples/sample-actions.ts'

type ShipFormProps = {
  workspace: string
  sampleId: string
  currency: string
  /** How many are left by the count; null: nobody counts. */
  stock: number | null
}

/** Says that it went out, and how. It is taken off the stock by this. */
export function ShipForm({ workspace, sampleId, currency, stock }: ShipFormProps) {
  return (
    <ActionForm action={shipSampleAction} hidden={{ workspace, sampleId }} label="Say that it is sent">
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="carrier" label="Carrier" maxLength={100} autoComplete="off" />
        <TextField
          name="trackingNumber"
          label="Tracking number"
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <TextField
        name="shipping"
        label={`What sending it costs, in ${currency}`}
        inputMode="decimal"
        autoComplete="off"
        hint="For the whole parcel, such as 6.90."
      />
      {stock !== null && stock <= 0 ? (
        <CheckboxField
          name="anyway"
          label="It goes out all the same"
          hint="By your count none are left. The count then says how many more went out."
        />
      ) : null}
      <div>
        <SubmitButton pendingLabel="Noting it">It is sent</SubmitButton>
      </div>
    </ActionForm>
  )
}
