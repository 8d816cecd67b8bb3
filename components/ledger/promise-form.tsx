import type { ReactNode } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { makePromiseAction } from '#lib/features/ledger/promise-actions.ts'
import { PromiseFields } from './promise-fields.tsx'
import { RefusedDetails } from './refused-details.tsx'

type PromiseFormProps = {
  workspace: string
  prospectId: string
  contacts: readonly { id: string; name: string }[]
  /** A `<summary>`: the form is folded away under it, one of those named "add" open at a time. */
  summary: ReactNode
}

/** On a page that stays: one promise noted, and the page as it was. What was refused comes back unfolded. */
export function PromiseForm({ workspace, prospectId, contacts, summary }: PromiseFormProps) {
  return (
    <ActionForm action={makePromiseAction} hidden={{ workspace, prospectId }} label="Note a promise">
      <RefusedDetails summary={summary} name="add">
        <div className="mt-2 rounded-lg border border-line bg-sheet p-4">
          <div className="flex max-w-form flex-col gap-3">
            <PromiseFields
              contacts={contacts}
              contactId={contacts.length === 1 ? contacts[0]?.id : undefined}
            />
            <div>
              <SubmitButton pendingLabel="Noting it">Note it</SubmitButton>
            </div>
          </div>
        </div>
      </RefusedDetails>
    </ActionForm>
  )
}
