import { Package } from 'lucide'
import type { Metadata } from 'next'
import { WorkspaceFileTable } from '#components/exports/workspace-file-table.tsx'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { ProgressNote } from '#components/ui/progress-note.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { askForWorkspaceZipAction } from '#lib/features/exports/workspace-export-actions.ts'
import { listWorkspaceExports } from '#lib/features/exports/workspace-export-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Take it all with you' }

type Props = { params: Promise<{ workspace: string }> }

export default async function ExportPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.export')
  const files = await listWorkspaceExports(scope)
  const beingWritten = files.find(({ state }) => state === 'waiting' || state === 'writing')
  const done = files.filter((file) => file !== beingWritten)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `/w/${workspace}/settings` }]}
        title="Take it all with you"
        lead="The whole workspace in one ZIP: to keep, to read in a spreadsheet, or to bring into another installation of Rapport."
      />
      <div className="flex flex-col gap-6">
        <Panel title="A new file">
          <div className="flex max-w-form flex-col gap-4">
            {beingWritten ? (
              <>
                <RefreshWhileWaiting />
                <ProgressNote
                  title="Writing the file"
                  done={beingWritten.done}
                  total={beingWritten.total ?? undefined}
                />
              </>
            ) : (
              <ActionForm action={askForWorkspaceZipAction} hidden={{ workspace }} id="export">
                <CheckboxField
                  name="withPages"
                  label="With the pages as they came"
                  hint="Whatever is still kept of the pages behind your looks. It makes the file larger."
                />
                <div>
                  <SubmitButton pendingLabel="Asking">Write the file</SubmitButton>
                </div>
              </ActionForm>
            )}
            <Notice tone="careful" title="Keep this file as you would keep the data">
              It holds people, addresses and letters, and the key your stops are kept under. Accounts,
              passwords, secret links and mailboxes never travel. Members come along by name only.
            </Notice>
          </div>
        </Panel>
        {done.length > 0 ? (
          <WorkspaceFileTable files={done} workspace={workspace} now={scope.now} timeZone={scope.timeZone} />
        ) : beingWritten ? null : (
          <EmptyState icon={Package} title="No file yet">
            Press the button above. A file waits here for a week, then it is removed.
          </EmptyState>
        )}
      </div>
    </>
  )
}
