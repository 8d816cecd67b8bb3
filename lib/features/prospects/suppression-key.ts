import { type Database, database, type Transaction } from '#lib/server/database.ts'
import { newSuppressionKey, openSuppressionKey, sealSuppressionKey } from '#lib/server/suppression-hash.ts'

type Reader = Database | Transaction

/** The key of a workspace's stops, or null as long as nobody was ever stopped there. @throws CannotUnseal */
export async function findSuppressionKey(
  workspaceId: string,
  db: Reader = database(),
): Promise<Buffer | null> {
  const { suppressionKey } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { suppressionKey: true },
  })
  return suppressionKey === null ? null : openSuppressionKey(suppressionKey, workspaceId)
}

/**
 * The key, made now if there is none. Holds the workspace's row until the transaction ends: stops are written one after the
 * other, so that two who make the first key, or put the same address on the list, do not both do it.
 */
export async function suppressionKeyToWriteWith(workspaceId: string, tx: Transaction): Promise<Buffer> {
  await tx.workspace.updateMany({
    where: { id: workspaceId, suppressionKey: null },
    data: { suppressionKey: newSuppressionKey(workspaceId) },
  })
  const { suppressionKey } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { suppressionKey: true },
  })
  if (suppressionKey === null) throw new Error('A suppression key was taken away while it was needed')
  await tx.workspace.updateMany({ where: { id: workspaceId, suppressionKey }, data: { suppressionKey } })
  return openSuppressionKey(suppressionKey, workspaceId)
}

/**
 * Gives a workspace the key it had elsewhere, so that the hashes that come with it still match. Only a workspace that has
 * none can be given one.
 *
 * @returns false when it has a key already
 */
export async function giveSuppressionKey(
  workspaceId: string,
  key: Uint8Array,
  tx: Transaction,
): Promise<boolean> {
  const { count } = await tx.workspace.updateMany({
    where: { id: workspaceId, suppressionKey: null },
    data: { suppressionKey: sealSuppressionKey(key, workspaceId) },
  })
  return count === 1
}
