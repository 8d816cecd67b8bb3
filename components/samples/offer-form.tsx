import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { CheckboxField, SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { offerSampleAction } from '#lib/features/samples/sample-actions.ts'
import { SampleWordsField } from './sample-words-field.tsx'

type OfferFormProps = {
  workspace: string
  prospectId: string
  items: readonly { id: string; name: string; stock: number | null }[]
  people: readonly { id: string; name: string }[]
  campaigns: readonly { id: string; name: string }[]
  known: { contactId?: string; itemId?: string; campaignId?: string; pitchId?: string }
  mayOverrule: boolean
  back: string
}

/** Notes an offer: what, to whom, and with which words. Rapport sends nothing by it. */
export function OfferForm({
  workspace,
  prospectId,
  items,
  people,
  campaigns,
  known,
  mayOverrule,
  back,
}: OfferFormProps) {
  return (
    <ActionForm
      action={offerSampleAction}
      hidden={{ workspace, prospectId, pitchId: known.pitchId }}
      label="Offer a sample"
    >
      <SelectField
        name="itemId"
        label="What you offer"
        required
        emptyLabel={items.length === 1 ? undefined : 'Choose one'}
        choices={items.map(({ id, name, stock }) => ({ value: id, label: `${name}${stockWords(stock)}` }))}
        defaultValue={known.itemId}
      />
      <SelectField
        name="contactId"
        label="To whom"
        required
        emptyLabel={people.length === 1 ? undefined : 'Choose somebody'}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={known.contactId}
      />
      {campaigns.length > 0 ? (
        <SelectField
          name="campaignId"
          label="Campaign"
          emptyLabel="None"
          choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={known.campaignId ?? ''}
        />
      ) : null}
      <SampleWordsField mayOverrule={mayOverrule} />
      <CheckboxField
        name="again"
        label="Offer it even if they were offered the same before"
        hint="Only where that is meant."
      />
      <FormActions>
        <SubmitButton pendingLabel="Noting it">Note the offer</SubmitButton>
        <ButtonLink href={back} tone="quiet">
          Leave it
        </ButtonLink>
      </FormActions>
    </ActionForm>
  )
}

function stockWords(stock: number | null): string {
  if (stock === null) return ''
  return stock > 0 ? `, ${stock} left` : ', none left'
}
