import { ActionForm } from '#components/ui/action-form.tsx'
import { RadioCardsField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { BLOCK_KIND_TABLE, BLOCK_KINDS } from '#lib/domain/pitch-desk/building-blocks.ts'
import { addBlockAction } from '#lib/features/blocks/block-actions.ts'
import { BlockFields } from './block-fields.tsx'

type AddBlockFormProps = { workspace: string; sites: readonly { id: string; name: string }[] }

/** A new building block. */
export function AddBlockForm({ workspace, sites }: AddBlockFormProps) {
  return (
    <ActionForm id="add-block" action={addBlockAction} hidden={{ workspace }} label="Add a building block">
      <RadioCardsField
        name="kind"
        label="Kind"
        required
        columns={2}
        choices={BLOCK_KINDS.map((kind) => ({ value: kind, ...BLOCK_KIND_TABLE[kind] }))}
        defaultValue="paragraph"
      />
      <BlockFields sites={sites} />
      <div>
        <SubmitButton pendingLabel="Adding it">Add the building block</SubmitButton>
      </div>
    </ActionForm>
  )
}
