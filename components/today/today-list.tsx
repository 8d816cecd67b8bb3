import { CircleCheck, Clock } from 'lucide'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { type TodayItem, type TodayKind, thingName } from '#lib/features/today/today-kinds.ts'
import type { LoadedSection } from '#lib/features/today/today-page-queries.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { DONE_FORM } from './put-off-forms.ts'
import { TodayBadge } from './today-badge.tsx'
import { TodayStep } from './today-step.tsx'

type TodayListProps = { scope: WorkspaceScope; home: string; section: LoadedSection }

/** One kind of thing that waits: its heading with how many there are, a row for each of the first, and the way to the others. */
export function TodayList({ scope, home, section }: TodayListProps) {
  const { kind, title, items, waiting, isMore, all } = section
  const others = waiting - items.length
  return (
    <Panel
      flush
      title={
        <>
          {title}{' '}
          <span className="text-base font-normal text-ink-soft">{isMore ? `${waiting}+` : waiting}</span>
        </>
      }
    >
      <ul className="divide-y divide-line">
        {items.map((item, index) => (
          <TodayRow key={item.id} scope={scope} home={home} kind={kind} item={item} isFirst={index === 0} />
        ))}
        {others > 0 || isMore ? (
          <li className="px-4 py-3 sm:px-6">
            <Link href={home + all} className="ink-link">
              {others > 0 ? `and ${isMore ? 'at least ' : ''}${others} more` : 'and more'}
            </Link>
          </li>
        ) : null}
      </ul>
    </Panel>
  )
}

type TodayRowProps = Omit<TodayListProps, 'section'> & { kind: TodayKind; item: TodayItem; isFirst: boolean }

/** One thing to do, with the one step that does it, and two ways to have it out of sight. */
function TodayRow({ scope, home, kind, item, isFirst }: TodayRowProps) {
  const thing = thingName({ kind, itemId: item.id, mark: item.mark })
  const facts = `facts-${kind}-${item.id}`
  return (
    <li
      data-row={thing}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-4 has-[a[data-row-link]:focus-visible]:bg-accent-wash sm:px-6"
    >
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
          <Link
            href={home + item.path}
            data-row-link
            aria-describedby={facts}
            className="font-semibold underline-offset-4 hover:underline"
          >
            <bdi className="line-clamp-1 wrap-anywhere">{item.who}</bdi>
          </Link>
          <span id={facts} className="inline-flex flex-wrap items-baseline gap-x-2 text-sm text-ink-soft">
            {item.of ? <bdi>{item.of}</bdi> : null}
            {item.badge ? <TodayBadge badge={item.badge} /> : null}
            {item.note ? <bdi>{item.note}</bdi> : null}
            {item.when ? (
              <span>
                {item.when.words ? `${item.when.words} ` : ''}
                <RelativeTime then={item.when.at} now={scope.now} timeZone={scope.timeZone} />
              </span>
            ) : null}
          </span>
        </p>
        {item.line ? (
          <div dir="auto" className="mt-0.5 line-clamp-2 max-w-measure font-serif wrap-anywhere">
            {item.line}
          </div>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
        {item.step ? (
          <TodayStep scope={scope} home={home} item={item} step={item.step} isFirst={isFirst} />
        ) : null}
        <PutOffButtons home={home} thing={thing} who={item.who} />
      </div>
    </li>
  )
}

function PutOffButtons({ home, thing, who }: { home: string; thing: string; who: string }) {
  return (
    <>
      <ButtonLink
        href={`${home}/later?thing=${encodeURIComponent(thing)}`}
        tone="quiet"
        className={narrowOnPhones}
        data-later={thing}
        data-who={who}
        data-row-key="s"
        data-row-key-does="Put off the row one is on"
      >
        <Icon of={Clock} />
        Later<span className="sr-only">: {who}</span>
      </ButtonLink>
      <Button
        type="submit"
        form={DONE_FORM}
        name="thing"
        value={thing}
        tone="quiet"
        className={narrowOnPhones}
        data-row-key="d"
        data-row-key-does="Done for today with the row one is on"
      >
        <Icon of={CircleCheck} />
        Done for today<span className="sr-only">: {who}</span>
      </Button>
    </>
  )
}

/** So that all three fit beside each other. */
const narrowOnPhones = 'max-sm:px-2 max-sm:[&_svg]:hidden'
