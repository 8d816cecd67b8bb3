import {
  BellRing,
  BookCheck,
  CalendarCheck,
  CalendarClock,
  CircleSlash,
  ClipboardCheck,
  DoorClosed,
  Gift,
  Handshake,
  Megaphone,
  Merge,
  MessageSquareReply,
  Mic,
  Newspaper,
  PenLine,
  Plus,
  Quote,
  Reply,
  ScanEye,
  Send,
  Split,
  UserRoundMinus,
  UserRoundPlus,
} from 'lucide'
import { ButtonLink } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { IconNode } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Timeline, TimelineItem } from '#components/ui/timeline.tsx'
import type { Tone } from '#components/ui/tone.tsx'
import { written } from '#components/ui/written.ts'
import {
  TIMELINE_GROUPS,
  type TimelineEvent,
  type TimelineGroup,
  type TimelineKind,
} from '#lib/domain/prospect-timeline-event.ts'

const SHORT_CHARACTERS = 280

type ProspectStoryProps = {
  events: TimelineEvent[]
  group: TimelineGroup | null
  /** Where the page of earlier events begins; null at the beginning. */
  earlier: string | null
  isNewest: boolean
  /** "/w/fernway". */
  home: string
  prospectId: string
  now: Date
  timeZone: string
}

/** Everything that happened with a prospect, newest first, month by month; narrowed and paged by its address. */
export function ProspectStory(props: ProspectStoryProps) {
  const { events, group, earlier, isNewest, home, prospectId, now, timeZone } = props
  const page = `${home}/prospects/${prospectId}`
  return (
    <section id="story" aria-labelledby="story-title" className="min-w-0 scroll-mt-4">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="story-title" className="text-lg font-semibold">
          What happened
        </h2>
        <nav aria-label="Show of the story" className="-mx-2 flex flex-wrap">
          <Choice href={`${page}#story`} isHere={group === null}>
            Everything
          </Choice>
          {Object.entries(TIMELINE_GROUPS).map(([key, { label }]) => (
            <Choice key={key} href={`${page}?story=${key}#story`} isHere={group === key}>
              {label}
            </Choice>
          ))}
        </nav>
      </div>
      {events.length === 0 ? (
        <p className="text-ink-soft">Nothing of that kind{isNewest ? ' yet' : ' before'}.</p>
      ) : null}
      {months(events, timeZone).map(({ month, events: ofMonth }) => (
        <div key={month} className="mb-6">
          <h3 className="mb-3 text-sm font-semibold text-ink-soft">{month}</h3>
          <Timeline label={month}>
            {ofMonth.map((event) => (
              <TimelineItem
                key={event.key}
                icon={icons[event.kind]}
                tone={tones[event.kind]}
                title={<Title event={event} home={home} />}
                time={<RelativeTime then={event.at} now={now} timeZone={timeZone} />}
                by={event.by ?? undefined}
              >
                {event.text ? <Words text={event.text} /> : null}
              </TimelineItem>
            ))}
          </Timeline>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        {isNewest ? null : <ButtonLink href={storyHref(page, group)}>Newest</ButtonLink>}
        {earlier ? <ButtonLink href={storyHref(page, group, earlier)}>Earlier</ButtonLink> : null}
      </div>
    </section>
  )
}

function storyHref(page: string, group: TimelineGroup | null, before?: string): string {
  const query = new URLSearchParams({ ...(group ? { story: group } : {}), ...(before ? { before } : {}) })
  return `${page}${query.size > 0 ? `?${query}` : ''}#story`
}

function Choice({ href, isHere, children }: { href: string; isHere: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={isHere ? 'true' : undefined}
      className="tap inline-flex items-center rounded-md px-2 text-sm font-medium text-ink-soft hover:bg-hover hover:text-ink aria-[current=true]:text-ink aria-[current=true]:underline aria-[current=true]:decoration-accent aria-[current=true]:decoration-2 aria-[current=true]:underline-offset-8"
    >
      {children}
    </Link>
  )
}

/** "March 2026", in the reader's zone; the events keep their order. */
function months(events: TimelineEvent[], timeZone: string) {
  const byMonth = Map.groupBy(events, (event) => written(event.at, 'month', timeZone))
  return [...byMonth].map(([month, ofMonth]) => ({ month, events: ofMonth }))
}

function Title({ event, home }: { event: TimelineEvent; home: string }) {
  const title = <bdi className="wrap-anywhere">{event.title}</bdi>
  if (!event.path) return title
  return (
    <Link href={`${home}${event.path}`} className="ink-link">
      {title}
    </Link>
  )
}

/** Short words stand there; long ones open on demand. */
function Words({ text }: { text: string }) {
  const written = (
    <div dir="auto" className="rounded-md border border-line bg-sheet p-4 wrap-anywhere">
      <WrittenText>{text}</WrittenText>
    </div>
  )
  return text.length <= SHORT_CHARACTERS ? (
    written
  ) : (
    <Disclosure summary="What was written">{written}</Disclosure>
  )
}

const icons: Record<TimelineKind, IconNode> = {
  added: Plus,
  contact: UserRoundPlus,
  read: BookCheck,
  drafted: PenLine,
  out: Send,
  in: Reply,
  closed: DoorClosed,
  touch: Handshake,
  gift: Gift,
  request: Megaphone,
  replied: MessageSquareReply,
  work: Mic,
  published: Newspaper,
  promised: CalendarClock,
  settled: CalendarCheck,
  mention: Quote,
  aside: CircleSlash,
  left: UserRoundMinus,
  vetted: ClipboardCheck,
  look: ScanEye,
  nudge: BellRing,
  merged: Merge,
  parted: Split,
}

const tones: Partial<Record<TimelineKind, Tone>> = {
  in: 'good',
  mention: 'good',
  look: 'careful',
  nudge: 'neutral',
}
