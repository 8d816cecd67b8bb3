import { ActionForm } from '#components/ui/action-form.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { DELETION_UNDO_DAYS } from '#lib/domain/workspace-deletion.ts'
import { askForDeletionAction } from '#lib/features/workspaces/workspace-deletion-actions.ts'
import type { countWhatGoes } from '#lib/features/workspaces/workspace-deletion-queries.ts'

type DeletionFormProps = { workspace: string; counts: Awaited<ReturnType<typeof countWhatGoes>> }

/** What would happen, day by day, and the form that asks for it. */
export function DeletionForm({ workspace, counts }: DeletionFormProps) {
  return (
    <Panel
      title="Delete this workspace"
      lead={`Nothing goes at once. For ${DELETION_UNDO_DAYS} days any owner can take it back.`}
    >
      <ul className="mb-6 flex max-w-measure list-disc flex-col gap-1 pl-5">
        <li>
          From now on everybody here is told of it. Nothing is sent, looked up or changed. Programs, shared
          reports, press pages and calendars are closed. You can still look at everything and take it with
          you.
        </li>
        <li>
          After {DELETION_UNDO_DAYS} days it goes for good, the audit log and the stops included:{' '}
          {goingWords(counts)}.
        </li>
        <li>The accounts of the people in it stay. Only this workspace goes.</li>
      </ul>
      <ActionForm action={askForDeletionAction} hidden={{ workspace }} id="delete-workspace">
        <TextField
          name="workspaceName"
          label={`Type “${counts.name}”, the name of this workspace`}
          autoComplete="off"
          required
        />
        <TextField
          name="currentPassword"
          type="password"
          label="Your present password"
          autoComplete="current-password"
          required
        />
        <div>
          <SubmitButton tone="danger" pendingLabel="Asking">
            Delete this workspace in {DELETION_UNDO_DAYS} days
          </SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  )
}

function goingWords(counts: DeletionFormProps['counts']): string {
  const { sites, prospects, contacts, pitches, mentions } = counts
  const kinds = [
    counted(sites, 'site', 'sites'),
    counted(prospects, 'prospect', 'prospects'),
    counted(contacts, 'person', 'people'),
    counted(pitches, 'pitch', 'pitches'),
    counted(mentions, 'mention', 'mentions'),
  ]
  return `${new Intl.ListFormat('en-GB').format(kinds)}, with all that belongs to them`
}

function counted(count: number, one: string, many: string): string {
  return `${writtenNumber(count)} ${count === 1 ? one : many}`
}
