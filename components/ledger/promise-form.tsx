import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { makePromiseAction } from '#lib/features/ledger/promise-actions.ts'
import { PromiseFields } from './promise-fields.tsx'

type PromiseFormProps = {
  workspace: string
  prospectId: string
  contacts: readonly { id: string; name: string }[]
}

/** On a page that stays: one promise noted, and the page as it was. */
export function PromiseForm({ workspace, prospectId, contacts }: PromiseFormProps) {
  return (
    <ActionForm
      action={makePromiseAction}
      hidden={{ workspace, prospectId }}
      label="Note a promise"
      className="max-w-form gap-3!"
    >
      <PromiseFields contacts={contacts} contactId={contacts.length === 1 ? contacts[0]?.id : undefined} />
      <div>
        <SubmitButton pendingLabel="Noting it">Note it</SubmitButton>
      </div>
    </ActionForm>
  )
}
