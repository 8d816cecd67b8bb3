import {
  BookCheck,
  CircleSlash,
  DoorClosed,
  Handshake,
  type LucideIcon,
  PenLine,
  Plus,
  Quote,
  Reply,
  Send,
  UserRoundPlus,
} from 'lucide-react'
import Link from 'next/link'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Timeline, TimelineItem } from '#components/ui/timeline.tsx'
import type { Tone } from '#components/ui/tone.tsx'
import type { TimelineEvent, TimelineKind } from '#lib/domain/prospect-timeline.ts'

const SHORT_CHARACTERS = 280

type ProspectStoryProps = {
  events: TimelineEvent[]
  /** "/w/fernway". */
  home: string
  now: Date
  timeZone: string
}

/** Everything that happened with a prospect, newest first. */
export function ProspectStory({ events, home, now, timeZone }: ProspectStoryProps) {
  return (
    <Timeline label="What happened">
      {events.map((event) => (
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
  )
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

const icons: Record<TimelineKind, LucideIcon> = {
  added: Plus,
  contact: UserRoundPlus,
  read: BookCheck,
  drafted: PenLine,
  out: Send,
  in: Reply,
  closed: DoorClosed,
  touch: Handshake,
  mention: Quote,
  aside: CircleSlash,
}

const tones: Partial<Record<TimelineKind, Tone>> = { in: 'good', mention: 'good' }
