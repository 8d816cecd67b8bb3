import type { ReactNode } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { RadioCardsField, SelectField } from '#components/ui/choice-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { changeManyProspectsAction } from '#lib/features/trash/many-prospects-actions.ts'

type ManyProspectsFormProps = {
  workspace: string
  /** The list's own address, the part after "?". */
  query: string
  /** The same with the place in it where this page begins. */
  place: string
  owners: readonly { id: string; name: string }[]
  mayExport: boolean
  /** The table whose rows can be ticked. */
  children: ReactNode
}

/** A page of the list, and what can be done with the ticked rows, or with the whole list. Nobody is ever written to. */
export function ManyProspectsForm({
  workspace,
  query,
  place,
  owners,
  mayExport,
  children,
}: ManyProspectsFormProps) {
  return (
    <ActionForm
      action={changeManyProspectsAction}
      hidden={{ workspace, query, place }}
      label="Prospects"
      className="gap-4"
    >
      {children}
      <details className="rounded-lg border border-line bg-sheet px-4 py-2">
        <summary className="tap inline-flex items-center rounded-md font-medium text-accent hover:text-accent-deep">
          Do something with many
        </summary>
        <div className="flex max-w-form flex-col gap-4 py-2">
          <SelectField
            name="deed"
            label="What to do"
            required
            choices={[
              { value: 'add-tag', label: 'Add a tag' },
              { value: 'remove-tag', label: 'Take a tag away' },
              { value: 'assign', label: 'Hand over to somebody' },
              ...(mayExport ? [{ value: 'export', label: 'Export as CSV' }] : []),
              { value: 'trash', label: 'Move to the trash' },
            ]}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="tag" label="Tag" hint="For adding or taking away." maxLength={60} />
            <SelectField
              name="ownerId"
              label="Looked after by"
              hint="For handing over."
              emptyLabel="Nobody"
              choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
          <RadioCardsField
            name="whom"
            label="With which"
            columns={2}
            required
            defaultValue="ticked"
            choices={[
              { value: 'ticked', label: 'The ticked ones', hint: 'On this page.' },
              { value: 'all', label: 'All that fit', hint: 'The whole list, other pages too.' },
            ]}
          />
          <div>
            <SubmitButton pendingLabel="Under way">Do it</SubmitButton>
          </div>
        </div>
      </details>
    </ActionForm>
  )
}
