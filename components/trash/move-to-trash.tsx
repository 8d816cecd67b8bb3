import { ActionForm } from '#components/ui/action-form.tsx'
import { ConfirmSubmit } from '#components/ui/confirm-submit.tsx'
import { moveToTrashAction } from '#lib/features/trash/trash-actions.ts'
import { TRASH_DAYS, type TrashKind } from '#lib/features/trash/trash-kinds.ts'

type MoveToTrashProps = {
  workspace: string
  kind: TrashKind
  itemId: string
  /** "this prospect". */
  what: string
  /** What goes with it, as a sentence. */
  withIt: string
}

/** Asks, and moves a thing to the trash, from where it can be brought back whole. */
export function MoveToTrash({ workspace, kind, itemId, what, withIt }: MoveToTrashProps) {
  return (
    <ActionForm action={moveToTrashAction} hidden={{ workspace, kind, itemId }} label="Move to the trash">
      <div>
        <ConfirmSubmit
          title={`Move ${what} to the trash?`}
          lead={`${withIt} It stays there for ${TRASH_DAYS} days and can be restored whole.`}
          confirmLabel="Move to the trash"
        >
          Move to the trash
        </ConfirmSubmit>
      </div>
    </ActionForm>
  )
}
