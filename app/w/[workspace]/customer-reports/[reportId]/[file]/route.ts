import { notFound } from 'next/navigation'
import { exportReport } from '#lib/features/customer-reports/export-report.ts'
import { isReportFile } from '#lib/features/customer-reports/report-file.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; reportId: string; file: string }> }

/** An approved report as a file to save. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, reportId, file } = await params
  const scope = await requireWorkspace(workspace, 'customer-reports.read')
  if (!isReportFile(file)) notFound()
  return found(exportReport(scope, pageId(reportId), file, { isHeadOnly: request.method === 'HEAD' }))
}
