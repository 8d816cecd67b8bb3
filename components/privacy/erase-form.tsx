import { ActionForm } from '#components/ui/action-form.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { erasePersonAction } from '#lib/features/privacy/privacy-actions.ts'

type EraseFormProps = { workspace: string; contactId: string; backups: string }

/** Forgets a person for good. There is no trash for this. */
export function EraseForm({ workspace, contactId, backups }: EraseFormProps) {
  return (
    <Panel title="Erase them" lead="This cannot be undone: it does not go to the trash.">
      <ActionForm action={erasePersonAction} hidden={{ workspace, contactId }} label="Erase this person">
        <p className="max-w-measure text-sm text-ink-soft wrap-anywhere">{backups}</p>
        <CheckboxField name="sure" label="I have read what goes, and they are to be forgotten" />
        <div>
          <ConfirmSubmit
            title="Erase this person for good?"
            lead="Their details, letters and messages go now. Nothing brings them back."
            confirmLabel="Erase for good"
          >
            Erase for good
          </ConfirmSubmit>
        </div>
      </ActionForm>
    </Panel>
  )
}
