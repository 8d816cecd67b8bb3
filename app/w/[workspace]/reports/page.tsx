import type { Metadata } from 'next'
import { PrintButton } from '#components/press/print-button.tsx'
import { LetterSections, ReachSection } from '#components/reports/letter-sections.tsx'
import { OutcomeSections } from '#components/reports/outcome-sections.tsx'
import { ReportFilters } from '#components/reports/report-filters.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { can } from '#lib/domain/roles.ts'
import { listCampaignChoices } from '#lib/features/campaigns/campaign-queries.ts'
import { readLetterNumbers } from '#lib/features/reports/letter-numbers-queries.ts'
import { readOutcomeNumbers } from '#lib/features/reports/outcome-numbers-queries.ts'
import type { ReportChoice } from '#lib/features/reports/report-choice.ts'
import {
  countedDays,
  type ReportList,
  readReportList,
  reportHref,
} from '#lib/features/reports/report-list.ts'
import { listReportMembers } from '#lib/features/reports/report-member-queries.ts'
import { readWayNumbers } from '#lib/features/reports/report-way-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

export const metadata: Metadata = { title: 'Reports' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'reports.read')
  const list = readReportList(await searchParams)
  const choice = { ...countedDays(list), site: list.site, campaign: list.campaign, member: list.member }
  const seesLetters = can(scope.role, 'reports.letters')
  const [outcomes, ofLetters, sites, campaigns, members] = await Promise.all([
    readOutcomeNumbers(scope, {
      ...choice,
      siteId: choice.site,
      campaignId: choice.campaign,
      memberId: choice.member,
    }),
    seesLetters ? numbersOfLetters(scope, choice) : null,
    listSites(scope),
    seesLetters ? listCampaignChoices(scope) : [],
    seesLetters ? listReportMembers(scope) : [],
  ])
  const base = `/w/${workspace}/reports`
  const rowsHref = (said: Parameters<typeof reportHref>[1]) =>
    reportHref(`${base}/rows`, { ...choice, ...said })
  return (
    <>
      <PageHeader
        title="Reports"
        lead="What you did and what came of it. Every number opens the rows it counts."
        facts={
          <span className="hidden print:inline">{printedChoice(list, { sites, campaigns, members })}</span>
        }
        actions={<PrintButton />}
      />
      <div className="flex flex-col gap-8">
        <ReportFilters
          scope={scope}
          base={base}
          list={list}
          sites={sites}
          campaigns={campaigns}
          members={members}
        />
        <OutcomeSections
          numbers={outcomes}
          days={choice}
          hrefOf={(number, more) => rowsHref({ number, ...more })}
        />
        {ofLetters ? (
          <>
            <LetterSections
              letters={ofLetters.letters}
              hrefOf={(number, route) => rowsHref({ number, route })}
            />
            <ReachSection
              {...ofLetters}
              outcomes={outcomes}
              hrefOf={(number, more) => rowsHref({ number, ...more })}
            />
          </>
        ) : null}
        <p className="max-w-measure text-sm text-ink-soft">
          A range after a rate is where it lies in 95 cases of 100 (Wilson); below twenty there are counts
          only. The share of links still standing is Kaplan and Meier&rsquo;s, its band Greenwood&rsquo;s.
          Links and mentions without one are never added up.
        </p>
      </div>
    </>
  )
}

async function numbersOfLetters(scope: WorkspaceScope, choice: ReportChoice) {
  const [letters, ways] = await Promise.all([readLetterNumbers(scope, choice), readWayNumbers(scope, choice)])
  return { letters, ways }
}

type Named = readonly { id: string; name: string }[]

/** What stands in the filters, for a page on paper. */
function printedChoice(
  list: ReportList,
  { sites, campaigns, members }: { sites: Named; campaigns: Named; members: Named },
): string {
  const nameIn = (some: Named, id: string) => some.find((each) => each.id === id)?.name
  const { from, to } = countedDays(list)
  return [
    from || to ? `${from || 'the beginning'} to ${to || 'today'}` : 'All time',
    nameIn(sites, list.site),
    nameIn(campaigns, list.campaign),
    nameIn(members, list.member),
  ]
    .filter(Boolean)
    .join(' · ')
}
