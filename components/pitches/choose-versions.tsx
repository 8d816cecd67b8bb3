import { Button } from '#components/ui/button.tsx'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Select } from '#components/ui/select.tsx'
import { AS_IT_STANDS } from '#lib/features/pitches/revision-queries.ts'
import { versionTime } from './version-time.ts'

type ChooseVersionsProps = {
  action: string
  versions: readonly { id: string; savedAt: Date; savedBy: { name: string } | null }[]
  chosen: { older: string; newer: string; view: string }
  timeZone: string
}

/** Which two versions are compared: a plain form, so that its answer has an address. */
export function ChooseVersions({ action, versions, chosen, timeZone }: ChooseVersionsProps) {
  const choices = [
    { value: AS_IT_STANDS, label: 'As it stands now' },
    ...versions.map((version) => ({
      value: version.id,
      label: [versionTime(version.savedAt, timeZone), version.savedBy?.name].filter(Boolean).join(', '),
    })),
  ]
  return (
    <form
      action={action}
      aria-label="Which versions"
      className="mb-6 grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"
    >
      <input type="hidden" name="view" value={chosen.view} />
      <Field id="older" label="The one" required>
        <Select name="older" choices={choices} defaultValue={chosen.older} {...fieldAria('older', {})} />
      </Field>
      <Field id="newer" label="The other" required>
        <Select name="newer" choices={choices} defaultValue={chosen.newer} {...fieldAria('newer', {})} />
      </Field>
      <Button type="submit">Compare</Button>
    </form>
  )
}
