import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReportForm } from '#components/customer-reports/report-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { dayText } from '#lib/domain/calendar-day.ts'
import { OPEN_STATES } from '#lib/domain/customer-reports/report-states.ts'
import { changeReportAction } from '#lib/features/customer-reports/report-actions.ts'
import { getReport } from '#lib/features/customer-reports/report-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Change a report' }

type Props = { params: Promise<{ workspace: string; reportId: string }> }

export default async function EditCustomerReportPage({ params }: Props) {
  const { workspace, reportId } = await params
  const scope = await requireWorkspace(workspace, 'customer-reports.write')
  const report = await found(getReport(scope, pageId(reportId)))
  if (!OPEN_STATES.includes(report.state)) notFound()
  const base = `/w/${workspace}/customer-reports`
  const back = `${base}/${reportId}`
  const { title, fromDay, toDay, sections, words, version, site } = report
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Reports for customers', href: base },
          { label: title, href: back },
        ]}
        title="Change it"
        lead={`It is about ${site.name}. For another site, write another report.`}
      />
      <ReportForm
        action={changeReportAction}
        hidden={{ workspace, reportId, version }}
        sites={[]}
        known={{ title, from: dayText(fromDay), to: dayText(toDay), sections, words }}
        back={back}
        submitLabel="See how it looks"
      />
    </>
  )
}
