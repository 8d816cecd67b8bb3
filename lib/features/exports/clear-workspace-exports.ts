import { deleteBlob } from '#lib/server/blobs.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

const BATCH = 100

/** Removes the files of exports whose days are over, in every workspace; their rows stay as history. May run twice. */
export async function clearWorkspaceExports(now: Date): Promise<{ removed: number }> {
  const db = databaseAcrossWorkspaces()
  for (let removed = 0; ; ) {
    const over = await db.workspaceExport.findMany({
      where: { blob: { keptUntil: { lte: now } }, ...OF_STANDING },
      take: BATCH,
      select: { id: true, workspaceId: true, blobId: true },
    })
    for (const { id, workspaceId, blobId } of over) {
      await db.workspaceExport.updateMany({ where: { workspaceId, id, blobId }, data: { blobId: null } })
      if (blobId) await deleteBlob(workspaceId, blobId)
    }
    removed += over.length
    if (over.length < BATCH) return { removed }
  }
}
