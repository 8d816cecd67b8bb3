import { CopyCheck } from 'lucide'
import type { Metadata } from 'next'
import { PairCard } from '#components/duplicates/pair-card.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { can } from '#lib/domain/roles.ts'
import { askForSearchAction } from '#lib/features/duplicates/duplicate-actions.ts'
import { getDuplicateSearch, listDuplicatePairs } from '#lib/features/duplicates/duplicate-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Duplicates' }

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<{ after?: string | string[] }> }

export default async function DuplicatesPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const after = searchText((await searchParams).after)
  const [{ pairs, next }, search] = await Promise.all([
    listDuplicatePairs(scope, after),
    getDuplicateSearch(scope),
  ])
  const base = `/w/${workspace}/duplicates`
  const mayWrite = can(scope.role, 'prospects.write')
  const isSearching = search !== null && search.state !== 'idle'
  return (
    <>
      <PageHeader
        title="Duplicates"
        lead="One outlet, one person. Pairs that may be the same, with what says so. Nothing is merged until you say so, and every merge can be undone."
        actions={
          mayWrite ? (
            <ActionForm action={askForSearchAction} hidden={{ workspace }} label="Search the book">
              <SubmitButton tone="secondary" pendingLabel="Asking">
                Search the book now
              </SubmitButton>
            </ActionForm>
          ) : null
        }
      />
      <NavTabs
        label="Duplicates"
        current={base}
        tabs={[
          { label: 'To decide', href: base },
          { label: 'Merged', href: `${base}/merged` },
        ]}
      />
      <p className="my-4 text-ink-soft">
        {isSearching ? (
          'The book is being searched. Load the page again in a moment.'
        ) : search?.finishedAt ? (
          <>
            Last searched <RelativeTime then={search.finishedAt} now={scope.now} timeZone={scope.timeZone} />.
            It happens every night by itself.
          </>
        ) : (
          'The book is searched every night.'
        )}
      </p>
      {pairs.length === 0 ? (
        <EmptyState icon={CopyCheck} title={after ? 'That was all' : 'No pairs to decide'}>
          When two prospects share an address, or two people a name at one outlet, they stand here side by
          side.
        </EmptyState>
      ) : (
        <>
          <Panel title="May be the same" flush>
            <ul className="divide-y divide-line">
              {pairs.map((pair) => (
                <PairCard key={`${pair.one.id}${pair.other.id}`} {...{ pair, workspace, mayWrite }} />
              ))}
            </ul>
          </Panel>
          <Pagination
            summary={pairs.length === 1 ? '1 pair' : `${pairs.length} pairs`}
            previousHref={after ? base : undefined}
            nextHref={next ? `${base}?after=${next}` : undefined}
          />
        </>
      )}
    </>
  )
}
