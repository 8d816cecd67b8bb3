import { readExportChoice } from '#lib/features/exports/export-choice.ts'
import { exportedFile } from '#lib/features/exports/exported-file.ts'
import { reportCsv } from '#lib/features/reports/report-file.ts'
import { readReportRows } from '#lib/features/reports/report-list.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** The rows behind the number in the address, as CSV. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'exports.run')
  const choice = readExportChoice(request.url)
  const asked = readReportRows(choice.search)
  return exportedFile(scope, 'report-rows', 'csv', reportCsv(scope, asked), choice)
}
