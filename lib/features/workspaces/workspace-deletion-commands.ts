import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { deletionDueAt, isNameOf } from '#lib/domain/workspace-deletion.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { confirmPassword } from './sign-in-commands.ts'

/**
 * Asks for the deletion of the workspace: from now on it stands still, and in seven days it goes with everything in it.
 *
 * @throws Refusal when the name or the password is wrong, or somebody asked for it already
 */
export async function askForDeletion(
  scope: WorkspaceScope,
  input: { workspaceName: string; currentPassword: string },
): Promise<{ dueAt: Date }> {
  authorize(scope, 'workspace.delete')
  const { workspaceId, userId, memberId, now } = scope
  if (!userId) throw new NotFound()
  const here = { where: { id: workspaceId }, select: { name: true } }
  const { name } = await database().workspace.findUniqueOrThrow(here)
  if (!isNameOf(input.workspaceName, name)) {
    throw new Refusal(
      'That is not the name of this workspace.',
      `It is called "${name}". Nothing was done.`,
      'workspaceName',
    )
  }
  await confirmPassword({ person: { id: userId }, now }, input.currentPassword)
  const dueAt = deletionDueAt(now)
  await inTransaction(async (tx) => {
    const { count } = await tx.workspace.updateMany({
      where: { id: workspaceId, deletionDueAt: null },
      data: { deletionDueAt: dueAt, deletionAskedById: memberId },
    })
    if (count === 0) throw new Refusal('Its deletion was asked for already.', 'Load this page again.')
    await recordAudit(tx, scope, 'workspace.deletion-asked', { objectId: workspaceId, details: {} })
  })
  return { dueAt }
}

/** Takes it back: everything is as it was, and work goes on. @throws Refusal when there is nothing to take back, or no time left */
export async function takeDeletionBack(scope: WorkspaceScope) {
  authorize(scope, 'workspace.delete')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.workspace.updateMany({
      where: { id: workspaceId, deletionDueAt: { gt: now } },
      data: { deletionDueAt: null, deletionAskedById: null },
    })
    if (count === 0) throw new Refusal('There is no deletion to take back any more.', 'Load this page again.')
    await recordAudit(tx, scope, 'workspace.deletion-taken-back', { objectId: workspaceId, details: {} })
  })
}
