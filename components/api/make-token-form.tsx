import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { CheckboxesField, RadioCardsField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { type ApiScope, scopeRows } from '#lib/domain/api/api-scopes.ts'
import { TOKEN_DAYS, TOKEN_DAYS_LABELS } from '#lib/domain/api/token-life.ts'
import { makeTokenAction } from '#lib/features/api-tokens/api-token-actions.ts'
import { ScopesField } from './scopes-field.tsx'
import { ShownToken } from './shown-token.tsx'

type MakeTokenFormProps = {
  workspace: string
  /** What is of any use in this person's role. */
  scopes: readonly ApiScope[]
  sites: readonly { id: string; name: string }[]
}

export function MakeTokenForm({ workspace, scopes, sites }: MakeTokenFormProps) {
  return (
    <ActionForm action={makeTokenAction} hidden={{ workspace }} id="token" label="A new token">
      <ShownToken />
      <TextField
        name="name"
        label="What it is for"
        hint="Such as “Sheet of mentions”."
        maxLength={80}
        required
      />
      <RadioCardsField
        name="days"
        label="How long it lives"
        columns={2}
        required
        defaultValue="90"
        choices={TOKEN_DAYS.map((value) => ({ value, label: TOKEN_DAYS_LABELS[value] }))}
      />
      <ScopesField rows={scopeRows(scopes)} />
      {sites.length > 0 ? (
        <CheckboxesField
          name="siteIds[]"
          label="Only these sites"
          hint="None ticked: all that you may see, also those that come later."
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <FormActions>
        <SubmitButton pendingLabel="Making it">Make the token</SubmitButton>
      </FormActions>
    </ActionForm>
  )
}
