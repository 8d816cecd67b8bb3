import { importRowsFile } from '#lib/features/imports/import-rows-file.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; batchId: string }> }

const KINDS = ['new', 'changed', 'same', 'refused'] as const

/** The rows of an import as a file to save: those of one kind (`?kind=refused`), or all. */
export async function GET(request: Request, { params }: Context) {
  const { workspace, batchId } = await params
  const scope = await requireWorkspace(workspace, 'imports.run')
  const asked = new URL(request.url).searchParams.get('kind')
  return found(importRowsFile(scope, pageId(batchId), KINDS.find((kind) => kind === asked) ?? null))
}
