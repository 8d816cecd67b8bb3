import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { readableHost } from '#lib/domain/idn.ts'
import type { FormAction } from '#lib/features/form-state.ts'
import { timeZoneChoices } from './time-zone-choices.ts'

type SiteFormProps = {
  action: FormAction
  workspace: string
  /** Where "Leave it" goes. */
  back: string
  timeZone: string
  site?: {
    id: string
    name: string
    ownerName: string
    domains: string[]
    brandNames: string[]
    peopleNames: string[]
  }
}

/** What we earn links for: new, or changed. */
export function SiteForm({ action, workspace, back, timeZone, site }: SiteFormProps) {
  return (
    <div className="max-w-form">
      <ActionForm action={action} hidden={{ workspace, siteId: site?.id }}>
        <TextField
          name="name"
          label="Name"
          required
          defaultValue={site?.name}
          hint="As you call it among yourselves."
        />
        <TextField
          name="ownerName"
          label="Whose it is"
          required
          defaultValue={site?.ownerName}
          hint="You, your company, or the customer you write for."
        />
        <TextAreaField
          name="domains"
          label="Domains"
          required
          rows={3}
          spellCheck={false}
          defaultValue={site?.domains.map(readableHost).join('\n')}
          hint="One per line, like example.com. Subdomains are included. A link to any of these is a link to this site."
        />
        <TextAreaField
          name="brandNames"
          label="Brand names"
          rows={3}
          defaultValue={site?.brandNames.join('\n')}
          hint="One per line. Looked for on pages, so that a mention without a link is found too."
        />
        <TextAreaField
          name="peopleNames"
          label="People’s names"
          rows={3}
          defaultValue={site?.peopleNames.join('\n')}
          hint="One per line. Whoever might be interviewed or quoted for this site."
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          required
          choices={timeZoneChoices(timeZone)}
          defaultValue={timeZone}
          hint="Its days count in this zone, where a contact’s own is not known."
        />
        <FormActions>
          <SubmitButton pendingLabel="Saving">{site ? 'Save changes' : 'Add site'}</SubmitButton>
          <ButtonLink href={back} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </ActionForm>
    </div>
  )
}
