import { RequestStandingBadge } from '#components/requests/standing-badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import type { listRequestsOfProspect } from '#lib/features/requests/request-queries.ts'
import { blockRowClass, PageBlock } from './page-block.tsx'

type RequestsSectionProps = {
  home: string
  requests: Awaited<ReturnType<typeof listRequestsOfProspect>>
  now: Date
  timeZone: string
}

/** What they asked for in calls for sources, newest first; nothing where they never did. */
export function RequestsSection({ home, requests, now, timeZone }: RequestsSectionProps) {
  if (requests.length === 0) return null
  return (
    <PageBlock title="What they asked for" flush>
      <ul>
        {requests.map(({ id, topic, standing, createdAt }) => (
          <li key={id} className={blockRowClass}>
            <Link
              href={`${home}/requests/${id}`}
              data-row-link
              className="ink-link min-w-0 flex-1 basis-64 font-medium wrap-anywhere"
            >
              <bdi>{topic}</bdi>
            </Link>
            <RequestStandingBadge standing={standing} />
            <span className="text-sm text-ink-soft">
              <RelativeTime then={createdAt} now={now} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </PageBlock>
  )
}
