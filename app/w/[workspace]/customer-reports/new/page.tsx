import { randomUUID } from 'node:crypto'
import { Globe } from 'lucide'
import type { Metadata } from 'next'
import { ReportForm } from '#components/customer-reports/report-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { REPORT_SECTIONS } from '#lib/domain/customer-reports/report-states.ts'
import { lastMonth } from '#lib/domain/customer-reports/report-time.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { can } from '#lib/domain/roles.ts'
import { addReportAction } from '#lib/features/customer-reports/report-actions.ts'
import { searchText } from '#lib/features/page-params.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Write a report' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NewCustomerReportPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'customer-reports.write')
  const [sites, asked] = await Promise.all([listSites(scope), searchParams])
  const base = `/w/${workspace}/customer-reports`
  const crumbs = [{ label: 'Reports for customers', href: base }]
  if (sites.length === 0) {
    const add = can(scope.role, 'sites.write') ? (
      <ButtonLink href={`/w/${workspace}/sites/new`} tone="primary">
        Add a site
      </ButtonLink>
    ) : null
    return (
      <>
        <PageHeader crumbs={crumbs} title="Write a report" />
        <EmptyState icon={Globe} title="First, a site" actions={add}>
          A report tells of one of your sites.
        </EmptyState>
      </>
    )
  }
  const siteId = searchText(asked.site) || (sites.length === 1 ? sites[0]?.id : undefined)
  const month = lastMonth(localDateOf(scope.now, scope.timeZone))
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title="Write a report"
        lead="The month that is over is filled in. You see the page as your customer will before anybody else does."
      />
      <ReportForm
        action={addReportAction}
        hidden={{ workspace, once: randomUUID() }}
        sites={sites}
        known={{
          ...{ siteId, title: month.title, from: month.from, to: month.to },
          ...{ sections: REPORT_SECTIONS, words: '' },
        }}
        back={base}
        submitLabel="See how it looks"
      />
    </>
  )
}
