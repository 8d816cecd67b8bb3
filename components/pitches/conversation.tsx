import { MessageCircle, Reply, Send } from 'lucide'
import { FoldedMail } from '#components/answers/folded-mail.tsx'
import { Link } from '#components/ui/link.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { Timeline, TimelineItem } from '#components/ui/timeline.tsx'
import { stripQuotes } from '#lib/domain/mail/strip-quotes.ts'
import { wayLabel } from './sending-ways.ts'

type Message = {
  id: string
  direction: string
  purpose: string
  via: string
  subject: string
  body: string
  at: Date
  author: { name: string }
  mailbox: { name: string; address: string; aliases: string[] } | null
}

/** What was said, in order. What we sent stands as it went out. */
export function Conversation({
  messages,
  contactName,
  promiseHref,
  now,
  timeZone,
}: {
  messages: Message[]
  contactName: string
  /** Where a promise that stands in a message is noted; left out for who may not. */
  promiseHref?: string | undefined
  now: Date
  timeZone: string
}) {
  return (
    <Timeline label="The conversation">
      {messages.map((message) => (
        <TimelineItem
          key={message.id}
          icon={message.direction === 'in' ? MessageCircle : message.purpose === 'first' ? Send : Reply}
          tone={message.direction === 'in' ? 'good' : undefined}
          title={titleOf(message, contactName)}
          time={<RelativeTime then={message.at} now={now} timeZone={timeZone} />}
          by={message.direction === 'out' ? message.author.name : undefined}
        >
          <div className="max-w-measure wrap-anywhere">
            {message.subject ? (
              <p dir="auto" className="mb-2 font-serif text-read font-semibold">
                {message.subject}
              </p>
            ) : null}
            {message.body ? (
              <Words message={message} />
            ) : (
              <p className="text-ink-soft">The words were not noted.</p>
            )}
            {message.direction === 'in' ? (
              <p className="mt-2 text-sm text-ink-soft">
                {message.via === 'mailbox' ? cameBy(message) : `Logged by ${message.author.name}`}
              </p>
            ) : null}
            {promiseHref ? (
              <p className="text-sm">
                <Link href={promiseHref} className="ink-link tap inline-flex items-center">
                  Note a promise in it
                  <span className="sr-only">: {titleOf(message, contactName)}</span>
                </Link>
              </p>
            ) : null}
          </div>
        </TimelineItem>
      ))}
    </Timeline>
  )
}

/** What they wrote, without what they quote of ours; what we wrote stands whole. */
function Words({ message: { direction, body, mailbox, author } }: { message: Message }) {
  if (direction === 'out') {
    return (
      <div dir="auto">
        <WrittenText>{body}</WrittenText>
      </div>
    )
  }
  const own = mailbox ? [mailbox.address, ...mailbox.aliases] : []
  return (
    <FoldedMail
      text={body}
      shown={stripQuotes(body, { addresses: own, name: mailbox?.name ?? author.name })}
    />
  )
}

function cameBy({ mailbox, author }: Message): string {
  return mailbox?.address ? `Came in by ${mailbox.address}` : `Their mail, brought in by ${author.name}`
}

function titleOf({ direction, purpose, via }: Message, contactName: string): string {
  if (direction === 'in') return `${contactName} answered`
  if (purpose === 'first') return `Sent: ${wayLabel(via)}`
  if (purpose === 'thanks') return `Thanked them: ${wayLabel(via)}`
  if (purpose === 'follow-up') return `Followed up: ${wayLabel(via)}`
  return 'Our answer'
}
