import { writeBlob } from '#lib/server/blobs.ts'
import { takeUpload, UploadProblem } from '#lib/server/upload.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { IMPORT_KEPT_DAYS } from './clear-imports.ts'
import { startImport } from './import-commands.ts'

export const IMPORT_MAX_BYTES = 100_000_000
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Stores the file of an upload form and begins its import.
 *
 * @returns where to go next, or what went wrong with the file
 */
export async function uploadImport(
  scope: WorkspaceScope,
  request: Request,
): Promise<{ goTo: string } | { problem: UploadProblem['problem'] }> {
  authorize(scope, 'imports.run')
  const keptUntil = new Date(scope.now.getTime() + IMPORT_KEPT_DAYS * DAY_MS)
  try {
    const { fileName, blobId } = await takeUpload(
      request,
      { maxBytes: IMPORT_MAX_BYTES },
      async ({ fileName, bytes }) => ({ fileName, ...(await writeBlob(scope, bytes, { keptUntil })) }),
    )
    const { batchId } = await startImport(scope, { blobId, fileName })
    return { goTo: `/w/${scope.workspaceSlug}/imports/${batchId}` }
  } catch (error) {
    if (!(error instanceof UploadProblem)) throw error
    return { problem: error.problem }
  }
}
