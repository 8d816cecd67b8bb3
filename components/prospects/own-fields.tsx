import { SelectField } from '#components/ui/choice-fields.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import type { CustomValues } from '#lib/domain/custom-fields.ts'
import type { WorkspaceField } from '#lib/features/prospects/custom-field-queries.ts'
import { CUSTOM_PREFIX } from '#lib/features/prospects/own-fields-schema.ts'

type OwnFieldInputsProps = { fields: readonly WorkspaceField[]; custom: unknown }

/** The workspace's own fields inside a form, each asked for as its kind is. */
export function OwnFieldInputs({ fields, custom }: OwnFieldInputsProps) {
  const values = (custom ?? {}) as CustomValues
  return fields.map((field) => (
    <OwnFieldInput key={field.id} field={field} value={String(values[field.key] ?? '')} />
  ))
}

function OwnFieldInput({ field, value }: { field: WorkspaceField; value: string }) {
  const name = CUSTOM_PREFIX + field.id
  const label = <bdi>{field.label}</bdi>
  switch (field.kind) {
    case 'choice': {
      // A choice that was taken off the list since is still this one's.
      const choices = value && !field.choices.includes(value) ? [...field.choices, value] : field.choices
      return (
        <SelectField
          name={name}
          label={label}
          emptyLabel="None"
          choices={choices.map((choice) => ({ value: choice, label: choice }))}
          defaultValue={value}
        />
      )
    }
    case 'number':
      return (
        <TextField name={name} label={label} inputMode="decimal" autoComplete="off" defaultValue={value} />
      )
    case 'date':
      return <TextField name={name} label={label} type="date" defaultValue={value} />
    case 'link':
      return (
        <TextField
          name={name}
          label={label}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={value}
        />
      )
    case 'text':
      return <TextField name={name} label={label} autoComplete="off" dir="auto" defaultValue={value} />
  }
}

/** Tags in one line, with those the workspace has as suggestions. */
export function TagsField({ tags, known }: { tags: readonly string[]; known: readonly string[] }) {
  return (
    <>
      <TextField
        name="tags"
        label="Tags"
        autoComplete="off"
        dir="auto"
        list="known-tags"
        defaultValue={tags.join(', ')}
        hint="Parted by commas. A new word becomes a new tag."
      />
      <datalist id="known-tags">
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  )
}
