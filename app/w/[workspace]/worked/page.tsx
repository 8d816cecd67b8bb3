import { ChartNoAxesColumn } from 'lucide'
import type { Metadata } from 'next'
import { WhyNoTest } from '#components/reports/why-no-test.tsx'
import { WorkedRange } from '#components/reports/worked-range.tsx'
import { WorkedTable } from '#components/reports/worked-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/panel.tsx'
import { CAMPAIGN_ROUTE_TABLE } from '#lib/domain/campaign-routes.ts'
import { PROSPECT_KIND_TABLE } from '#lib/domain/prospect-kinds.ts'
import { groupWorked, totalWorked } from '#lib/domain/what-worked.ts'
import { readWorkedList, type WorkedMark, workedHref } from '#lib/features/reports/worked-list.ts'
import { countWhatWorked } from '#lib/features/reports/worked-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'What worked' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function WorkedPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'reports.letters')
  const list = readWorkedList(await searchParams)
  const [cells, sites] = await Promise.all([countWhatWorked(scope, list), listSites(scope)])
  const base = `/w/${workspace}/worked`
  const { sent } = totalWorked(cells)
  const campaigns = new Map(cells.map(({ campaignId, campaignName }) => [campaignId, campaignName]))
  const nameOfCampaign = (id: string) => campaigns.get(id) ?? ''
  const { from, to, site } = list
  const lettersOf = (by: 'campaign' | 'route' | 'kind') => (key: string, what: WorkedMark) =>
    workedHref(`${base}/letters`, { what, from, to, site, [by]: key })

  return (
    <>
      <PageHeader
        title="What worked"
        lead="What came of the letters you sent, in counts. A rate stands beside them where there are twenty letters or more, with how far it may be off."
      />
      <div className="flex flex-col gap-8">
        <WorkedRange scope={scope} base={base} list={list} sites={sites} />
        {sent === 0 ? (
          <EmptyState
            icon={ChartNoAxesColumn}
            title="No letters in this time"
            actions={from || to || site ? <ButtonLink href={base}>Count all of them</ButtonLink> : null}
          >
            As soon as letters were sent, you see here how many were answered, and how many a link came of.
          </EmptyState>
        ) : (
          <>
            <Section title="By campaign">
              <WorkedTable
                caption="What came of letters, by campaign"
                noun="Campaign"
                groups={groupWorked(cells, ({ campaignId }) => campaignId, nameOfCampaign)}
                nameOf={(id) => <bdi>{nameOfCampaign(id)}</bdi>}
                hrefOf={lettersOf('campaign')}
              />
            </Section>
            <Section title="By route">
              <WorkedTable
                caption="What came of letters, by route"
                noun="Route"
                groups={groupWorked(cells, ({ route }) => route)}
                nameOf={(route) => CAMPAIGN_ROUTE_TABLE[route].label}
                hrefOf={lettersOf('route')}
              />
            </Section>
            <Section title="By kind of outlet">
              <WorkedTable
                caption="What came of letters, by kind of outlet"
                noun="Kind"
                groups={groupWorked(cells, ({ kind }) => kind)}
                nameOf={(kind) => PROSPECT_KIND_TABLE[kind].plural}
                hrefOf={lettersOf('kind')}
              />
            </Section>
            <div className="max-w-measure text-sm text-ink-soft">
              <p>
                Largest first, never best first: among small groups the best rate is mostly luck. The range
                after a rate is where it lies in 95 cases of 100. A letter is linked when a look saw a link on
                a page recorded for it, once at least; it is answered when they wrote back, a no included.
              </p>
            </div>
          </>
        )}
        <WhyNoTest sent={sent} />
      </div>
    </>
  )
}
