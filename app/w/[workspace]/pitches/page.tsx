import { PenLine } from 'lucide'
import type { Metadata } from 'next'
import { PitchTable } from '#components/pitches/pitch-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { CLOSING_REASON_TABLE, CLOSING_REASONS, PITCH_STATE_TABLE } from '#lib/domain/pitch-states.ts'
import { can } from '#lib/domain/roles.ts'
import { listCampaignChoices } from '#lib/features/campaigns/campaign-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { countPitchesByState, listPitches } from '#lib/features/pitches/pitch-list-queries.ts'
import { listWriters } from '#lib/features/pitches/pitch-queries.ts'
import { listPitchesSchema, type PitchFilters } from '#lib/features/pitches/pitch-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Pitches' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PitchesPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'pitches.read')
  const filters = filtersIn(await searchParams)
  const [{ pitches, before, after, isCut }, counts, campaigns, writers] = await Promise.all([
    listPitches(scope, filters),
    countPitchesByState(scope),
    listCampaignChoices(scope),
    listWriters(scope),
  ])
  const home = `/w/${workspace}/pitches`
  const hrefOf = (changed: Partial<PitchFilters>) =>
    addressOf(home, { ...filters, ...FIRST_PAGE, ...changed })
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const mayWrite = can(scope.role, 'pitches.write')
  const newLink = mayWrite ? (
    <ButtonLink href={`${home}/new`} tone="primary" data-new-link>
      <Icon of={PenLine} />
      Write a pitch
    </ButtonLink>
  ) : null

  if (all === 0) {
    return (
      <>
        <PageHeader title="Pitches" />
        <EmptyState icon={PenLine} title="No pitch yet" actions={newLink}>
          A pitch is one short letter to one person, about something of theirs you have read. Rapport checks
          it while you write, and you send it yourself.
        </EmptyState>
      </>
    )
  }
  const chosenCampaign = campaigns.find((campaign) => campaign.id === filters.campaign)
  const chosenWriter = writers.find((writer) => writer.id === filters.writer)
  const chips = [
    ...(filters.q ? [{ label: `“${filters.q}”`, href: hrefOf({ q: '' }) }] : []),
    ...(chosenCampaign ? [{ label: chosenCampaign.name, href: hrefOf({ campaign: null }) }] : []),
    ...(chosenWriter ? [{ label: chosenWriter.name, href: hrefOf({ writer: null }) }] : []),
    ...(filters.closed
      ? [{ label: CLOSING_REASON_TABLE[filters.closed].label, href: hrefOf({ closed: null }) }]
      : []),
  ]
  return (
    <>
      <PageHeader title="Pitches" lead="One letter, one person, one follow-up." actions={newLink} />
      <NavTabs
        label="Pitches by state"
        current={addressOf(home, { ...filters, ...FIRST_PAGE, closed: null })}
        tabs={TABS.map((state) => ({
          label: state === null ? 'All' : state === 'won' ? 'Mentioned' : PITCH_STATE_TABLE[state].label,
          href: hrefOf({ state, closed: null }),
          count: state === null || state === 'won' ? undefined : writtenCount(counts[state] ?? 0),
        }))}
      />
      <FilterBar action={home} label="Find pitches" chips={chips} clearHref={home}>
        {filters.state ? <input type="hidden" name="state" value={filters.state} /> : null}
        <FilterSearch label="Subject, prospect or person" defaultValue={filters.q} />
        <FilterSelect
          name="campaign"
          label="Campaign"
          choices={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }))}
          defaultValue={filters.campaign ?? ''}
        />
        <FilterSelect
          name="writer"
          label="Writer"
          choices={writers.map((writer) => ({ value: writer.id, label: writer.name }))}
          defaultValue={filters.writer ?? ''}
        />
        {filters.state === 'closed' ? (
          <FilterSelect
            name="closed"
            label="How it ended"
            choices={CLOSING_REASONS.map((reason) => ({
              value: reason,
              label: CLOSING_REASON_TABLE[reason].label,
            }))}
            defaultValue={filters.closed ?? ''}
          />
        ) : null}
      </FilterBar>
      {pitches.length === 0 ? (
        <EmptyState
          icon={PenLine}
          title={isCut ? 'None so far' : 'None like that'}
          actions={
            <>
              {isCut && after ? <ButtonLink href={hrefOf({ after })}>Look further back</ButtonLink> : null}
              {isCut && !after && before ? (
                <ButtonLink href={hrefOf({ before })}>Look further ahead</ButtonLink>
              ) : null}
              <ButtonLink href={home}>Show all pitches</ButtonLink>
            </>
          }
        >
          {isCut
            ? 'You have very many pitches, and these words are not among those looked through so far.'
            : 'No pitch fits what you chose. Take a filter away, or look through all of them.'}
        </EmptyState>
      ) : (
        <>
          {isCut ? (
            <div className="mb-3">
              <Notice tone="neutral" title="Not searched to the end yet">
                Many pitches hold these words, and few of them stand here. The next page looks further.
              </Notice>
            </div>
          ) : null}
          <PitchTable pitches={pitches} home={`/w/${workspace}`} now={scope.now} timeZone={scope.timeZone} />
          <Pagination
            summary="Last changed first"
            previousHref={before ? hrefOf({ before }) : undefined}
            nextHref={after ? hrefOf({ after }) : undefined}
          />
        </>
      )}
    </>
  )
}

const FIRST_PAGE = { after: '', before: '' }

const TABS = [null, 'draft', 'in-review', 'ready', 'sent', 'answered', 'closed', 'won'] as const

function filtersIn(search: Record<string, string | string[] | undefined>): PitchFilters {
  return listPitchesSchema.parse({
    q: searchText(search.q),
    state: searchText(search.state) || null,
    closed: searchText(search.closed) || null,
    campaign: searchText(search.campaign) || null,
    writer: searchText(search.writer) || null,
    after: search.after,
    before: search.before,
  })
}

function addressOf(home: string, filters: PitchFilters): string {
  const chosen = Object.entries(filters).filter(([, value]) => value)
  const query = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${home}?${query}` : home
}
