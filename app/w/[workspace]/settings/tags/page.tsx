import type { Metadata } from 'next'
import { TagRows } from '#components/prospects/tag-rows.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { listTagsWithCounts } from '#lib/features/prospects/tag-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Tags' }

type Props = { params: Promise<{ workspace: string }> }

export default async function TagsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.settings')
  const tags = await listTagsWithCounts(scope)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Settings', href: `/w/${workspace}/settings` }]}
        title="Tags"
        lead="The words this workspace sorts by. They are added where they are used."
      />
      <div className="max-w-form">
        <Panel title={tags.length === 1 ? '1 tag' : `${tags.length} tags`} flush={tags.length > 0}>
          {tags.length === 0 ? (
            <p className="text-ink-soft">
              None yet. Open a prospect, press “Change”, and write one under “Tags”.
            </p>
          ) : (
            <TagRows workspace={workspace} tags={tags} />
          )}
        </Panel>
      </div>
    </>
  )
}
