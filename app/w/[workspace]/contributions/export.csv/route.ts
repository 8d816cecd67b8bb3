import { readExportChoice } from '#lib/features/exports/export-choice.ts'
import { exportedFile } from '#lib/features/exports/exported-file.ts'
import { workCsv } from '#lib/features/exports/work-file.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** The work with outlets of the list whose filters stand in the address, as CSV. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'exports.run')
  const choice = readExportChoice(request.url)
  return exportedFile(scope, 'contributions', 'csv', workCsv(scope, choice), choice)
}
