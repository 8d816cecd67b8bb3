import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

const BATCH = 50
const DAY_MS = 24 * 60 * 60 * 1000
/** As long as things lie in the trash: so long a file's rows are kept, and the import can be taken back. */
export const IMPORT_KEPT_DAYS = 30

/**
 * At night: rows of old imports go, with what they say of people; files whose days are over; and uploads that never became
 * whole. May run twice without harm.
 */
export async function clearImports(now: Date): Promise<{ batches: number; files: number }> {
  const batches = await clearRows(now)
  const files = await clearFiles(now)
  return { batches, files }
}

async function clearRows(now: Date): Promise<number> {
  const db = databaseAcrossWorkspaces()
  const before = new Date(now.getTime() - IMPORT_KEPT_DAYS * DAY_MS)
  let cleared = 0
  for (;;) {
    const old = await db.importBatch.findMany({
      where: {
        createdAt: { lt: before },
        state: { notIn: ['applying', 'undoing'] },
        rows: { some: {} },
        ...OF_STANDING,
      },
      take: BATCH,
      select: { id: true, workspaceId: true },
    })
    for (const { id, workspaceId } of old) {
      await db.importBatch.updateMany({
        where: { id, workspaceId, state: { in: ['uploaded', 'mapping', 'reading', 'previewed'] } },
        data: { state: 'dropped' },
      })
      await db.importRow.deleteMany({ where: { workspaceId, batchId: id } })
    }
    cleared += old.length
    if (old.length < BATCH) return cleared
  }
}

async function clearFiles(now: Date): Promise<number> {
  const db = databaseAcrossWorkspaces()
  const yesterday = new Date(now.getTime() - DAY_MS)
  let cleared = 0
  for (;;) {
    const over = await db.blob.findMany({
      where: {
        OR: [{ keptUntil: { lte: now } }, { isWhole: false, createdAt: { lt: yesterday } }],
        ...OF_STANDING,
      },
      take: BATCH,
      select: { id: true, workspaceId: true },
    })
    for (const { id: blobId, workspaceId } of over) {
      await db.$transaction([
        db.importBatch.updateMany({ where: { workspaceId, blobId }, data: { blobId: null } }),
        db.workspaceExport.updateMany({ where: { workspaceId, blobId }, data: { blobId: null } }),
        db.blobChunk.deleteMany({ where: { workspaceId, blobId } }),
        db.blob.deleteMany({ where: { workspaceId, id: blobId } }),
      ])
    }
    cleared += over.length
    if (over.length < BATCH) return cleared
  }
}
