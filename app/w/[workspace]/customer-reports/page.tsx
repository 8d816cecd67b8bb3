import { Newspaper, Plus } from 'lucide'
import type { Metadata } from 'next'
import { ReportStateBadge } from '#components/customer-reports/report-state-badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { writtenDay } from '#components/ui/written.ts'
import { dayText } from '#lib/domain/calendar-day.ts'
import { can } from '#lib/domain/roles.ts'
import { listReports } from '#lib/features/customer-reports/report-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Reports for customers' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CustomerReportsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'customer-reports.read')
  const asked = await searchParams
  const place = { after: searchText(asked.after, 4_000), before: searchText(asked.before, 4_000) }
  const { reports, before, after } = await listReports(scope, place)
  const base = `/w/${workspace}/customer-reports`
  const mayWrite = can(scope.role, 'customer-reports.write')
  const write = mayWrite ? (
    <ButtonLink href={`${base}/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Write a report
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHeader
        title="Reports for customers"
        lead={
          mayWrite
            ? 'What came of some time, with the evidence. Somebody reads it before it goes out; then it says for good what it says.'
            : 'What came of some time, with the evidence.'
        }
        actions={reports.length > 0 ? write : null}
      />
      {reports.length === 0 ? (
        <EmptyState icon={Newspaper} title="No report yet" actions={write}>
          {mayWrite
            ? 'Choose a site and a time, write a few words, and see the page as your customer will.'
            : 'Reports stand here as soon as they are approved.'}
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Reports for customers, newest first"
            head={
              <>
                <Th>Report</Th>
                <Th>Site</Th>
                <Th>Time</Th>
                <Th>State</Th>
                <Th>Written by</Th>
              </>
            }
          >
            {reports.map(({ id, title, site, fromDay, toDay, state, writer }) => (
              <Tr key={id}>
                <Td>
                  <RowLink href={`${base}/${id}`}>
                    <bdi>{title}</bdi>
                  </RowLink>
                </Td>
                <Td label="Site">
                  <bdi>{site.name}</bdi>
                </Td>
                <Td label="Time">
                  {writtenDay(dayText(fromDay))} to {writtenDay(dayText(toDay))}
                </Td>
                <Td label="State">
                  <ReportStateBadge state={state} />
                </Td>
                <Td label="Written by">
                  <bdi>{writer.name}</bdi>
                </Td>
              </Tr>
            ))}
          </Table>
          {before || after ? (
            <Pagination
              summary="Newest first"
              previousHref={before ? `${base}?before=${before}` : undefined}
              nextHref={after ? `${base}?after=${after}` : undefined}
            />
          ) : null}
        </>
      )}
    </>
  )
}
