import { ClipboardCheck } from 'lucide'
import type { Metadata } from 'next'
import { ReviewSheet } from '#components/review/review-sheet.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { FilterBar, FilterSelect } from '#components/ui/filter-bar.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { readReviewList, reviewListHref } from '#lib/features/mentions/review-list.ts'
import { getReview } from '#lib/features/mentions/review-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Review' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'outcomes.review')
  const list = readReviewList(await searchParams)
  const [review, sites] = await Promise.all([getReview(scope, list), listSites(scope)])
  const base = `/w/${workspace}/review`
  const at = (after: string | null) => (after === null ? null : reviewListHref(base, { ...list, after }))
  const site = sites.find(({ id }) => id === list.site)

  return (
    <>
      <PageHeader
        title="Review"
        lead="Outcomes that changed, or that nobody can tell. Look at what was seen, then decide."
        facts={review.mention ? <span>{`${review.number} of ${review.total} that wait`}</span> : undefined}
      />
      {sites.length > 1 ? (
        <FilterBar
          action={base}
          label="Narrow the queue"
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
      ) : null}
      {review.mention ? (
        <ReviewSheet
          // Words about the last decision stay while one stays in place, and go with the place.
          key={list.after + list.site}
          scope={scope}
          mention={review.mention}
          previousHref={at(review.previousAfter)}
          nextHref={at(review.nextAfter)}
        />
      ) : review.total > 0 ? (
        <EmptyState
          icon={ClipboardCheck}
          title="That was the last one"
          actions={
            <ButtonLink href={reviewListHref(base, { site: list.site })} tone="primary">
              Back to the first
            </ButtonLink>
          }
        >
          {review.total === 1
            ? 'One that you left for later still waits.'
            : `${review.total} that you left for later still wait.`}
        </EmptyState>
      ) : (
        <EmptyState
          icon={ClipboardCheck}
          title="Nothing waits for you"
          actions={<ButtonLink href={`/w/${workspace}/mentions`}>All mentions</ButtonLink>}
        >
          When a link comes, changes or goes, or looks cannot tell what is there, you find it here with the
          evidence, before anybody else hears of it.
        </EmptyState>
      )}
    </>
  )
}
