import { auditJson } from '#lib/features/exports/audit-file.ts'
import { readExportChoice } from '#lib/features/exports/export-choice.ts'
import { exportedFile } from '#lib/features/exports/exported-file.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** The audit log whose filters stand in the address, as JSON. That it was taken stands in the log from then on. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'audit.read')
  const choice = readExportChoice(request.url)
  return exportedFile(scope, 'audit-log', 'json', auditJson(scope, choice), choice)
}
