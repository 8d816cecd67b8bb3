import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { tagKeyOf } from '#lib/domain/tags.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { putTagInPlaceOf } from './tag-queries.ts'
import type { RenameTagInput } from './tag-schema.ts'

/**
 * Gives a tag another name on everything that carries it. Where that name is another tag's, the two become one, if `merge`
 * says so.
 *
 * @throws NotFound; Refusal on field `merge` when there is such a tag already
 */
export async function renameTag(
  scope: WorkspaceScope,
  { tagId, name, merge }: RenameTagInput,
): Promise<{ isMerged: boolean }> {
  authorize(scope, 'workspace.settings')
  const { workspaceId } = scope
  return inTransaction(async (tx) => {
    // One renaming at a time: two that cross would leave names nobody's list knows.
    await lockWorkspace(tx, workspaceId)
    const tag = await findTag(tx, scope, tagId)
    const nameKey = tagKeyOf(name)
    const other = await tx.tag.findFirst({ where: { workspaceId, nameKey, id: { not: tagId } } })
    if (other && !merge) {
      throw new Refusal(
        `There is a tag “${other.name}” already.`,
        'Tick “Make them one” to put it in this one’s place everywhere.',
        'merge',
      )
    }
    const after = other?.name ?? name
    if (other) await tx.tag.deleteMany({ where: { id: tagId, workspaceId } })
    else await tx.tag.updateMany({ where: { id: tagId, workspaceId }, data: { name, nameKey } })
    if (after !== tag.name) await putTagInPlaceOf(tx, scope, { before: tag.name, after })
    return { isMerged: other !== null }
  })
}

/** Takes a tag off everything, and off the list. @throws NotFound */
export async function deleteTag(
  scope: WorkspaceScope,
  { tagId }: { tagId: string },
): Promise<{ name: string }> {
  authorize(scope, 'workspace.settings')
  const { workspaceId } = scope
  return inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const { name } = await findTag(tx, scope, tagId)
    await tx.tag.deleteMany({ where: { id: tagId, workspaceId } })
    await putTagInPlaceOf(tx, scope, { before: name, after: null })
    return { name }
  })
}

async function findTag(tx: Transaction, { workspaceId }: WorkspaceScope, tagId: string) {
  const tag = await tx.tag.findFirst({ where: { id: tagId, workspaceId }, select: { name: true } })
  if (!tag) throw new NotFound()
  return tag
}
