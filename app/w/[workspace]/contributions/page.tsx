import { CalendarHeart, Plus, SearchX } from 'lucide'
import type { Metadata } from 'next'
import { WorkTable } from '#components/contributions/work-table.tsx'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { CONTRIBUTION_KIND_TABLE, CONTRIBUTION_KINDS } from '#lib/domain/contributions/contribution-kinds.ts'
import {
  CONTRIBUTION_STATE_TABLE,
  CONTRIBUTION_STATES,
} from '#lib/domain/contributions/contribution-states.ts'
import { can } from '#lib/domain/roles.ts'
import {
  type ContributionList,
  contributionListHref,
  readContributionList,
} from '#lib/features/contributions/contribution-list.ts'
import { listContributions } from '#lib/features/contributions/contribution-list-queries.ts'
import { exportLinksOf } from '#lib/features/exports/export-links.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Work with outlets' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ContributionsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'contributions.read')
  const list = readContributionList(await searchParams)
  const [{ contributions, before, after, total }, sites] = await Promise.all([
    listContributions(scope, list),
    listSites(scope),
  ])
  const home = `/w/${workspace}`
  const base = `${home}/contributions`
  const chips = chipsOf(base, list)
  const isFirst = total === 0 && chips.length === 0
  const add = can(scope.role, 'contributions.write') ? (
    <ButtonLink href={`${base}/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Plan something
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHeader
        title="Work with outlets"
        lead="Episodes, interviews, roundups, guest posts and listings: what is agreed, and what is due next."
        actions={
          <>
            {can(scope.role, 'exports.run') && !isFirst ? (
              <ExportMenu
                noun="work"
                files={exportLinksOf(workspace, 'contributions', contributionListHref('', list).slice(1))}
              />
            ) : null}
            <ButtonLink href={`${home}/insights`}>Insights</ButtonLink>
            {isFirst ? null : add}
          </>
        }
      />
      <FilterBar action={base} label="Find work" chips={chips} clearHref={base}>
        <FilterSearch key={`q${list.q}`} label="Title or outlet" defaultValue={list.q} />
        <FilterSelect
          key={`kind${list.kind}`}
          name="kind"
          label="Kind"
          choices={CONTRIBUTION_KINDS.map((value) => ({
            value,
            label: CONTRIBUTION_KIND_TABLE[value].label,
          }))}
          defaultValue={list.kind}
        />
        <FilterSelect
          key={`state${list.state}`}
          name="state"
          label="How far"
          choices={STATE_LABELS}
          defaultValue={list.state}
        />
      </FilterBar>
      {contributions.length === 0 ? (
        <EmptyState
          icon={isFirst ? CalendarHeart : SearchX}
          title={isFirst ? 'Nothing planned' : 'Nothing fits that'}
          actions={isFirst ? add : <ButtonLink href={`${base}?state=all`}>Show all of it</ButtonLink>}
        >
          {isFirst
            ? 'A podcast that wants you, a roundup that asks for a sentence, a guest post, a listing: write down what is agreed, and its days stand in Today and in your calendar.'
            : 'Take a filter away, or look among what has ended.'}
        </EmptyState>
      ) : (
        <>
          <WorkTable
            works={contributions}
            base={base}
            showSite={sites.length > 1}
            now={scope.now}
            timeZone={scope.timeZone}
          />
          <Pagination
            summary={`${writtenCount(total)} ${total === 1 ? 'piece' : 'pieces'} of work`}
            previousHref={before ? contributionListHref(base, list, { before }) : undefined}
            nextHref={after ? contributionListHref(base, list, { after }) : undefined}
          />
        </>
      )}
    </>
  )
}

const STATE_LABELS = [
  { value: 'open', label: 'Under way' },
  ...CONTRIBUTION_STATES.map((value) => ({ value, label: CONTRIBUTION_STATE_TABLE[value].label })),
  { value: 'all', label: 'All of it' },
]

function chipsOf(base: string, list: ContributionList) {
  const chips: { label: string; href: string }[] = []
  if (list.q) chips.push({ label: `“${list.q}”`, href: contributionListHref(base, list, { q: '' }) })
  if (list.kind) {
    const { plural } = CONTRIBUTION_KIND_TABLE[list.kind]
    chips.push({ label: plural, href: contributionListHref(base, list, { kind: '' }) })
  }
  if (list.state !== 'open') {
    const label = STATE_LABELS.find(({ value }) => value === list.state)?.label ?? list.state
    chips.push({ label, href: contributionListHref(base, list, { state: 'open' }) })
  }
  return chips
}
