import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { PROSPECT_KIND_TABLE, PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { editableAddress } from '#lib/domain/readable-address.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import { countryChoices } from './country-choices.ts'
import { ExistingOffer } from './existing-offer.tsx'

type ProspectFormProps = {
  action: FormAction
  workspace: string
  /** Where "Leave it" goes. */
  back: string
  /** What a bookmark or a search brought along. */
  address?: string
  prospect?: {
    id: string
    kind: string
    name: string
    homepage: string
    whyCare: string
    country: string | null
    ownerId: string | null
  }
  owners?: { id: string; name: string }[]
}

/** An outlet whose readers would care: new, or changed. */
export function ProspectForm({ action, workspace, back, address, prospect, owners }: ProspectFormProps) {
  return (
    <div className="max-w-form">
      <ActionForm action={action} hidden={{ workspace, prospectId: prospect?.id }}>
        <TextField
          name="address"
          label="Address of their site"
          required
          autoFocus={!prospect && !address}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={prospect ? editableAddress(prospect.homepage) : address}
          hint="Any page of theirs will do, or a channel such as youtube.com/@name. We find the outlet in it."
        />
        <ExistingOffer
          finder={`/w/${workspace}/prospects/existing`}
          question="Is it the same outlet?"
          openLabel="Open the one that is here"
          others={[
            {
              name: 'anotherOutlet',
              label: 'This is another outlet',
              hint: 'Several outlets share that address, each under a path or name of its own.',
            },
          ]}
        />
        <TextField
          name="name"
          label="Name"
          required
          defaultValue={prospect?.name}
          hint="As its readers call it."
        />
        <RadioCardsField
          name="kind"
          label="Kind"
          required
          columns={2}
          choices={PROSPECT_KINDS.map((kind) => ({
            value: kind,
            label: PROSPECT_KIND_TABLE[kind].label,
            hint: PROSPECT_KIND_TABLE[kind].meaning,
          }))}
          defaultValue={prospect?.kind}
        />
        <TextAreaField
          name="whyCare"
          label="Why their readers would care"
          serif
          rows={4}
          defaultValue={prospect?.whyCare}
          hint="One or two sentences. If none come to mind, this may not be one for you."
        />
        <SelectField
          name="country"
          label="Country"
          emptyLabel="Not known"
          choices={countryChoices()}
          defaultValue={prospect?.country ?? ''}
          hint="Where they publish from. Some countries ask more of a first e-mail."
        />
        {owners ? (
          <SelectField
            name="ownerId"
            label="Looked after by"
            emptyLabel="Nobody in particular"
            choices={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
            defaultValue={prospect?.ownerId ?? ''}
          />
        ) : null}
        <FormActions>
          <SubmitButton pendingLabel="Saving">{prospect ? 'Save changes' : 'Add prospect'}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  )
}
