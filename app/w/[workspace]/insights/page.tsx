import { Lightbulb, Plus } from 'lucide'
import type { Metadata } from 'next'
import { Day } from '#components/contributions/day-of-work.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { RowLink, Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { dayText } from '#lib/domain/calendar-day.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { exportLinksOf } from '#lib/features/exports/export-links.ts'
import { listInsights } from '#lib/features/insights/insight-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Insights' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function InsightsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'insights.read')
  const asked = await searchParams
  const list = { after: searchText(asked.after, 4_000), before: searchText(asked.before, 4_000) }
  const { insights, before, after } = await listInsights(scope, list)
  const home = `/w/${workspace}`
  const base = `${home}/insights`
  const add = can(scope.role, 'insights.write') ? (
    <ButtonLink href={`${base}/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Add an insight
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Work with outlets', href: `${home}/contributions` }]}
        title="Insights"
        lead="What you published that nobody could read elsewhere: a count, a test, a survey. Others cite such things by themselves."
        actions={
          insights.length === 0 ? null : (
            <>
              {can(scope.role, 'exports.run') ? (
                <ExportMenu noun="insights" files={exportLinksOf(workspace, 'insights', '')} />
              ) : null}
              {add}
            </>
          )
        }
      />
      {insights.length === 0 ? (
        <EmptyState icon={Lightbulb} title="No insight yet" actions={add}>
          Put down a page of yours with something new in it. Whenever a look finds a page that links to it or
          cites it, the two are tied here.
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Insights, newest first"
            head={
              <>
                <Th>Insight</Th>
                <Th>Site</Th>
                <Th>Published</Th>
                <Th numeric>Cited by</Th>
                <Th numeric>With a link</Th>
              </>
            }
          >
            {insights.map(({ id, title, url, siteName, publishedOn, citing, linking }) => (
              <Tr key={id}>
                <Td>
                  <RowLink href={`${base}/${id}`}>
                    <bdi>{title}</bdi>
                  </RowLink>
                  <div className="row-sub">{readableAddress(url)}</div>
                </Td>
                <Td label="Site">
                  <bdi>{siteName}</bdi>
                </Td>
                <Td label="Published">{publishedOn ? <Day date={dayText(publishedOn)} /> : 'Not noted'}</Td>
                <Td label="Cited by" numeric>
                  {writtenCount(citing)}
                </Td>
                <Td label="With a link" numeric>
                  {writtenCount(linking)}
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
