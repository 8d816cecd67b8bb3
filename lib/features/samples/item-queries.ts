import { NotFound } from '#lib/domain/refusal.ts'
import { GIVEN_STATES } from '#lib/domain/samples/sample-states.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** A shop that gives away more different things than this is a warehouse. */
const MOST_ITEMS = 500

/** What may be given away, by name, and how many of each were given. */
export async function listItems(scope: WorkspaceScope) {
  authorizeToSee(scope, 'samples.read')
  const { workspaceId } = scope
  const items = await database().sampleItem.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_ITEMS,
    select: { ...ITEM, createdAt: true },
  })
  const given = await database().sample.groupBy({
    by: ['itemId'],
    where: {
      ...{ workspaceId, deletedAt: null },
      state: { in: [...GIVEN_STATES] },
      itemId: { in: items.map(({ id }) => id) },
    },
    _count: true,
  })
  const counts = new Map(given.map(({ itemId, _count }) => [itemId, _count]))
  return items.map((item) => ({ ...item, given: counts.get(item.id) ?? 0 }))
}

export type ListedItem = Awaited<ReturnType<typeof listItems>>[number]

/** For a form: what there is to choose from. */
export async function listItemChoices(scope: WorkspaceScope) {
  authorizeToSee(scope, 'samples.read')
  return database().sampleItem.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_ITEMS,
    select: ITEM,
  })
}

/** @throws NotFound */
export async function getItem(scope: WorkspaceScope, itemId: string) {
  authorizeToSee(scope, 'samples.read')
  const item = await database().sampleItem.findFirst({
    where: { id: itemId, workspaceId: scope.workspaceId, deletedAt: null },
    select: ITEM,
  })
  if (!item) throw new NotFound()
  return item
}

const ITEM = {
  id: true,
  name: true,
  pageUrl: true,
  costMinor: true,
  currency: true,
  stock: true,
  site: { select: { id: true, name: true } },
} as const
