import { RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { TextAreaField, TextField } from '#components/ui/text-fields.tsx'
import { BLOCK_NAME_MAX_CHARACTERS, BLOCK_TEXT_MAX_CHARACTERS } from '#lib/features/blocks/block-schema.ts'

type BlockFieldsProps = {
  sites: readonly { id: string; name: string }[]
  block?: { name: string; text: string; site: { id: string } | null; member: { id: string } | null }
  /** Whose it is where it is one person's own: "Only me", or their name. */
  owner?: string
}

/** Name, words, and for whose letters: the same for a new block and a changed one. */
export function BlockFields({ sites, block, owner = 'Only me' }: BlockFieldsProps) {
  return (
    <>
      <TextField
        name="name"
        label="Its name"
        hint="Seen by people here only, when they choose."
        required
        autoComplete="off"
        maxLength={BLOCK_NAME_MAX_CHARACTERS}
        defaultValue={block?.name}
      />
      <TextAreaField
        name="text"
        label="The words"
        hint="{first name}, {site name} and the like are filled in by themselves."
        required
        serif
        rows={5}
        dir="auto"
        maxLength={BLOCK_TEXT_MAX_CHARACTERS}
        defaultValue={block?.text}
      />
      {sites.length > 0 ? (
        <SelectField
          name="siteId"
          label="For letters of"
          emptyLabel="Every site"
          choices={sites.map((site) => ({ value: site.id, label: site.name }))}
          defaultValue={block?.site?.id ?? ''}
        />
      ) : null}
      <RadioCardsField
        name="whose"
        label="Who may use it"
        required
        columns={2}
        choices={[
          { value: 'everybody', label: 'Everybody here' },
          { value: 'mine', label: owner },
        ]}
        defaultValue={block?.member ? 'mine' : 'everybody'}
      />
    </>
  )
}
