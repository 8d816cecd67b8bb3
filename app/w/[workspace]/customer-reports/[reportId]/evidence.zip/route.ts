import { Refusal } from '#lib/domain/refusal.ts'
import { evidenceResponse, fetchReportEvidence } from '#lib/features/customer-reports/report-evidence.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; reportId: string }> }

/** The signed evidence of the pages an approved report tells of. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { workspace, reportId } = await params
  const scope = await requireWorkspace(workspace, 'customer-reports.read')
  try {
    return evidenceResponse(await found(fetchReportEvidence(scope, pageId(reportId))))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(`${error.message} ${error.remedy}\n`, { status: 503 })
  }
}
