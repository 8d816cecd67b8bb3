import { ArrowDownLeft, ArrowUpRight } from 'lucide'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { balanceWords } from '#lib/domain/giving.ts'
import type { Giving } from '#lib/features/ledger/giving-queries.ts'

type GivingListProps = { home: string; giving: Giving; now: Date; timeZone: string }

/** What was asked and what was given, in a sentence; unfolded, as a plain list. No score, and no colour that judges. */
export function GivingList({ home, giving, now, timeZone }: GivingListProps) {
  const sentence = balanceWords(giving, now, timeZone)
  if (giving.total === 0) return <p className="text-ink-soft">{sentence}</p>
  return (
    <Disclosure summary={sentence}>
      <ol aria-label="What was given and asked, newest first" className="flex flex-col divide-y divide-line">
        {giving.newest.map(({ key, side, what, words, at, by, contact, path }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
            <span className="inline-flex items-baseline gap-1.5 text-sm text-ink-soft">
              <Icon
                of={side === 'gave' ? ArrowUpRight : ArrowDownLeft}
                className="size-3.5 shrink-0 self-center"
              />
              {side === 'gave' ? 'Gave' : 'Asked'}
            </span>
            <span className="min-w-0 wrap-anywhere">
              {path ? (
                <Link href={home + path} className="ink-link">
                  {what}
                </Link>
              ) : (
                what
              )}
              {contact ? (
                <>
                  {' · '}
                  <bdi>{contact}</bdi>
                </>
              ) : null}
            </span>
            <span className="text-sm text-ink-soft">
              {by ? (
                <>
                  <bdi>{by}</bdi>,{' '}
                </>
              ) : null}
              <RelativeTime then={at} now={now} timeZone={timeZone} />
            </span>
            {words ? (
              <p dir="auto" className="line-clamp-2 w-full text-sm text-ink-soft wrap-anywhere">
                {words}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {giving.total > giving.newest.length ? (
        <p className="pb-2 text-sm text-ink-soft">
          The newest {giving.newest.length} of {writtenNumber(giving.total)}.
        </p>
      ) : null}
    </Disclosure>
  )
}
