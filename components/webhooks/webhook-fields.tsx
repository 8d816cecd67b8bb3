import { CheckboxesField } from '#components/ui/choice-fields.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { EVENT_TYPE_NAMES, EVENT_TYPES } from '#lib/domain/webhooks/event-types.ts'

type WebhookFieldsProps = {
  sites: readonly { id: string; name: string }[]
  webhook?: { name: string; url: string; types: string[]; siteIds: string[] }
}

/** What a webhook is, inside its form. */
export function WebhookFields({ sites, webhook }: WebhookFieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label="What it is for"
        hint="Such as “Sheet of links” or “Team chat”."
        defaultValue={webhook?.name}
        maxLength={80}
        required
      />
      <TextField
        name="url"
        label="Address of the receiver"
        hint="Where it listens on the web. Private addresses are never asked."
        inputMode="url"
        autoComplete="off"
        defaultValue={webhook?.url}
        required
      />
      <CheckboxesField
        name="types[]"
        label="What it is told"
        required
        choices={EVENT_TYPE_NAMES.map((type) => ({
          value: type,
          label: EVENT_TYPES[type].label,
          hint: EVENT_TYPES[type].when,
        }))}
        defaultValues={webhook?.types}
      />
      {sites.length > 0 ? (
        <CheckboxesField
          name="siteIds[]"
          label="Only of these sites"
          hint="None ticked: of all of them, also those that come later, and of what belongs to no site."
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValues={webhook?.siteIds}
        />
      ) : null}
    </>
  )
}
