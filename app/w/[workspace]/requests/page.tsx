import { Megaphone } from 'lucide'
import type { Metadata } from 'next'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { RequestTable } from '#components/requests/request-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { can } from '#lib/domain/roles.ts'
import { exportLinksOf } from '#lib/features/exports/export-links.ts'
import { readRequestList } from '#lib/features/requests/request-list.ts'
import { hasRequests, listRequests } from '#lib/features/requests/request-list-queries.ts'
import {
  REQUEST_SHOWS,
  type RequestFilters,
  type RequestShow,
} from '#lib/features/requests/request-schema.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Requests' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const SHOWS: Readonly<Record<RequestShow, { label: string; caption: string; empty: string }>> = {
  open: {
    label: 'Open',
    caption: 'Open requests, the nearest deadline first',
    empty: 'Nothing waits for an answer. That is a fine state of things.',
  },
  late: {
    label: 'Deadline passed',
    caption: 'Requests whose deadline passed without an answer',
    empty: 'None has passed its deadline.',
  },
  answered: {
    label: 'Answered',
    caption: 'Answered requests, longest ago first',
    empty: 'No answer is with anybody at the moment.',
  },
  closed: { label: 'Closed', caption: 'Closed requests, the newest first', empty: 'None is closed yet.' },
  all: { label: 'All', caption: 'All requests, the newest first', empty: 'None is like that.' },
}

export default async function RequestsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'requests.read')
  const filters = readRequestList(await searchParams)
  const [{ requests, before, after }, hasAny, sites] = await Promise.all([
    listRequests(scope, filters),
    hasRequests(scope),
    listSites(scope),
  ])
  const home = `/w/${workspace}/requests`
  const hrefOf = (changed: Partial<RequestFilters>) =>
    addressOf(home, { ...filters, ...FIRST_PAGE, ...changed })
  const takeIn = can(scope.role, 'requests.write') ? (
    <ButtonLink href={`${home}/new`} tone="primary" data-new-link>
      <Icon of={Megaphone} />
      Take in requests
    </ButtonLink>
  ) : null
  if (!hasAny) {
    return (
      <>
        <PageHeader title="Requests" />
        <EmptyState icon={Megaphone} title="No request yet" actions={takeIn}>
          Journalists ask for people who know something from doing it. Paste the mail you got, keep the few
          that are yours, and answer them before their deadline.
        </EmptyState>
      </>
    )
  }
  const { caption, empty } = SHOWS[filters.show]
  const site = sites.find(({ id }) => id === filters.site)
  const chips = [
    ...(filters.q ? [{ label: `“${filters.q}”`, href: hrefOf({ q: '' }) }] : []),
    ...(site ? [{ label: site.name, href: hrefOf({ site: null }) }] : []),
  ]
  return (
    <>
      <PageHeader
        title="Requests"
        lead="Calls for sources, by their deadline. Most are somebody else’s; the few that are yours are worth an hour."
        actions={
          <>
            {can(scope.role, 'exports.run') ? (
              <ExportMenu
                noun="requests"
                files={exportLinksOf(
                  workspace,
                  'requests',
                  addressOf('', { ...filters, ...FIRST_PAGE }).slice(1),
                )}
              />
            ) : null}
            {takeIn}
          </>
        }
      />
      <NavTabs
        label="Requests by where they stand"
        current={hrefOf({})}
        tabs={REQUEST_SHOWS.map((show) => ({ label: SHOWS[show].label, href: hrefOf({ show }) }))}
      />
      <FilterBar action={home} label="Find requests" chips={chips} clearHref={home}>
        {filters.show === 'open' ? null : <input type="hidden" name="show" value={filters.show} />}
        <FilterSearch label="Topic, outlet or journalist" defaultValue={filters.q} />
        <FilterSelect
          name="site"
          label="Site"
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={filters.site ?? ''}
        />
      </FilterBar>
      {requests.length === 0 ? (
        <EmptyState
          icon={Megaphone}
          title={chips.length > 0 ? 'None like that' : 'None here'}
          actions={
            <ButtonLink href={addressOf(home, { ...NO_FILTERS, show: 'all' })}>Show all requests</ButtonLink>
          }
        >
          {chips.length > 0 ? 'Take a filter away, or look through all of them.' : empty}
        </EmptyState>
      ) : (
        <>
          <RequestTable
            requests={requests}
            caption={caption}
            home={home}
            now={scope.now}
            timeZone={scope.timeZone}
          />
          <Pagination
            summary={caption}
            previousHref={before ? hrefOf({ before }) : undefined}
            nextHref={after ? hrefOf({ after }) : undefined}
          />
        </>
      )}
    </>
  )
}

const FIRST_PAGE = { after: '', before: '' }
const NO_FILTERS: RequestFilters = { show: 'open', site: null, q: '', ...FIRST_PAGE }

function addressOf(home: string, filters: RequestFilters): string {
  const chosen = Object.entries(filters).filter(
    ([name, value]) => value && !(name === 'show' && value === 'open'),
  )
  const query = new URLSearchParams(chosen.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${home}?${query}` : home
}
