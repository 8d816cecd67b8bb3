import { NotFound } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'

/**
 * Holds a workspace until the transaction ends, by writing what is there: who belongs to it and who owns it change
 * one after the other, so that two owners leaving at the same moment cannot both see the other one stay.
 *
 * @throws NotFound when it is gone
 */
export async function lockWorkspace(tx: Transaction, workspaceId: string) {
  const { count } = await tx.workspace.updateMany({ where: { id: workspaceId }, data: { id: workspaceId } })
  if (count === 0) throw new NotFound()
}

/** Holds an account likewise: it cannot join a workspace while it is being deleted. @throws NotFound */
export async function lockUser(tx: Transaction, userId: string) {
  const { count } = await tx.user.updateMany({ where: { id: userId }, data: { id: userId } })
  if (count === 0) throw new NotFound()
}
