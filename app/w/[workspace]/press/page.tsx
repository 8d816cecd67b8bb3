import { Newspaper } from 'lucide'
import type { Metadata } from 'next'
import { PressEntries } from '#components/press/press-entries.tsx'
import { PrintButton } from '#components/press/print-button.tsx'
import { ButtonLink, buttonClass } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { can } from '#lib/domain/roles.ts'
import { pressListHref, readPressList } from '#lib/features/mentions/press-list.ts'
import { findPressPage } from '#lib/features/mentions/press-page-queries.ts'
import { listPress, PRESS_PER_PAGE } from '#lib/features/mentions/press-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Press list' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function PressPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'mentions.read')
  const list = readPressList(await searchParams)
  const [{ press, total, withLink, page, pages }, sites] = await Promise.all([
    listPress(scope, list),
    listSites(scope),
  ])
  const home = `/w/${workspace}`
  const base = `${home}/press`
  const site = sites.find(({ id }) => id === list.site)
  // Of several sites, one is chosen first.
  const pressSite = site ?? (sites.length === 1 ? sites[0] : undefined)
  const publicHref = pressSite ? ((await findPressPage(scope, pressSite.id))?.href ?? null) : null
  const href = (change: Partial<typeof list>) => pressListHref(base, { ...list, ...change })

  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mentions', href: `${home}/mentions` }]}
        title={site ? <bdi className="wrap-anywhere">Press about {site.name}</bdi> : 'Press list'}
        lead="Every page about you that stands today, with a link or without. Good press is both."
        facts={total > 0 ? <span>{countsOf(total, withLink)}</span> : undefined}
        actions={
          <>
            {publicHref ? (
              <a href={publicHref} className={buttonClass()}>
                The public page
              </a>
            ) : null}
            {pressSite && can(scope.role, 'mentions.write') ? (
              <ButtonLink href={`${base}/${pressSite.id}`}>
                {publicHref ? 'Its settings' : 'A public page'}
              </ButtonLink>
            ) : null}
            {total > 0 ? <PrintButton /> : null}
          </>
        }
      />
      {sites.length > 1 ? (
        <div className="print:hidden">
          <FilterBar
            action={base}
            label="Narrow the press list"
            chips={list.site ? [{ label: site?.name ?? 'A site that is not here', href: base }] : []}
          >
            <FilterSelect
              key={list.site}
              name="site"
              label="Site"
              choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={list.site}
            />
          </FilterBar>
        </div>
      ) : null}
      {total === 0 ? (
        <EmptyState
          icon={Newspaper}
          title="No press yet"
          actions={<ButtonLink href={`${home}/mentions`}>All mentions</ButtonLink>}
        >
          Pages appear here as soon as a look has found your link or your name on them, or somebody has said
          that they are about you.
        </EmptyState>
      ) : (
        <>
          <PressEntries
            press={press}
            home={home}
            showSite={sites.length > 1 && !site}
            timeZone={scope.timeZone}
          />
          {pages > 1 ? (
            <Pagination
              summary={`Page ${page} of ${pages}, ${PRESS_PER_PAGE} on each`}
              previousHref={page > 1 ? href({ page: page - 1 }) : undefined}
              nextHref={page < pages ? href({ page: page + 1 }) : undefined}
            />
          ) : null}
        </>
      )}
    </>
  )
}

/** Links and mentions without one are told apart, never as one number of successes. */
function countsOf(total: number, withLink: number): string {
  const without = total - withLink
  const links = withLink === 1 ? '1 page with a link' : `${withLink} pages with a link`
  return without === 0 ? links : `${links}, ${without} without`
}
