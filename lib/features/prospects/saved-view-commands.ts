import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { database, inTransaction, isTaken } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { prospectListOf, prospectListQuery } from './prospect-list.ts'
import type { ChangeViewInput, SaveViewInput } from './saved-view-schema.ts'

const MOST_OF_ONE = 50

/** Keeps a list's address under a name. One's own view of that name is replaced: saving twice makes one view. */
export async function saveView(scope: WorkspaceScope, input: SaveViewInput): Promise<{ query: string }> {
  authorize(scope, 'prospects.read')
  const { workspaceId, memberId: ownerId, now } = scope
  const query = tidy(input.query)
  return inTransaction(async (tx) => {
    const of = { workspaceId, ownerId, name: input.name }
    const { count } = await tx.savedView.createMany({
      data: [{ ...of, query, isShared: input.isShared, createdAt: now, updatedAt: now }],
      skipDuplicates: true,
    })
    if (count === 0) {
      await tx.savedView.updateMany({ where: of, data: { query, isShared: input.isShared, updatedAt: now } })
    } else if ((await tx.savedView.count({ where: { workspaceId, ownerId } })) > MOST_OF_ONE) {
      throw new Refusal(`You have ${MOST_OF_ONE} views already.`, 'Delete one you no longer open.', 'name')
    }
    return { query }
  })
}

/** Changes one's own view; a shared one, its owner or a manager. @throws NotFound */
export async function changeView(scope: WorkspaceScope, { viewId, name, query, isShared }: ChangeViewInput) {
  authorize(scope, 'prospects.read')
  try {
    const { count } = await database().savedView.updateMany({
      where: { id: viewId, ...mayChange(scope) },
      data: { name, query: tidy(query), isShared, updatedAt: scope.now },
    })
    if (count === 0) throw new NotFound()
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal('There is a view of that name already.', 'Choose another name.', 'name')
  }
  return { query: tidy(query) }
}

/** @throws NotFound when it is not there, or not one's to delete */
export async function deleteView(scope: WorkspaceScope, viewId: string) {
  authorize(scope, 'prospects.read')
  const { count } = await database().savedView.deleteMany({ where: { id: viewId, ...mayChange(scope) } })
  if (count === 0) throw new NotFound()
}

function mayChange({ workspaceId, memberId, role }: WorkspaceScope) {
  return can(role, 'workspace.settings')
    ? { workspaceId, OR: [{ ownerId: memberId }, { isShared: true }] }
    : { workspaceId, ownerId: memberId }
}

/** Only what a list understands is kept. */
function tidy(query: string): string {
  return prospectListQuery(prospectListOf(query))
}
