import { Readable } from 'node:stream'
import { fetchWorkspaceZip } from '#lib/features/exports/workspace-export-commands.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { readBlob } from '#lib/server/blobs.ts'

type Context = { params: Promise<{ workspace: string; exportId: string }> }

/** The file of the whole workspace, piece by piece. */
export async function GET(_request: Request, { params }: Context) {
  const { workspace, exportId } = await params
  const scope = await requireWorkspace(workspace, 'workspace.export')
  const { fileName, blobId, size } = await found(fetchWorkspaceZip(scope, pageId(exportId)))
  const body = Readable.toWeb(Readable.from(readBlob(scope.workspaceId, blobId), { objectMode: false }))
  return new Response(body as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(size),
      'content-disposition': `attachment; filename="${fileName.replace(/[^a-z0-9.-]/gi, '')}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
