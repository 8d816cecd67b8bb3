import { reportHtml } from '#lib/domain/customer-reports/report-html.ts'
import { readReport } from '#lib/features/customer-reports/read-report.ts'
import { keyOnReports } from '#lib/features/customer-reports/report-evidence.ts'
import { filesOf } from '#lib/features/customer-reports/report-file.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; reportId: string }> }

/** The page of a report exactly as it will be read. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { workspace, reportId } = await params
  const scope = await requireWorkspace(workspace, 'customer-reports.read')
  const { report, content, problem } = await found(readReport(scope, pageId(reportId)))
  if (content === null) return new Response(`${problem}\n`, { status: 422 })
  const place = `/w/${workspace}/customer-reports/${reportId}`
  const files = report.state === 'approved' ? filesOf(content, place) : []
  return new Response(reportHtml(content, { files, evidenceKey: await keyOnReports(scope.now) }), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
