import { startImport } from '#lib/features/imports/import-commands.ts'
import { runImport } from '#lib/features/imports/run-import.ts'
import { writeBlob } from '#lib/server/blobs.ts'
import type { DemoStory } from './demo-story.ts'
import type { Stage } from './play-story.ts'

/** A file as it is after the worker has read it: what it would do stands there, and waits for somebody to decide. */
export async function playFile(stage: Stage, { day, by, name, text }: NonNullable<DemoStory['file']>) {
  const scope = stage.as(by, day)
  const { blobId } = await writeBlob(scope, once(Buffer.from(text)))
  const { batchId } = await startImport(scope, { blobId, fileName: name })
  await runImport({ workspaceId: scope.workspaceId, batchId }, scope.now)
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
