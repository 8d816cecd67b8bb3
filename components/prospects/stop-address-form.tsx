import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { TextAreaField } from '#components/ui/text-fields.tsx'
import { suppressChannelAction } from '#lib/features/prospects/contact-actions.ts'
import { SUPPRESSION_REASON_LABELS, SUPPRESSION_REASONS } from '#lib/features/prospects/suppression-schema.ts'
import { FormDisclosure } from './form-disclosure.tsx'

type StopAddressFormProps = { workspace: string; channelId: string; address: string }

/** Stops one address and leaves the person's others alone. */
export function StopAddressForm({ workspace, channelId, address }: StopAddressFormProps) {
  return (
    <ActionForm
      action={suppressChannelAction}
      hidden={{ workspace, channelId }}
      label={`Never write to ${address} again`}
    >
      <FormDisclosure summary="Stop only this address">
        <SelectField
          name="reason"
          label="Why"
          required
          defaultValue="ours"
          choices={SUPPRESSION_REASONS.map((reason) => ({
            value: reason,
            label: SUPPRESSION_REASON_LABELS[reason],
          }))}
        />
        <TextAreaField name="words" label="Their words" rows={2} />
        <div>
          <ConfirmSubmit
            title="Never write to this address again?"
            lead="It holds for everybody here, whoever has the address. Their other addresses are left alone."
            confirmLabel="Never write there"
          >
            Never write there
          </ConfirmSubmit>
        </div>
      </FormDisclosure>
    </ActionForm>
  )
}
