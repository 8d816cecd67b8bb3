import type { Metadata } from 'next'
import { ItemForm } from '#components/samples/item-form.tsx'
import { MoveToTrash } from '#components/trash/move-to-trash.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { found, pageId } from '#lib/features/page-params.ts'
import { getItem } from '#lib/features/samples/item-queries.ts'
import { changeItemAction } from '#lib/features/samples/sample-actions.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; itemId: string }> }

async function itemOf(params: Props['params']) {
  const { workspace, itemId } = await params
  const scope = await requireWorkspace(workspace, 'samples.write')
  return { workspace, scope, item: await found(getItem(scope, pageId(itemId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await itemOf(params)).item.name }
}

export default async function ItemPage({ params }: Props) {
  const { workspace, scope, item } = await itemOf(params)
  const sites = await listSites(scope)
  const back = `/w/${workspace}/samples/items`
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Samples', href: `/w/${workspace}/samples` },
          { label: 'Items', href: back },
        ]}
        title={<bdi className="wrap-anywhere">{item.name}</bdi>}
        lead="What was given already keeps the cost it had when it went out."
      />
      <div className="flex max-w-form flex-col gap-8">
        <ItemForm
          action={changeItemAction}
          workspace={workspace}
          sites={sites}
          item={item}
          back={back}
          submitLabel="Save the item"
        />
        <MoveToTrash
          workspace={workspace}
          kind="sample-item"
          itemId={item.id}
          what="this item"
          withIt="What was given of it stays."
        />
      </div>
    </>
  )
}
