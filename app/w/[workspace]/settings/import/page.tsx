import type { Metadata } from 'next'
import { BroughtIn } from '#components/exports/brought-in.tsx'
import { WorkspaceUpload } from '#components/exports/workspace-upload.tsx'
import { RefreshWhileWaiting } from '#components/jobs/refresh-while-waiting.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { ProgressNote } from '#components/ui/progress-note.tsx'
import { getWorkspaceImport } from '#lib/features/exports/workspace-import-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Bring a workspace in' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ImportWorkspacePage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.import')
  const { inTheWay, last } = await getWorkspaceImport(scope)
  const wrong = searchText((await searchParams).wrong)
  const isUnderWay = last !== null && ['uploaded', 'reading', 'applying'].includes(last.state)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `/w/${workspace}/settings` }]}
        title="Bring a workspace in"
        lead="A whole workspace from another installation of Rapport, or an earlier time of this one, as its export wrote it."
      />
      <div className="flex max-w-form flex-col gap-6">
        {isUnderWay ? (
          <>
            <RefreshWhileWaiting />
            <ProgressNote
              title={last.state === 'applying' ? 'Writing it down' : 'Reading the file'}
              done={last.done}
              total={last.total ?? undefined}
            >
              You can leave this page. All of it is checked before any of it is written.
            </ProgressNote>
          </>
        ) : null}
        {last?.state === 'failed' ? (
          <Notice tone="careful" title="The file was not taken, and nothing was written">
            <span className="wrap-anywhere">{last.failure}</span>
          </Notice>
        ) : null}
        {last?.state === 'applied' ? (
          <BroughtIn {...last} home={`/w/${workspace}`} now={scope.now} timeZone={scope.timeZone} />
        ) : null}
        {isUnderWay || last?.state === 'applied' ? null : inTheWay ? (
          <Notice
            tone="neutral"
            title="This workspace is not empty"
            actions={<ButtonLink href="/workspaces">Make a new workspace</ButtonLink>}
          >
            There are {inTheWay} in it. A whole workspace comes into an empty one, so that nothing of yours is
            mixed up with it.
          </Notice>
        ) : (
          <Panel
            title="The file"
            lead="Name, postal address and settings of this workspace become those of the file. Its address stays."
          >
            <WorkspaceUpload action={`/w/${workspace}/settings/import/upload`} wrong={wrong} />
          </Panel>
        )}
      </div>
    </>
  )
}
