import { Gift, Plus, SearchX } from 'lucide'
import type { Metadata } from 'next'
import { ExportMenu } from '#components/exports/export-menu.tsx'
import { SampleTable } from '#components/samples/sample-table.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSearch, FilterSelect } from '#components/ui/filter-bar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { NavTabs } from '#components/ui/nav-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { writtenCount } from '#components/ui/written.ts'
import { can } from '#lib/domain/roles.ts'
import { SAMPLE_STATE_TABLE, SAMPLE_STATES } from '#lib/domain/samples/sample-states.ts'
import { exportLinksOf } from '#lib/features/exports/export-links.ts'
import { listItemChoices } from '#lib/features/samples/item-queries.ts'
import { readSampleList, type SampleList, sampleListHref } from '#lib/features/samples/sample-list.ts'
import { listSamples } from '#lib/features/samples/sample-list-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Samples' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SamplesPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'samples.read')
  const list = readSampleList(await searchParams)
  const [{ samples, before, after, counts, total }, items] = await Promise.all([
    listSamples(scope, list),
    listItemChoices(scope),
  ])
  const base = `/w/${workspace}/samples`
  const chips = chipsOf(base, list, items)
  const isFirst = total === 0 && chips.length === 0 && !list.state
  const mayWrite = can(scope.role, 'samples.write')
  const offerLink = mayWrite ? (
    <ButtonLink href={`${base}/new`} tone="primary" data-new-link>
      <Icon of={Plus} />
      Offer a sample
    </ButtonLink>
  ) : null

  return (
    <>
      <PageHeader
        title="Samples"
        lead="Things of yours, given without strings. Whatever comes of it, they keep it."
        actions={
          <>
            {!isFirst && can(scope.role, 'exports.run') ? (
              <ExportMenu
                noun="samples"
                files={exportLinksOf(workspace, 'samples', sampleListHref('', list).slice(1))}
              />
            ) : null}
            <ButtonLink href={`${base}/items`}>Items</ButtonLink>
            {isFirst ? null : offerLink}
          </>
        }
      />
      {isFirst ? (
        <EmptyState icon={Gift} title="Nothing given yet" actions={offerLink}>
          Somebody reviews what you make? Offer them one, with words that ask for nothing. Rapport keeps the
          words, the stock and what came of it.
        </EmptyState>
      ) : (
        <>
          <NavTabs
            label="How they stand"
            current={sampleListHref(base, list)}
            tabs={[
              { label: 'All', href: sampleListHref(base, list, { state: '' }) },
              ...SAMPLE_STATES.filter((state) => counts[state] > 0 || list.state === state).map((state) => ({
                label: SAMPLE_STATE_TABLE[state].label,
                href: sampleListHref(base, list, { state }),
                count: writtenCount(counts[state]),
              })),
            ]}
          />
          <FilterBar action={base} label="Find samples" chips={chips} clearHref={base}>
            <FilterSearch key={`q${list.q}`} label="What, whom or where" defaultValue={list.q} />
            {items.length > 1 ? (
              <FilterSelect
                key={`item${list.item}`}
                name="item"
                label="Item"
                choices={items.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={list.item}
              />
            ) : null}
            {list.state ? <input type="hidden" name="state" value={list.state} /> : null}
          </FilterBar>
          {samples.length === 0 ? (
            <EmptyState
              icon={SearchX}
              title="Nothing fits that"
              actions={<ButtonLink href={base}>Show all samples</ButtonLink>}
            >
              Take a filter away, or look under another state.
            </EmptyState>
          ) : (
            <>
              <SampleTable samples={samples} base={base} now={scope.now} timeZone={scope.timeZone} />
              <Pagination
                summary={`${writtenCount(total)} ${total === 1 ? 'sample' : 'samples'}`}
                previousHref={before ? sampleListHref(base, list, { before }) : undefined}
                nextHref={after ? sampleListHref(base, list, { after }) : undefined}
              />
            </>
          )}
        </>
      )}
    </>
  )
}

function chipsOf(base: string, list: SampleList, items: readonly { id: string; name: string }[]) {
  const chips: { label: string; href: string }[] = []
  if (list.q) chips.push({ label: `“${list.q}”`, href: sampleListHref(base, list, { q: '' }) })
  if (list.item) {
    const item = items.find(({ id }) => id === list.item)
    chips.push({
      label: item?.name ?? 'An item that is not here',
      href: sampleListHref(base, list, { item: '' }),
    })
  }
  return chips
}
