import { stripQuotes } from './mail/strip-quotes.ts'
import { CLOSING_REASON_TABLE, CLOSING_REASONS, type ClosingReason } from './pitch-states.ts'
import { readableAddress } from './readable-address.ts'
import { SAMPLE_STATE_TABLE, type SampleState } from './samples/sample-states.ts'
import { TOUCH_KIND_TABLE, type TouchKind } from './touch-kinds.ts'
import { VETTING_ANSWER_LABELS, VETTING_ANSWERS, VETTING_QUESTIONS, VETTING_TABLE } from './vetting.ts'

/** From cause to effect: of what happened at the same moment, the later in this list stands higher. Only add at places that fit. */
export const TIMELINE_KINDS = [
  'added',
  'merged',
  'parted',
  'contact',
  'left',
  'read',
  'vetted',
  'drafted',
  'out',
  'touch',
  'gift',
  'promised',
  'in',
  'mention',
  'look',
  'nudge',
  'settled',
  'closed',
  'aside',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** What a person may narrow the story to. */
export const TIMELINE_GROUPS = {
  letters: { label: 'Letters', kinds: ['drafted', 'out', 'in', 'nudge', 'closed'] },
  reading: { label: 'Reading', kinds: ['read'] },
  touches: { label: 'Touches', kinds: ['touch', 'gift'] },
  promises: { label: 'Promises', kinds: ['promised', 'settled'] },
  mentions: { label: 'Mentions', kinds: ['mention', 'look'] },
  book: {
    label: 'Book-keeping',
    kinds: ['added', 'contact', 'left', 'vetted', 'merged', 'parted', 'aside'],
  },
} as const satisfies Record<string, { label: string; kinds: readonly TimelineKind[] }>
export type TimelineGroup = keyof typeof TIMELINE_GROUPS

export type TimelineEvent = {
  /** Unlike any other event's. */
  key: string
  at: Date
  kind: TimelineKind
  /** What happened, in one sentence without its full stop. */
  title: string
  /** Who did it, where that is one of us. */
  by: string | null
  /** What was written or said, as it was. */
  text: string
  /** The thing itself, as a path inside the workspace. */
  path: string | null
}

type Named = { name: string }

/** What is known of one prospect. Extra fields do no harm, so rows from the database can be given as they are. */
export type ProspectHistory = {
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
  samples?: readonly {
    id: string
    offeredAt: Date
    state: SampleState
    words: string
    item: Named
    contact: Named | null
    offeredBy: Named
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
  /** What they or we promised; `settled` where it is owed no more. */
  promises?: readonly {
    id: string
    madeAt: Date
    whose: string
    words: string
    state: string
    settledAt: Date | null
    settledWhy: string
    contact: Named | null
    madeBy: Named
    settledBy: Named | null
  }[]
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
    ...(history.samples ?? []).map(giftEvent),
    ...(history.promises ?? []).flatMap(promiseEvents),
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

/** One event for a sample, from its offer on: its page has the days. */
function giftEvent(sample: NonNullable<ProspectHistory['samples']>[number]): TimelineEvent {
  const { id, offeredAt, state, words, item, contact, offeredBy } = sample
  const whom = contact ? ` to ${apart(contact.name)}` : ''
  const stands = state === 'offered' ? '' : ` · ${SAMPLE_STATE_TABLE[state].label.toLowerCase()}`
  return event({
    ...{ key: `gift-${id}`, at: offeredAt, kind: 'gift', by: offeredBy.name, text: words },
    title: `Offered ${apart(item.name)}${whom}${stands}`,
    path: `/samples/${id}`,
  })
}

function promiseEvents(promise: NonNullable<ProspectHistory['promises']>[number]): TimelineEvent[] {
  const { id, whose, words, contact, state, settledAt, settledWhy, madeAt, madeBy, settledBy } = promise
  const who = contact ? apart(contact.name) : 'them'
  const [made, kept, released] =
    whose === 'ours'
      ? [`Promised to ${who}`, `Promise to ${who} kept`, `Promise to ${who} let go`]
      : [`Promised by ${who}`, `Promise of ${who} kept`, `Promise of ${who} let go`]
  const told = event({
    ...{ key: `promised-${id}`, at: madeAt, kind: 'promised', title: made, by: madeBy.name, text: words },
  })
  if (settledAt === null) return [told]
  const settled = event({
    ...{ key: `settled-${id}`, at: settledAt, kind: 'settled', title: state === 'kept' ? kept : released },
    ...{ by: settledBy?.name ?? null, text: settledWhy || words },
  })
  return [told, settled]
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

function event(
  parts: Pick<TimelineEvent, 'key' | 'at' | 'kind' | 'title'> & Partial<TimelineEvent>,
): TimelineEvent {
  return { by: null, text: '', path: null, ...parts }
}

/** In Unicode isolates, so that a name written from right to left, or made to look so, leaves the sentence as it is. */
function apart(name: string): string {
  return `\u2068${name}\u2069`
}

function wordsFor(reason: ClosingReason): string {
  const label = CLOSING_REASON_TABLE[reason].label
  return label.charAt(0).toLowerCase() + label.slice(1)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
