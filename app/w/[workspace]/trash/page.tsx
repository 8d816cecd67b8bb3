import { Trash2, Undo2 } from 'lucide'
import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Flash } from '#components/ui/flash.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { can } from '#lib/domain/roles.ts'
import { searchText } from '#lib/features/page-params.ts'
import { restoreAction } from '#lib/features/trash/trash-actions.ts'
import { TRASH_DAYS, TRASH_KIND_LABELS } from '#lib/features/trash/trash-kinds.ts'
import { listTrash } from '#lib/features/trash/trash-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Trash' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ moved?: string | string[] }> }

export default async function TrashPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'trash.read')
  const entries = await listTrash(scope)
  const moved = searchText((await searchParams).moved)
  const justMoved = entries.find((entry) => entry.id === moved)
  const mayRestore = can(scope.role, 'trash.restore')

  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Trash"
        lead={`Things stay here for ${TRASH_DAYS} days and then go for good. Restoring brings back what went with them.`}
      />
      {justMoved ? (
        <Flash
          message={`Moved to the trash: ${justMoved.label}`}
          undo={
            mayRestore ? (
              <ActionForm action={restoreAction} hidden={{ workspace, trashId: justMoved.id }} label="Undo">
                <SubmitButton tone="quiet" pendingLabel="Bringing it back">
                  Undo
                </SubmitButton>
              </ActionForm>
            ) : null
          }
        />
      ) : null}
      {entries.length === 0 ? (
        <EmptyState icon={Trash2} title="Nothing in the trash">
          Whatever you move to the trash waits here, so nothing is lost by a slip of the hand.
        </EmptyState>
      ) : (
        <Table
          caption="What is in the trash"
          head={
            <>
              <Th>What</Th>
              <Th>Kind</Th>
              <Th>Moved</Th>
              <Th>Gone for good</Th>
              <Th>
                <span className="sr-only">Restore</span>
              </Th>
            </>
          }
        >
          {entries.map((entry) => (
            <Tr key={entry.id}>
              <Td>
                <span className="font-medium wrap-anywhere">{entry.label}</span>
                {entry.withIt ? (
                  <span className="block text-sm text-ink-soft">with {entry.withIt}</span>
                ) : null}
              </Td>
              <Td label="Kind">
                <Badge>{TRASH_KIND_LABELS[entry.kind]}</Badge>
              </Td>
              <Td label="Moved">
                <RelativeTime then={entry.at} now={scope.now} timeZone={scope.timeZone} /> by {entry.by.name}
              </Td>
              <Td label="Gone for good">
                <RelativeTime then={entry.purgeAt} now={scope.now} timeZone={scope.timeZone} />
              </Td>
              <Td raised>
                {mayRestore ? (
                  <ActionForm
                    action={restoreAction}
                    hidden={{ workspace, trashId: entry.id }}
                    label={`Restore ${entry.label}`}
                  >
                    <SubmitButton tone="secondary" pendingLabel="Bringing it back">
                      <Icon of={Undo2} /> Restore
                    </SubmitButton>
                  </ActionForm>
                ) : null}
              </Td>
            </Tr>
          ))}
        </Table>
      )}
    </div>
  )
}
