import type { Metadata } from 'next'
import { DeletionForm } from '#components/settings/deletion-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { FormMessage } from '#components/ui/form-message.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { countWhatGoes } from '#lib/features/workspaces/workspace-deletion-queries.ts'

export const metadata: Metadata = { title: 'Danger zone' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function DangerPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.delete')
  const isBack = (await searchParams).back !== undefined && scope.deletionDueAt === null
  const counts = await countWhatGoes(scope)
  const home = `/w/${workspace}`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `${home}/settings` }]}
        title="Danger zone"
        lead="What changes this workspace for everybody in it. For owners only."
      />
      <div className="flex max-w-form flex-col gap-6">
        {isBack ? (
          <FormMessage
            ok
            message="It is taken back. Everything is as it was."
            remedy="Work that stood still goes on within half an hour."
          />
        ) : null}
        <Panel
          title="Hand it over"
          lead="Make somebody else an owner, then leave. A workspace has at least one owner, and may have several."
        >
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`${home}/settings/members`}>Choose among the members</ButtonLink>
            <ButtonLink href={`${home}/settings/leave`} tone="quiet">
              Leave this workspace
            </ButtonLink>
          </div>
        </Panel>
        <Panel
          title="Take it with you"
          lead="One file with all of it, to keep or to bring in elsewhere. The audit log is a file of its own."
        >
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={`${home}/settings/export`}>The whole workspace</ButtonLink>
            <ButtonLink href={`${home}/settings/audit`} tone="quiet">
              Audit log
            </ButtonLink>
          </div>
        </Panel>
        {scope.deletionDueAt === null ? (
          <DeletionForm workspace={workspace} counts={counts} />
        ) : (
          <Panel
            title="Its deletion was asked for"
            lead="When it goes, and the button that takes it back, stand above every page until then. After that it is gone for everybody, the audit log and the stops included."
          />
        )}
      </div>
    </>
  )
}
