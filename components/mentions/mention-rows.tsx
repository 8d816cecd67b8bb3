import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { MentionOutcomeBadge } from './outcome-badge.tsx'

type Mention = {
  id: string
  url: string
  provenance: string
  outcome: string
  outcomeAt: Date | null
  createdAt: Date
  site: { name: string }
}

type MentionRowsProps = {
  mentions: readonly Mention[]
  /** "/w/fernway". */
  home: string
  now: Date
  timeZone: string
}

/** Mentions inside the page of something else: the address, whose it is, and what the last look said. */
export function MentionRows({ mentions, home, now, timeZone }: MentionRowsProps) {
  return (
    <ul className="divide-y divide-line">
      {mentions.map((mention) => (
        <li key={mention.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
          <div className="min-w-0 flex-1 basis-64">
            <Link
              href={`${home}/mentions/${mention.id}`}
              data-row-link
              className="ink-link font-semibold wrap-anywhere"
            >
              {readableAddress(mention.url)}
            </Link>
            <p className="text-sm text-ink-soft">
              For <bdi>{mention.site.name}</bdi>
            </p>
          </div>
          <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
          <span className="text-sm text-ink-soft">
            <RelativeTime then={mention.outcomeAt ?? mention.createdAt} now={now} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  )
}
