import { stripQuotes } from './mail/strip-quotes.ts'
import { CLOSING_REASON_TABLE, CLOSING_REASONS, type ClosingReason } from './pitch-states.ts'
import { eventsBeyondLetters, type HistoryBeyondLetters } from './prospect-timeline-beyond.ts'
import {
  apart,
  event,
  TIMELINE_KINDS,
  type TimelineEvent,
  type TimelineKind,
} from './prospect-timeline-event.ts'
import { readableAddress } from './readable-address.ts'
import { TOUCH_KIND_TABLE, type TouchKind } from './touch-kinds.ts'
import { VETTING_ANSWER_LABELS, VETTING_ANSWERS, VETTING_QUESTIONS, VETTING_TABLE } from './vetting.ts'

type Named = { name: string }

/** What is known of one prospect. Extra fields do no harm, so rows from the database can be given as they are. */
export type ProspectHistory = HistoryBeyondLetters & {
  prospect: { id: string; createdAt: Date; notForUsAt: Date | null; notForUsReason: string }
  contacts: readonly { id: string; name: string; createdAt: Date }[]
  readings: readonly {
    id: string
    createdAt: Date
    url: string
    struck: string
    author: Named
    pageCopy: { title: string }
  }[]
  touches: readonly {
    id: string
    at: Date
    kind: TouchKind
    note: string
    author: Named
    contact: Named | null
  }[]
  pitches: readonly {
    id: string
    subject: string
    createdAt: Date
    sentAt: Date | null
    closedAt: Date | null
    closedReason: string | null
    contact: Named
    writer: Named
  }[]
  messages: readonly {
    id: string
    pitchId: string
    at: Date
    direction: string
    purpose: string
    subject: string
    body: string
    author: Named
    contact: Named
  }[]
  mentions: readonly { id: string; createdAt: Date; url: string; site: Named }[]
  /** People who are there no longer. */
  left?: readonly { id: string; until: Date; contact: Named & { id: string } }[]
  vettings?: readonly {
    id: string
    at: Date
    question: string
    answer: string
    evidence: string
    /** Where it holds no more: another answer took its place, or it was taken back. */
    ending?: string
    by: Named
  }[]
  /** Looks that found something otherwise than the look before. */
  looks?: readonly { id: string; at: Date; words: string; mention: { id: string; url: string } }[]
  /** Follow-ups that are due, or that will not be written. Those that were sent are messages. */
  nudges?: readonly {
    id: string
    at: Date
    pitchId: string
    isDue: boolean
    goneBecause: string | null
    contact: Named
  }[]
  merges?: readonly { id: string; at: Date; goneName: string; by: Named }[]
  parts?: readonly { id: string; at: Date; goneName: string; by: Named | null }[]
}

/** Everything that happened with a prospect as one story, newest first. At the same moment, cause stands below effect. */
export function prospectTimeline(history: ProspectHistory): TimelineEvent[] {
  const events = [
    ...prospectEvents(history.prospect),
    ...history.contacts.map(contactEvent),
    ...history.readings.map(readingEvent),
    ...history.pitches.flatMap(pitchEvents),
    ...history.messages.map(messageEvent),
    ...history.touches.map(touchEvent),
    ...eventsBeyondLetters(history),
    ...history.mentions.map(mentionEvent),
    ...(history.left ?? []).map(leftEvent),
    ...(history.vettings ?? []).map(vettedEvent),
    ...(history.looks ?? []).map(lookEvent),
    ...(history.nudges ?? []).map(nudgeEvent),
    ...(history.merges ?? []).map((merge) => mergeEvent('merged', merge)),
    ...(history.parts ?? []).map((merge) => mergeEvent('parted', merge)),
  ]
  return events.sort(
    (a, b) => b.at.getTime() - a.at.getTime() || orderOf(b.kind) - orderOf(a.kind) || order(a.key, b.key),
  )
}

/** The key of the event of this kind that tells of this row. */
export function timelineKeyOf(kind: TimelineKind, id: string): string {
  const prefix = KEY_PREFIXES[kind] ?? kind
  return kind === 'added' || kind === 'aside' ? prefix : `${prefix}-${id}`
}

/** Where a kind stands among those of the same moment. */
export function orderOf(kind: TimelineKind): number {
  return TIMELINE_KINDS.indexOf(kind)
}

const KEY_PREFIXES: Partial<Record<TimelineKind, string>> = {
  read: 'reading',
  drafted: 'draft',
  out: 'message',
  in: 'message',
}

function prospectEvents({
  createdAt,
  notForUsAt,
  notForUsReason,
}: ProspectHistory['prospect']): TimelineEvent[] {
  const added = event({ key: 'added', at: createdAt, kind: 'added', title: 'Added as a prospect' })
  if (!notForUsAt) return [added]
  const aside = { key: 'aside', at: notForUsAt, kind: 'aside', title: 'Set aside as not for us' } as const
  return [added, event({ ...aside, text: notForUsReason })]
}

function contactEvent({ id, name, createdAt }: ProspectHistory['contacts'][number]): TimelineEvent {
  const title = `${apart(name)} added as a contact`
  return event({ key: `contact-${id}`, at: createdAt, kind: 'contact', title, path: `/contacts/${id}` })
}

function readingEvent(note: ProspectHistory['readings'][number]): TimelineEvent {
  return event({
    ...{
      key: `reading-${note.id}`,
      at: note.createdAt,
      kind: 'read',
      by: note.author.name,
      text: note.struck,
    },
    title: `Read ${note.pageCopy.title ? `“${apart(note.pageCopy.title)}”` : readableAddress(note.url)}`,
    path: `/reading/${note.id}`,
  })
}

