import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const NEWEST = 10

export type WorkspaceExportRow = Awaited<ReturnType<typeof listWorkspaceExports>>[number]

/** The newest files of the whole workspace, and how far the one being written is. */
export async function listWorkspaceExports(scope: WorkspaceScope) {
  authorizeToSee(scope, 'workspace.export')
  return database().workspaceExport.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: NEWEST,
    select: {
      id: true,
      kind: true,
      state: true,
      fileName: true,
      done: true,
      total: true,
      failure: true,
      at: true,
      by: { select: { name: true } },
      blob: { select: { size: true, keptUntil: true } },
    },
  })
}

/** A finished file. @throws NotFound also when its days are over */
export async function getWorkspaceExportFile(scope: WorkspaceScope, exportId: string) {
  authorizeToSee(scope, 'workspace.export')
  const { workspaceId, now } = scope
  const file = await database().workspaceExport.findFirst({
    where: { workspaceId, id: exportId, state: 'ready', blob: { isWhole: true, keptUntil: { gt: now } } },
    select: { fileName: true, blob: { select: { id: true, size: true } } },
  })
  if (!file?.blob) throw new NotFound()
  return { fileName: file.fileName, blobId: file.blob.id, size: file.blob.size }
}
