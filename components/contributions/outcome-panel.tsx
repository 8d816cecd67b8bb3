import { MentionOutcomeBadge } from '#components/mentions/outcome-badge.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { dayText } from '#lib/domain/calendar-day.ts'
import { BYLINE_WORDS, type BylineStanding } from '#lib/domain/contributions/byline-links.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { Contribution } from '#lib/features/contributions/contribution-queries.ts'
import { Day } from './day-of-work.tsx'

type OutcomePanelProps = {
  home: string
  work: Pick<Contribution, 'state' | 'mention' | 'publishedUrl' | 'publishedOn' | 'isPaid'>
  bylines: { url: string; standing: BylineStanding }[]
}

/** What it came to: the page, what was seen on it, and of each agreed link whether it is there. */
export function OutcomePanel({ home, work, bylines }: OutcomePanelProps) {
  const out = dayText(work.publishedOn)
  if (work.state !== 'published' && bylines.length === 0) return null
  return (
    <Panel
      title={work.state === 'published' ? 'What it came to' : 'Byline links they agreed to'}
      id="outcome"
    >
      <div className="flex flex-col gap-3">
        {work.state === 'published' ? (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {work.mention ? (
              <>
                <Link href={`${home}/mentions/${work.mention.id}`} className="ink-link wrap-anywhere">
                  {readableAddress(work.mention.url)}
                </Link>
                <MentionOutcomeBadge outcome={work.mention.outcome} provenance={work.mention.provenance} />
              </>
            ) : (
              <span className="wrap-anywhere">
                {readableAddress(work.publishedUrl ?? '')}. Its mention is not here any more.
              </span>
            )}
            {out ? (
              <span className="text-sm text-ink-soft">
                out since <Day date={out} />
              </span>
            ) : null}
          </p>
        ) : null}
        {bylines.length > 0 ? (
          <ul className="flex flex-col gap-2">
            {bylines.map(({ url, standing }) => (
              <li key={url} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="wrap-anywhere">{readableAddress(url)}</span>
                {work.state === 'published' ? (
                  <ToneBadge tone={BYLINE_WORDS[standing].tone}>{BYLINE_WORDS[standing].label}</ToneBadge>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {work.isPaid ? (
          <p className="text-sm text-ink-soft">
            Paid for, and labelled so: its link has to be marked sponsored or nofollow. It is never counted as
            earned.
          </p>
        ) : null}
      </div>
    </Panel>
  )
}
