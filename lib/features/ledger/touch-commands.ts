import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { TouchInput } from './touch-schema.ts'

/** The same touch twice within this time is a double tap. */
const SAME_TOUCH_MS = 60_000

/** Notes a contact outside mail. A double tap notes it once. @throws NotFound, Refusal */
export async function logTouch(scope: WorkspaceScope, { at = scope.now, ...input }: TouchInput) {
  authorize(scope, 'touches.write')
  const { workspaceId, memberId: authorId } = scope
  return inTransaction(async (tx) => {
    await holdProspect(tx, scope, input.prospectId)
    if (input.contactId) await requireContactThere(tx, scope, input.prospectId, input.contactId)
    const same = await tx.touch.findFirst({
      where: {
        workspaceId,
        ...input,
        authorId,
        deletedAt: null,
        at: { gt: new Date(at.getTime() - SAME_TOUCH_MS), lte: at },
      },
      select: { id: true },
    })
    if (same) return { touchId: same.id, isNew: false }
    const touch = await tx.touch.create({
      data: { workspaceId, ...input, authorId, at },
      select: { id: true },
    })
    await tx.prospect.updateMany({
      where: { id: input.prospectId, workspaceId, OR: [{ lastTouchAt: null }, { lastTouchAt: { lt: at } }] },
      data: { lastTouchAt: at },
    })
    return { touchId: touch.id, isNew: true }
  })
}

/** Locks the prospect's row, so that a double tap meets its own first half. @throws NotFound */
export async function holdProspect(tx: Transaction, scope: WorkspaceScope, prospectId: string) {
  const { count } = await tx.prospect.updateMany({
    where: { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

/** @throws Refusal beside the field `contactId` */
export async function requireContactThere(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  prospectId: string,
  contactId: string,
) {
  const affiliation = await tx.affiliation.findFirst({
    where: { workspaceId, prospectId, contactId, contact: { deletedAt: null } },
    select: { id: true },
  })
  if (!affiliation)
    throw new Refusal(
      'That person is not with this prospect.',
      'Choose somebody from the list, or nobody.',
      'contactId',
    )
}
