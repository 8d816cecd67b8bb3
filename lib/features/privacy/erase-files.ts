import { Refusal } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { Person } from './person-queries.ts'
import { findImportRows } from './trace-queries.ts'

/**
 * Empties the import rows that carried the person, takes away the files they came in, and the files of whole workspaces
 * that were written while they were here.
 *
 * @throws Refusal while one of these imports is being written
 */
export async function clearFilesThatNamed(tx: Transaction, scope: WorkspaceScope, person: Person) {
  const { workspaceId } = scope
  const rows = await findImportRows(
    scope,
    { search: person.traces.search, contactIds: person.contactIds },
    tx,
  )
  refuseWhileImporting(rows.map(({ state }) => state))
  const batchIds = [...new Set(rows.map(({ batchId }) => batchId))]
  for (const batchId of batchIds) {
    const numbers = rows.filter((row) => row.batchId === batchId).map(({ number }) => number)
    await tx.importRow.updateMany({
      where: { workspaceId, batchId, number: { in: numbers } },
      data: { record: {}, plan: {}, words: '' },
    })
  }
  const batches = { workspaceId, id: { in: batchIds } }
  // One that waits to be applied would bring them back, without the stop being seen by whoever looked at its preview.
  await tx.importBatch.updateMany({
    where: { ...batches, state: { in: ['uploaded', 'mapping', 'previewed'] } },
    data: { state: 'dropped' },
  })
  const [imports, exports] = [
    await tx.importBatch.findMany({ where: { ...batches, blobId: { not: null } }, select: { blobId: true } }),
    await tx.workspaceExport.findMany({
      where: { workspaceId, blobId: { not: null } },
      select: { blobId: true },
    }),
  ]
  // A sample of a column may be their telephone number.
  await tx.importBatch.updateMany({ where: batches, data: { blobId: null, facts: {} } })
  await tx.workspaceExport.updateMany({
    where: { workspaceId, blobId: { not: null } },
    data: { blobId: null, state: 'failed', failure: 'Taken away: somebody was erased after it was made.' },
  })
  const blobIds = [...imports, ...exports].flatMap(({ blobId }) => blobId ?? [])
  const stillUsed = await tx.importBatch.findMany({
    where: { workspaceId, blobId: { in: blobIds } },
    select: { blobId: true },
  })
  const gone = blobIds.filter((id) => stillUsed.every(({ blobId }) => blobId !== id))
  await tx.blobChunk.deleteMany({ where: { workspaceId, blobId: { in: gone } } })
  await tx.blob.deleteMany({ where: { workspaceId, id: { in: gone } } })
  return { importRows: rows.length, files: gone.length }
}

/** An import that is writing at this moment would bring them back. @throws Refusal */
function refuseWhileImporting(states: readonly string[]) {
  if (!states.some((state) => ['applying', 'reading', 'undoing'].includes(state))) return
  throw new Refusal(
    'An import that names them is being written at this moment.',
    'Try again when it is done: a minute or two.',
  )
}
