import { randomUUID } from 'node:crypto'
import { REPORT_SECTIONS } from '#lib/domain/customer-reports/report-states.ts'
import { readReport } from '#lib/features/customer-reports/read-report.ts'
import { addReport } from '#lib/features/customer-reports/report-commands.ts'
import { addReportSchema } from '#lib/features/customer-reports/report-schema.ts'
import { approveReport, askForReview } from '#lib/features/customer-reports/review-commands.ts'
import { shareReport } from '#lib/features/customer-reports/share-commands.ts'
import type { DemoReport } from './demo-story.ts'
import type { Stage } from './play-story.ts'

const SHARED_DAYS = 365

/** A report for a customer, as far as it got: written, given to review, approved and shared. */
export async function playReport(stage: Stage, report: DemoReport) {
  const { site, title, words, by, day, from, to, asked, approved } = report
  const { reportId } = await addReport(
    stage.as(by, day),
    addReportSchema.parse({
      ...{ siteId: stage.siteIds[site], title, words, once: randomUUID(), sections: [...REPORT_SECTIONS] },
      ...{ from: dayAgo(stage, by, from), to: dayAgo(stage, by, to) },
    }),
  )
  if (asked === undefined) return
  await askForReview(stage.as(by, asked, 20), { reportId })
  if (!approved) return
  const reviewer = stage.as(approved.by, approved.day, 40)
  const { read, waiting } = await readReport(reviewer, reportId)
  const reason = waiting > 0 ? 'They asked for it by tonight; the looks follow.' : ''
  await approveReport(reviewer, { reportId, read, reason })
  await shareReport(stage.as(by, approved.day, 50), { reportId, days: SHARED_DAYS, password: '' })
}

function dayAgo(stage: Stage, by: number, days: number): string {
  return stage.as(by, days).now.toISOString().slice(0, 10)
}
