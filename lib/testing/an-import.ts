import { applyBatch, startImport, undoBatch } from '#lib/features/imports/import-commands.ts'
import { getImport } from '#lib/features/imports/import-queries.ts'
import type { RowChoice } from '#lib/features/imports/row-choice-queries.ts'
import { runImport } from '#lib/features/imports/run-import.ts'
import { writeBlob } from '#lib/server/blobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** A file brought in and read as the worker would: as far as its preview, or what stands in its way. */
export async function aPreview(scope: WorkspaceScope, file: string | Uint8Array, fileName = 'file.csv') {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  const { blobId } = await writeBlob(scope, once(bytes))
  const { batchId } = await startImport(scope, { blobId, fileName })
  return carriedOn(scope, batchId)
}

/** The same, applied. */
export async function anImport(
  scope: WorkspaceScope,
  file: string | Uint8Array,
  { take = [] as string[] } = {},
) {
  const { id } = await aPreview(scope, file)
  return applied(scope, id, take)
}

export async function applied(
  scope: WorkspaceScope,
  batchId: string,
  take: string[] = [],
  rows: RowChoice[] = [],
) {
  await applyBatch(scope, { batchId, take, rows })
  return carriedOn(scope, batchId)
}

export async function undone(scope: WorkspaceScope, batchId: string) {
  await undoBatch(scope, { batchId })
  return carriedOn(scope, batchId)
}

/** What its job does next, done here. */
export async function carriedOn(scope: WorkspaceScope, batchId: string) {
  await runImport({ workspaceId: scope.workspaceId, batchId }, scope.now)
  return getImport(scope, batchId)
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
