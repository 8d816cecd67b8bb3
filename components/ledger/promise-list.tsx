import { CalendarCheck, CalendarClock, CalendarX, Hourglass, type IconNode } from 'lucide'
import { Badge, ToneBadge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { writtenDay } from '#components/ui/written.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { type PromiseStanding, promiseStanding } from '#lib/domain/promises.ts'
import type { PromiseRow } from '#lib/features/ledger/promise-queries.ts'
import { PromiseSteps } from './promise-steps.tsx'

type PromiseListProps = {
  workspace: string
  promises: readonly PromiseRow[]
  now: Date
  timeZone: string
  mayWrite: boolean
  /** Says with whom each is; left out where the page is about them. */
  showOutlet?: boolean
}

const FACES: Readonly<Record<PromiseStanding, { word: string; icon: IconNode }>> = {
  later: { word: 'Not due yet', icon: Hourglass },
  due: { word: 'Due today', icon: CalendarClock },
  overdue: { word: 'Overdue', icon: CalendarX },
  kept: { word: 'Kept', icon: CalendarCheck },
  released: { word: 'Let go', icon: CalendarX },
}

/** Promises, each with whose it is, how it stands, and what can be done about it. */
export function PromiseList({ promises, ...rest }: PromiseListProps) {
  return (
    <ul className="divide-y divide-line">
      {promises.map((promise) => (
        <PromiseItem key={promise.id} promise={promise} {...rest} />
      ))}
    </ul>
  )
}

type PromiseItemProps = Omit<PromiseListProps, 'promises'> & { promise: PromiseRow }

function PromiseItem({ promise, workspace, now, timeZone, mayWrite, showOutlet = false }: PromiseItemProps) {
  const { whose, words, dueOn, contact, prospect } = promise
  const home = `/w/${workspace}`
  const standing = promiseStanding(promise, localDateOf(now, timeZone))
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <Standing standing={standing} isOurs={whose === 'ours'} />
        <span>
          {whose === 'ours' ? 'We promised' : 'Promised to us by'}{' '}
          {contact ? (
            <Link href={`${home}/contacts/${contact.id}`} className="ink-link wrap-anywhere">
              <bdi>{contact.name}</bdi>
            </Link>
          ) : (
            'them'
          )}
          {showOutlet ? (
            <>
              {' '}
              at{' '}
              <Link
                href={`${home}/prospects/${prospect.id}#promises`}
                data-row-link
                className="ink-link wrap-anywhere"
              >
                <bdi>{prospect.name}</bdi>
              </Link>
            </>
          ) : null}
        </span>
        <span className="text-ink-soft">by {writtenDay(dueOn)}</span>
      </p>
      <p dir="auto" className="max-w-measure font-serif text-read whitespace-pre-line wrap-anywhere">
        {words}
      </p>
      <p className="text-sm text-ink-soft">
        Noted by <bdi>{promise.madeBy.name}</bdi>{' '}
        <RelativeTime then={promise.madeAt} now={now} timeZone={timeZone} />
        {promise.pitchId ? (
          <>
            {', '}
            <Link href={`${home}/pitches/${promise.pitchId}`} className="ink-link">
              in a conversation
            </Link>
          </>
        ) : null}
        {promise.settledAt ? (
          <>
            . {promise.state === 'kept' ? 'Kept' : 'Let go of'}{' '}
            <RelativeTime then={promise.settledAt} now={now} timeZone={timeZone} />, says{' '}
            <bdi>{promise.settledBy?.name}</bdi>
          </>
        ) : null}
        .
      </p>
      {promise.settledWhy ? (
        <p dir="auto" className="max-w-measure text-sm wrap-anywhere">
          {promise.settledWhy}
        </p>
      ) : null}
      {mayWrite ? <PromiseSteps workspace={workspace} promise={promise} /> : null}
    </li>
  )
}

/** Only what we owe ourselves is marked: theirs is not for us to be stern about. */
function Standing({ standing, isOurs }: { standing: PromiseStanding; isOurs: boolean }) {
  const { word, icon } = FACES[standing]
  if (isOurs && (standing === 'overdue' || standing === 'due'))
    return (
      <ToneBadge tone="careful" icon={icon}>
        {word}
      </ToneBadge>
    )
  const isOverdue = standing === 'overdue' || standing === 'due'
  return <Badge icon={isOverdue ? Hourglass : icon}>{isOverdue ? 'Not come yet' : word}</Badge>
}
