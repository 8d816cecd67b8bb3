import { ListChecks } from 'lucide'
import type { Metadata } from 'next'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { ReportRowTable } from '#components/reports/report-row-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { CAMPAIGN_ROUTE_TABLE } from '#lib/domain/campaign-routes.ts'
import { can } from '#lib/domain/roles.ts'
import { listCampaignChoices } from '#lib/features/campaigns/campaign-queries.ts'
import { found } from '#lib/features/page-params.ts'
import { type ReportRows, readReportRows, reportHref } from '#lib/features/reports/report-list.ts'
import { listReportMembers } from '#lib/features/reports/report-member-queries.ts'
import { titleOfRows } from '#lib/features/reports/report-numbers.ts'
import { listReportRows } from '#lib/features/reports/report-row-queries.ts'
import { REPORT_WAY_TABLE } from '#lib/features/reports/report-ways.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Rows behind a number' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ReportRowsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'reports.read')
  const asked = readReportRows(await searchParams)
  const seesLetters = can(scope.role, 'reports.letters')
  const [{ rows, before, after }, sites, campaigns, members] = await Promise.all([
    found(listReportRows(scope, asked)),
    listSites(scope),
    seesLetters ? listCampaignChoices(scope) : [],
    seesLetters ? listReportMembers(scope) : [],
  ])
  const home = `/w/${workspace}`
  const { from, to, site, campaign, member } = asked
  const back = reportHref(`${home}/reports`, { from, to, site, campaign, member })
  const hrefOf = (path: string, place: { after?: string; before?: string } = {}) =>
    reportHref(`${home}/reports/rows${path}`, { ...asked, after: '', before: '', ...place })
  const of = [
    ...saidOf(asked),
    sites.find(({ id }) => id === site)?.name,
    campaigns.find(({ id }) => id === campaign)?.name,
    members.find(({ id }) => id === member)?.name,
  ].filter(Boolean)
  const csv = hrefOf('/export.csv')
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Reports', href: back }]}
        title={titleOfRows(asked)}
        lead={<span className="wrap-anywhere">{of.length > 0 ? of.join(' · ') : 'Of all time.'}</span>}
        actions={
          can(scope.role, 'exports.run') ? (
            <ExportMenu
              noun="these rows"
              files={[
                { label: 'CSV', href: csv },
                { label: 'CSV for Excel', href: `${csv}&excel=1`, hint: 'The same, marked as UTF-8' },
                { label: 'JSON', href: hrefOf('/export.json') },
              ]}
            />
          ) : null
        }
      />
      {rows.length === 0 ? (
        <EmptyState
          icon={ListChecks}
          title="None like that"
          actions={<ButtonLink href={back}>Back to the report</ButtonLink>}
        >
          Nothing is counted there now. It may have moved to the trash, or stands otherwise meanwhile.
        </EmptyState>
      ) : (
        <>
          <ReportRowTable rows={rows} home={home} now={scope.now} timeZone={scope.timeZone} />
          <Pagination
            summary="Newest first"
            previousHref={before ? hrefOf('', { before }) : undefined}
            nextHref={after ? hrefOf('', { after }) : undefined}
          />
        </>
      )}
    </>
  )
}

function saidOf({ number, route, way, days, from, to }: ReportRows): string[] {
  return [
    way ? REPORT_WAY_TABLE[way].label : '',
    route ? CAMPAIGN_ROUTE_TABLE[route].label : '',
    number === 'keptAtRisk' ? `${days} days or more` : '',
    number === 'keptEnded' ? `within ${days} days` : '',
    from || to ? `${from || 'the beginning'} to ${to || 'today'}` : '',
  ].filter(Boolean)
}
