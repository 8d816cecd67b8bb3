import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { ItemInput } from './item-schema.ts'

/** Notes a thing that may be given away. The same name twice for one Site is a double click, or a mistake. @throws Refusal */
export async function addItem(scope: WorkspaceScope, input: ItemInput): Promise<{ itemId: string }> {
  authorize(scope, 'samples.write')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    await holdSite(tx, scope, input.siteId)
    await refuseSameName(tx, scope, input, null)
    const { id } = await tx.sampleItem.create({
      data: { workspaceId, ...input, createdAt: now, updatedAt: now },
      select: { id: true },
    })
    return { itemId: id }
  })
}

/** What was given already keeps the cost it had when it went out. @throws NotFound, Refusal */
export async function changeItem(
  scope: WorkspaceScope,
  { itemId, ...input }: ItemInput & { itemId: string },
) {
  authorize(scope, 'samples.write')
  await inTransaction(async (tx) => {
    await holdSite(tx, scope, input.siteId)
    await refuseSameName(tx, scope, input, itemId)
    const { count } = await tx.sampleItem.updateMany({
      where: { id: itemId, workspaceId: scope.workspaceId, deletedAt: null },
      data: { ...input, updatedAt: scope.now },
    })
    if (count === 0) throw new NotFound()
  })
}

/** Locks the Site's row, so that of two at once the second finds the first's item. */
async function holdSite(tx: Transaction, { workspaceId }: WorkspaceScope, siteId: string) {
  const { count } = await tx.site.updateMany({
    where: { id: siteId, workspaceId, deletedAt: null },
    data: { deletedAt: null },
  })
  if (count === 0) throw new Refusal('That site is not here any more.', 'Choose another one.', 'siteId')
}

async function refuseSameName(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  { siteId, name }: ItemInput,
  itemId: string | null,
) {
  const same = await tx.sampleItem.findFirst({
    where: {
      ...{ workspaceId, siteId, deletedAt: null },
      name: { equals: name, mode: 'insensitive' },
      ...(itemId ? { id: { not: itemId } } : {}),
    },
    select: { id: true },
  })
  if (same) throw new Refusal('There is an item of that name already.', 'Give this one another name.', 'name')
}
