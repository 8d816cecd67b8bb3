import { contactCards } from '#lib/features/exports/contact-file.ts'
import { readExportChoice } from '#lib/features/exports/export-choice.ts'
import { exportedFile } from '#lib/features/exports/exported-file.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** People as contact cards: all, or those at the outlets of the list whose filters stand in the address. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'exports.run')
  const choice = readExportChoice(request.url)
  return exportedFile(scope, 'people', 'vcf', contactCards(scope, choice), choice)
}