/** A pitch that went out is told by its messages; one that did not, by its beginning. */
function pitchEvents(pitch: ProspectHistory['pitches'][number]): TimelineEvent[] {
  const about = { by: pitch.writer.name, path: `/pitches/${pitch.id}` }
  const drafted = pitch.sentAt
    ? []
    : [
        event({
          ...{ ...about, key: `draft-${pitch.id}`, at: pitch.createdAt, kind: 'drafted' },
          title: `Pitch to ${apart(pitch.contact.name)} begun`,
          text: pitch.subject,
        }),
      ]
  if (!pitch.closedAt) return drafted
  const reason = CLOSING_REASONS.find((known) => known === pitch.closedReason)
  const closed = event({
    ...{ key: `closed-${pitch.id}`, at: pitch.closedAt, kind: 'closed', path: about.path },
    title: `Pitch to ${apart(pitch.contact.name)} closed${reason ? `: ${wordsFor(reason)}` : ''}`,
  })
  return [...drafted, closed]
}

function messageEvent(message: ProspectHistory['messages'][number]): TimelineEvent {
  const { id, pitchId, at, body, contact, author } = message
  const isIn = message.direction === 'in'
  // What they quote of ours was told already.
  const text = isIn ? stripQuotes(body, { addresses: [], name: author.name }) || body : body
  return event({
    ...{ key: `message-${id}`, at, kind: isIn ? 'in' : 'out', text, path: `/pitches/${pitchId}` },
    title: isIn ? `${apart(contact.name)} answered` : sentence(message),
    by: isIn ? null : author.name,
  })
}

function sentence({ purpose, contact, subject }: ProspectHistory['messages'][number]): string {
  const about = subject ? `: ${subject}` : ''
  switch (purpose) {
    case 'first':
      return `Pitch sent to ${apart(contact.name)}${about}`
    case 'follow-up':
      return `Followed up with ${apart(contact.name)}`
    case 'thanks':
      return `Thanked ${apart(contact.name)}`
    case 'ask':
      return `Asked ${apart(contact.name)}${about}`
    default:
      return `Wrote to ${apart(contact.name)}${about}`
  }
}

function touchEvent({
  id,
  at,
  kind,
  note,
  author,
  contact,
}: ProspectHistory['touches'][number]): TimelineEvent {
  // What nobody knows any more is still a touch.
  const title = kind === 'other' ? 'In touch' : (TOUCH_KIND_TABLE[kind]?.label ?? 'In touch')
  const withWhom = contact ? `${title} · ${apart(contact.name)}` : title
  return event({ key: `touch-${id}`, at, kind: 'touch', title: withWhom, by: author.name, text: note })
}

function mentionEvent({ id, createdAt, url, site }: ProspectHistory['mentions'][number]): TimelineEvent {
  const title = `A page about ${apart(site.name)} recorded: ${readableAddress(url)}`
  return event({ key: `mention-${id}`, at: createdAt, kind: 'mention', title, path: `/mentions/${id}` })
}

function leftEvent({ id, until, contact }: NonNullable<ProspectHistory['left']>[number]): TimelineEvent {
  const title = `${apart(contact.name)} left`
  return event({ key: `left-${id}`, at: until, kind: 'left', title, path: `/contacts/${contact.id}` })
}

const VETTING_ENDINGS: Readonly<Record<string, string>> = {
  changed: ' (changed since)',
  'taken-back': ' (taken back since)',
}

function vettedEvent(vetting: NonNullable<ProspectHistory['vettings']>[number]): TimelineEvent {
  const question = VETTING_QUESTIONS.find((known) => known === vetting.question)
  const answer = VETTING_ANSWERS.find((known) => known === vetting.answer)
  const asked = question ? VETTING_TABLE[question].question : vetting.question
  return event({
    ...{ key: `vetted-${vetting.id}`, at: vetting.at, kind: 'vetted', by: vetting.by.name },
    title: `${asked} ${answer ? VETTING_ANSWER_LABELS[answer] : vetting.answer}${VETTING_ENDINGS[vetting.ending ?? ''] ?? ''}`,
    text: vetting.evidence,
  })
}

function lookEvent({ id, at, words, mention }: NonNullable<ProspectHistory['looks']>[number]): TimelineEvent {
  const title = `Changed at ${readableAddress(mention.url)}: ${words}`
  return event({ key: `look-${id}`, at, kind: 'look', title, path: `/mentions/${mention.id}` })
}

function nudgeEvent(nudge: NonNullable<ProspectHistory['nudges']>[number]): TimelineEvent {
  const why = nudge.goneBecause ? GONE_WORDS[nudge.goneBecause] : undefined
  const title = nudge.isDue
    ? `Follow-up to ${apart(nudge.contact.name)} is due`
    : `No follow-up to ${apart(nudge.contact.name)}${why ? `: ${why}` : ''}`
  return event({
    ...{ key: `nudge-${nudge.id}`, at: nudge.at, kind: 'nudge', title, path: `/pitches/${nudge.pitchId}` },
  })
}

const GONE_WORDS: Readonly<Record<string, string>> = {
  replied: 'they answered',
  bounced: 'it came back',
  declined: 'they said no',
  stopped: 'they asked us to stop',
  closed: 'the conversation was closed',
  skipped: 'left out by choice',
}

function mergeEvent(
  kind: 'merged' | 'parted',
  { id, at, goneName, by }: { id: string; at: Date; goneName: string; by: Named | null },
): TimelineEvent {
  const title =
    kind === 'merged'
      ? `${apart(goneName)} was made one with this`
      : `${apart(goneName)} was parted from this again`
  return event({ key: `${kind}-${id}`, at, kind, title, by: by?.name ?? null })
}

function wordsFor(reason: ClosingReason): string {
  const label = CLOSING_REASON_TABLE[reason].label
  return label.charAt(0).toLowerCase() + label.slice(1)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
