import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { editableAddress } from '#lib/domain/readable-address.ts'
import { amountText, CURRENCIES } from '#lib/domain/samples/sample-money.ts'
import type { FormAction } from '#lib/features/form-state.ts'

type ItemFormProps = {
  action: FormAction
  workspace: string
  sites: readonly { id: string; name: string }[]
  item?: {
    id: string
    name: string
    site: { id: string }
    pageUrl: string | null
    costMinor: number | null
    currency: string
    stock: number | null
  }
  back?: string
  submitLabel: string
}

/** A thing that may be given away: what it is, what it costs you, and how many are left. */
export function ItemForm({ action, workspace, sites, item, back, submitLabel }: ItemFormProps) {
  return (
    <ActionForm action={action} hidden={{ workspace, itemId: item?.id }} label={submitLabel}>
      <TextField name="name" label="What it is" required maxLength={200} defaultValue={item?.name} />
      <SelectField
        name="siteId"
        label="Site"
        required
        emptyLabel={sites.length === 1 ? undefined : 'Choose one'}
        choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={item?.site.id}
      />
      <TextField
        name="page"
        label="Its page"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        defaultValue={item?.pageUrl ? editableAddress(item.pageUrl) : undefined}
      />
      <div className="grid items-end gap-6 sm:grid-cols-3">
        <TextField
          name="cost"
          label="What one costs you"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={item?.currency ? amountText(item.costMinor, item.currency) : undefined}
        />
        <SelectField
          name="currency"
          label="Currency"
          required
          choices={CURRENCIES.map((value) => ({ value, label: value }))}
          defaultValue={item?.currency || 'EUR'}
        />
        <TextField
          name="stock"
          label="How many are left"
          inputMode="numeric"
          autoComplete="off"
          hint="Empty: nobody counts."
          defaultValue={item?.stock === null ? undefined : item?.stock}
        />
      </div>
      <FormActions>
        <SubmitButton pendingLabel="Saving">{submitLabel}</SubmitButton>
        {back ? (
          <ButtonLink href={back} tone="quiet">
            Leave it
          </ButtonLink>
        ) : null}
      </FormActions>
    </ActionForm>
  )
}
