import { ActionForm } from '#components/ui/action-form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { dropImportAction } from '#lib/features/imports/import-actions.ts'

const FORM = 'drop-import'

/** Leaves a file. Its form (`DropImportForm`) stands apart, so that the button may stand within another. */
export function DropButton() {
  return (
    <SubmitButton form={FORM} tone="quiet">
      Drop this file
    </SubmitButton>
  )
}

export function DropImportForm({ workspace, batchId }: { workspace: string; batchId: string }) {
  return (
    <ActionForm id={FORM} action={dropImportAction} hidden={{ workspace, batchId }} label="Drop this file" />
  )
}
