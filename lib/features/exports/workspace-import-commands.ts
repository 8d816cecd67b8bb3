import { Refusal } from '#lib/domain/refusal.ts'
import { deleteBlob, writeBlob } from '#lib/server/blobs.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { Uploaded } from '#lib/server/upload.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { whatIsThere } from './empty-workspace-queries.ts'

const DAY_MS = 24 * 3_600_000
/** The file is dropped as soon as it was read; this is for one that nobody came to read. */
const KEPT_DAYS = 7
export const LARGEST_FILE_BYTES = 2_000_000_000
const UNDER_WAY = ['uploaded', 'reading', 'applying']

/**
 * Takes the file of a whole workspace as it arrives, and has it read in the background. What is in the way is said before
 * the file is taken, and again after.
 *
 * @throws Refusal when the workspace is not empty, or a file is being read already
 */
export async function bringInWorkspace(scope: WorkspaceScope, file: Uploaded): Promise<{ batchId: string }> {
  authorize(scope, 'workspace.import')
  const { workspaceId, memberId: byId, now: createdAt } = scope
  await refuseInTheWay(database() as unknown as Transaction, workspaceId)
  const keptUntil = new Date(createdAt.getTime() + KEPT_DAYS * DAY_MS)
  const { blobId, size } = await writeBlob(scope, file.bytes, { maxBytes: LARGEST_FILE_BYTES, keptUntil })
  try {
    if (size === 0)
      throw new Refusal('That file is empty.', 'Choose the ZIP that an export has written.', 'file')
    return await inTransaction(async (tx) => {
      await lockWorkspace(tx, workspaceId)
      await refuseInTheWay(tx, workspaceId)
      const { id: batchId } = await tx.importBatch.create({
        data: {
          workspaceId,
          blobId,
          fileName: file.fileName,
          kind: 'workspace',
          state: 'uploaded',
          byId,
          createdAt,
        },
        select: { id: true },
      })
      await enqueue(tx, 'read-workspace-zip', { workspaceId, batchId })
      const thing = { objectId: workspaceId, details: { batchId } }
      await recordAudit(tx, scope, 'workspace.brought-in', thing)
      return { batchId }
    })
  } catch (error) {
    await deleteBlob(workspaceId, blobId)
    throw error
  }
}

async function refuseInTheWay(tx: Transaction, workspaceId: string) {
  const what = await whatIsThere(tx, workspaceId)
  if (what)
    throw new Refusal(
      `This workspace is not empty: there are ${what} in it.`,
      'A whole workspace comes into an empty one. Make a new one for it.',
      'file',
    )
  const other = await tx.importBatch.findFirst({
    where: { workspaceId, kind: 'workspace', state: { in: UNDER_WAY } },
    select: { id: true },
  })
  if (other) throw new Refusal('A file is being read already.', 'Wait until it is done.', 'file')
}
