import { Globe } from 'lucide'
import type { Metadata } from 'next'
import { ItemForm } from '#components/samples/item-form.tsx'
import { ItemTable } from '#components/samples/item-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { can } from '#lib/domain/roles.ts'
import { listItems } from '#lib/features/samples/item-queries.ts'
import { addItemAction } from '#lib/features/samples/sample-actions.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Items to give away' }

type Props = { params: Promise<{ workspace: string }> }

export default async function ItemsPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'samples.read')
  const [items, sites] = await Promise.all([listItems(scope), listSites(scope)])
  const home = `/w/${workspace}`
  const mayWrite = can(scope.role, 'samples.write')
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Samples', href: `${home}/samples` }]}
        title="Items to give away"
        lead="What one costs you, and how many are left. One goes off the count when it is sent."
      />
      <div className="flex flex-col gap-6">
        {items.length > 0 ? <ItemTable items={items} home={home} mayWrite={mayWrite} /> : null}
        {sites.length === 0 ? (
          <EmptyState
            icon={Globe}
            title="First, a site"
            actions={
              can(scope.role, 'sites.write') ? (
                <ButtonLink href={`${home}/sites/new`} tone="primary">
                  Add a site
                </ButtonLink>
              ) : null
            }
          >
            A thing you give away belongs to one of your sites.
          </EmptyState>
        ) : mayWrite ? (
          <div className="max-w-form">
            <Panel title="Add an item" id="add">
              <ItemForm
                action={addItemAction}
                workspace={workspace}
                sites={sites}
                submitLabel="Add the item"
              />
            </Panel>
          </div>
        ) : items.length === 0 ? (
          <p className="text-ink-soft">
            Nothing here yet. A writer of this workspace can add what is given away.
          </p>
        ) : null}
      </div>
    </>
  )
}
