import { ExternalLink } from 'lucide'
import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { pageName } from '#components/mentions/page-name.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { written, writtenDay } from '#components/ui/written.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { listPress } from '#lib/features/mentions/press-queries.ts'

type PressEntriesProps = {
  press: Awaited<ReturnType<typeof listPress>>['press']
  home: string
  showSite: boolean
  timeZone: string
}

/** Pages about us as one would show them to somebody: who, when, in what words, and where to read it. */
export function PressEntries({ press, home, showSite, timeZone }: PressEntriesProps) {
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-sheet print:border-0">
      {press.map((mention) => (
        <li key={mention.id} className="flex flex-col gap-2 px-4 py-4 break-inside-avoid sm:px-6 print:px-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <h2 className="text-lg font-semibold">
              <Link href={`${home}/mentions/${mention.id}`} data-row-link className="ink-link wrap-anywhere">
                <bdi>{mention.outlet ?? pageName(mention.url).host}</bdi>
              </Link>
            </h2>
            <span className="text-sm text-ink-soft">{dateOf(mention, timeZone)}</span>
          </div>
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <MentionOutcomeBadge outcome={mention.outcome} provenance={mention.provenance} />
            {showSite ? (
              <span className="text-ink-soft">
                for <bdi>{mention.site.name}</bdi>
              </span>
            ) : null}
          </p>
          {mention.words ? (
            <blockquote dir="auto" className="max-w-measure font-serif text-read wrap-anywhere">
              {mention.words}
            </blockquote>
          ) : null}
          <p className="text-sm">
            <a
              href={mention.url}
              target="_blank"
              rel="noreferrer nofollow"
              className="ink-link inline-flex items-baseline gap-1.5 wrap-anywhere"
            >
              {readableAddress(mention.url)}
              <Icon of={ExternalLink} className="size-3.5 shrink-0 self-center print:hidden" />
              <span className="sr-only">(in a new tab)</span>
            </a>
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The day it came out is a date in itself; the day it was recorded is a moment somewhere. */
function dateOf({ publishedOn, createdAt }: { publishedOn: Date | null; createdAt: Date }, zone: string) {
  if (publishedOn) return writtenDay(publishedOn)
  return `recorded ${written(createdAt, 'long', zone)}`
}
