import { timeZoneChoices } from '#components/sites/time-zone-choices.ts'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { FoldedFields } from '#components/ui/folded-fields.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { WRITES_AS, WRITES_AS_LABELS } from '#lib/features/prospects/contact-schema.ts'
import type { WorkspaceField } from '#lib/features/prospects/custom-field-queries.ts'
import { COUNTRY_CHOICES } from './country-choices.ts'
import { OwnFieldInputs, TagsField } from './own-fields.tsx'

type ContactFieldsProps = {
  contact?: {
    name: string
    role: string
    country: string | null
    timeZone: string | null
    writesAs: string
    note: string
    tags: string[]
    custom: unknown
  }
  /** The workspace's own fields of contacts, and the tags it has. */
  fields: WorkspaceField[]
  tags: string[]
}

/** The fields about a person. Who they are first; the rest helps to write to them at the right hour and by the right rules. */
export function ContactFields({ contact, fields, tags }: ContactFieldsProps) {
  return (
    <>
      <TextField name="name" label="Name" required autoComplete="off" defaultValue={contact?.name} />
      <TextField
        name="role"
        label="What they do there"
        autoComplete="off"
        defaultValue={contact?.role}
        hint="In their own words: “gear editor”, “writes the Friday letter”."
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="country"
          label="Country"
          emptyLabel="Not known"
          choices={COUNTRY_CHOICES}
          defaultValue={contact?.country ?? ''}
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          emptyLabel="Not known"
          choices={timeZoneChoices(contact?.timeZone)}
          defaultValue={contact?.timeZone ?? ''}
        />
      </div>
      <SelectField
        name="writesAs"
        label="Who they write for"
        required
        choices={WRITES_AS.map((value) => ({ value, label: WRITES_AS_LABELS[value] }))}
        defaultValue={contact?.writesAs ?? 'unknown'}
        hint="Some countries protect a person’s own inbox more than a company’s."
      />
      <FoldedFields
        summary={contact ? 'More about them' : 'More, if you know it'}
        open={contact !== undefined}
      >
        <TagsField tags={contact?.tags ?? []} known={tags} />
        <OwnFieldInputs fields={fields} custom={contact?.custom} />
        <TextAreaField name="note" label="Worth remembering" rows={3} defaultValue={contact?.note} />
      </FoldedFields>
    </>
  )
}
