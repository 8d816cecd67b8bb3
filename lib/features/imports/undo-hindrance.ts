import { database } from '#lib/server/database.ts'

type Batch = { id: string; workspaceId: string; kind: string; state: string; createdAt: Date }
export type UndoHindrance = { message: string; remedy: string }

const BY_HAND = 'What it brought can be moved to the trash by hand.'

/** Why an applied import cannot be taken back; null where it can, or is not applied. */
export async function undoHindrance({
  id,
  workspaceId,
  kind,
  state,
  createdAt,
}: Batch): Promise<UndoHindrance | null> {
  if (kind === 'workspace')
    return {
      message: 'A whole workspace that was brought in cannot be taken back in one step.',
      remedy:
        'If it was the wrong one, an owner can delete this workspace and bring the file into a new one.',
    }
  if (state !== 'applied') return null
  const row = await database().importRow.findFirst({
    where: { workspaceId, batchId: id },
    select: { number: true },
  })
  if (row) return null
  // A workspace comes into an empty one, so what is older than its coming came with it.
  const carried = await database().importBatch.findFirst({
    where: { workspaceId, kind: 'workspace', state: 'applied', appliedAt: { gte: createdAt } },
    select: { id: true },
  })
  if (carried)
    return {
      message:
        'This import was carried here with its workspace, as history: its rows stayed where it was made, so it cannot be taken back.',
      remedy: BY_HAND,
    }
  return {
    message:
      'The rows of this import are no longer kept (30 days, or as long as this workspace’s rules say), so it cannot be taken back.',
    remedy: BY_HAND,
  }
}
