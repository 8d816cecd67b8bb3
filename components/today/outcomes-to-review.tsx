import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { listOutcomesToReview } from '#lib/features/mentions/review-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { TodayRow, TodaySection } from './today-list.tsx'

type OutcomesToReviewProps = {
  scope: WorkspaceScope
  home: string
  waiting: Awaited<ReturnType<typeof listOutcomesToReview>>
}

/** Outcomes that changed or that nobody can tell, longest waiting first: the queue's beginning. */
export function OutcomesToReview({ scope, home, waiting: { mentions, total } }: OutcomesToReviewProps) {
  return (
    <TodaySection title="Outcomes to review" count={total}>
      {mentions.map((mention, index) => (
        <TodayRow
          key={mention.id}
          href={`${home}/mentions/${mention.id}`}
          who={<span className="line-clamp-1 wrap-anywhere">{readableAddress(mention.url)}</span>}
          facts={
            <span className="inline-flex flex-wrap items-baseline gap-x-2">
              <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
              <span>
                <bdi>{mention.site.name}</bdi>
                {mention.reviewSince ? (
                  <>
                    {', waiting since '}
                    <RelativeTime then={mention.reviewSince} now={scope.now} timeZone={scope.timeZone} />
                  </>
                ) : null}
              </span>
            </span>
          }
          action={
            index === 0 ? (
              <ButtonLink href={`${home}/review`} tone="primary">
                Review
              </ButtonLink>
            ) : null
          }
        />
      ))}
    </TodaySection>
  )
}
