import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { applyImport } from './apply-import.ts'
import { findBatch, type ImportBatchRow, Overtaken } from './import-batch.ts'
import { readImport } from './read-import.ts'
import { undoImport } from './undo-import.ts'

/**
 * Does what an import waits for: reading it, applying it, or taking it back. May run twice, or be killed at any instant:
 * every step is one transaction that moves the batch on, and whoever comes second finds it moved.
 */
export async function runImport({ workspaceId, batchId }: Jobs['run-import'], now = new Date()) {
  try {
    await takeUp(workspaceId, batchId)
    const batch = await findBatch(workspaceId, batchId)
    if (batch) await work(batch, now)
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
  }
}

async function takeUp(workspaceId: string, id: string) {
  await database().importBatch.updateMany({
    where: { workspaceId, id, state: 'uploaded' },
    data: { state: 'reading' },
  })
}

async function work(batch: ImportBatchRow, now: Date) {
  const scope = await actingScope(batch.byId, now)
  if (batch.state === 'reading' && !can(scope.role, 'imports.run', scope.grants)) {
    const { workspaceId, id } = batch
    await database().importBatch.updateMany({
      where: { workspaceId, id, state: 'reading' },
      data: { state: 'failed', failure: `${scope.actorName} may not bring files in any more.` },
    })
    return
  }
  if (batch.state === 'reading') await readImport(batch, scope)
  else if (batch.state === 'applying') await applyImport(batch, scope)
  else if (batch.state === 'undoing') await undoImport(batch, scope)
}
