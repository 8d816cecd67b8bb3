import type { ReportContent } from '#lib/domain/customer-reports/report-content.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { composeReport } from './compose-report.ts'
import { getApprovedReport, getReport } from './report-queries.ts'
import { readMark } from './review-commands.ts'

export type ReportToRead = {
  report: Awaited<ReturnType<typeof getReport>>
  /** What it says: as it was kept, or else as it would today. Null where it cannot say anything, for this problem. */
  content: ReportContent | null
  problem: string
  /** How many pages in it are still to be looked at. */
  waiting: number
  /** What whoever approves it has read: review-commands.ts */
  read: string
}

/** A report with what it says. A viewer finds approved ones of their Sites. @throws NotFound */
export async function readReport(scope: WorkspaceScope, reportId: string): Promise<ReportToRead> {
  authorizeToSee(scope, 'customer-reports.read')
  const report = await getReport(scope, reportId)
  if (report.state === 'approved') {
    const { content } = await getApprovedReport(scope, reportId)
    return { report, content, problem: '', waiting: 0, read: '' }
  }
  try {
    const composed = await composeReport(scope, report)
    const { content, waitingIds } = composed
    return { report, content, problem: '', waiting: waitingIds.length, read: readMark(composed) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { report, content: null, problem: `${error.message} ${error.remedy}`, waiting: 0, read: '' }
  }
}
