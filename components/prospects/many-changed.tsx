import { ActionForm } from '#components/ui/action-form.tsx'
import { Flash } from '#components/ui/flash.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import type { findManyChange } from '#lib/features/trash/many-changes.ts'
import { undoManyAction } from '#lib/features/trash/many-prospects-actions.ts'

type ManyChangedProps = {
  change: NonNullable<Awaited<ReturnType<typeof findManyChange>>>
  workspace: string
  /** The list's address and the place in it, the part after "?". */
  place: string
  mayWrite: boolean
}

/** What was just done to many prospects, with its undo; or what the undo put back. */
export function ManyChanged({ change, workspace, place, mayWrite }: ManyChangedProps) {
  if (change.undoneAt) return <Flash message={undoneWords(change)} />
  return (
    <Flash
      message={change.words}
      undo={
        mayWrite ? (
          <ActionForm action={undoManyAction} hidden={{ workspace, place, changeId: change.id }} label="Undo">
            <SubmitButton tone="quiet" pendingLabel="Putting it back">
              Undo
            </SubmitButton>
          </ActionForm>
        ) : null
      }
    />
  )
}

function undoneWords({ putBack, stayed }: ManyChangedProps['change']): string {
  const back =
    putBack === 0
      ? 'None was put back.'
      : `${writtenNumber(putBack)} ${putBack === 1 ? 'prospect is' : 'prospects are'} as before.`
  if (stayed === 0) return back
  return `${back} ${writtenNumber(stayed)} ${stayed === 1 ? 'was' : 'were'} changed since, and ${stayed === 1 ? 'stays' : 'stay'}.`
}
