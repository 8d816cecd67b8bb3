import { readExportChoice } from '#lib/features/exports/export-choice.ts'
import { exportedFile } from '#lib/features/exports/exported-file.ts'
import { promiseJson } from '#lib/features/exports/promise-file.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** The promises of the list whose filters stand in the address, open and settled, as JSON. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'exports.run')
  const choice = readExportChoice(request.url)
  return exportedFile(scope, 'promises', 'json', promiseJson(scope, choice), choice)
}
