import { addressKey } from '../mail-address.ts'
import { isAutoReply, subjectBehindAutoReply } from './auto-reply.ts'
import { type DeliveryNotice, isFromDaemon, readDeliveryNotice } from './bounce.ts'
import type { BounceMeaning } from './bounce-meaning.ts'
import { isReportOf } from './delivery-report.ts'
import type { MailFacts, OwnMailbox, PitchTrace } from './mail-facts.ts'
import { isSameSubject } from './mail-subject.ts'
import { type Confidence, matchPitch, pitchOfAddress } from './match-pitch.ts'
import { parseMail } from './parse-mail.ts'
import { stripQuotes } from './strip-quotes.ts'
import { type Suggestion, suggestEnding } from './suggest-ending.ts'
import { indexMessageIds, pitchNamedIn, pitchOfThread } from './thread-ids.ts'

export const MAIL_KINDS = [
  'reply',
  'auto-reply',
  'bounce',
  'delay',
  'receipt',
  'list',
  'own',
  'unrelated',
  'unreadable',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

export type MailReading = {
  kind: MailKind
  pitch: PitchTrace['id'] | null
  /** How surely it belongs to the pitch; of replies alone. */
  confidence: Confidence | null
  bounce: { recipient: string | null; status: string | null; meaning: BounceMeaning | null } | null
  /** What the person seems to ask for; somebody has to confirm it. */
  suggests: Suggestion | null
  /** What is new in it, quotes folded away. */
  text: string
}

/** Reads one message as it came. Never throws. MAIL.md, sections 2 and 10. */
export async function readMail(
  raw: Uint8Array,
  own: OwnMailbox,
  pitches: readonly PitchTrace[],
): Promise<MailReading> {
  return judgeMail(await parseMail(raw), own, pitches)
}

/** What a message is, whose pitch it answers and how surely. The first rule that fits decides. */
export function judgeMail(facts: MailFacts, own: OwnMailbox, pitches: readonly PitchTrace[]): MailReading {
  const text = stripQuotes(facts.text, own)
  const reading = (kind: MailKind, pitch: PitchTrace | null = null): MailReading => ({
    kind,
    pitch: pitch?.id ?? null,
    confidence: null,
    bounce: null,
    suggests: null,
    text,
  })
  const reply = (pitch: PitchTrace, confidence: Confidence): MailReading => ({
    ...reading('reply', pitch),
    confidence,
    suggests: suggestEnding(text),
  })
  const ours = new Set(own.addresses.map(addressKey))
  if (facts.from !== null && ours.has(addressKey(facts.from))) return reading('own')

  const index = indexMessageIds(pitches)
  const known = addressesOf(pitches)
  const notice = readDeliveryNotice(facts, known, ours)
  if (notice) return ofNotice(reading, notice, pitchOfNotice(facts, notice, pitches, index))
  if (isReadReceipt(facts)) return reading('receipt', pitchOfReport(facts, index))

  const thread = pitchOfThread(facts, index)
  if (isAutoReply(facts, subjectsOf(pitches)))
    return reading('auto-reply', thread ?? pitchOfMachine(facts, pitches))
  if (thread) return reply(thread, 'certain')
  if (facts.headers.has('list-id') || facts.headers.has('list-unsubscribe')) return reading('list')
  // A mail server that says none of what mail servers say is nobody's answer.
  const isNobody = isFromDaemon(facts) && !known.has(addressKey(facts.from ?? ''))
  const match = isNobody ? null : matchPitch(facts, pitches)
  if (match) return reply(match.pitch, match.confidence)
  return reading(isReadable(facts) ? 'unrelated' : 'unreadable')
}

function ofNotice(
  reading: (kind: MailKind, pitch: PitchTrace | null) => MailReading,
  { kind, recipient, status, meaning }: DeliveryNotice,
  pitch: PitchTrace | null,
): MailReading {
  return { ...reading(kind, pitch), bounce: kind === 'bounce' ? { recipient, status, meaning } : null }
}

/** By the mail that came back, else by our ids anywhere, else by the address that failed. */
function pitchOfNotice(
  facts: MailFacts,
  notice: DeliveryNotice,
  pitches: readonly PitchTrace[],
  index: ReadonlyMap<string, PitchTrace>,
): PitchTrace | null {
  const named = pitchOfReport(facts, index) ?? pitchNamedIn(facts.text, index)
  return named ?? (notice.recipient === null ? null : pitchOfAddress(notice.recipient, pitches, facts.date))
}

function pitchOfReport(facts: MailFacts, index: ReadonlyMap<string, PitchTrace>): PitchTrace | null {
  for (const { text } of facts.parts) {
    const named = pitchNamedIn(messageIdIn(text), index) ?? pitchNamedIn(text, index)
    if (named) return named
  }
  return pitchOfThread(facts, index)
}

/** The id of the attached mail itself, ahead of the older ones it refers to. */
function messageIdIn(text: string): string {
  return (
    /^(?:original-)?message-id[ \t]{0,8}:((?:[^\r\n]{0,1000}(?:\r?\n[ \t]{1,8})?){1,2})/im.exec(text)?.[1] ??
    ''
  )
}

function isReadReceipt(facts: MailFacts): boolean {
  return (
    isReportOf(facts, 'disposition-notification') ||
    facts.parts.some(({ type }) => type === 'message/disposition-notification')
  )
}

/** An answering machine's mail belongs to the contact's pitch; another mailbox of their house says too little. */
function pitchOfMachine(facts: MailFacts, pitches: readonly PitchTrace[]): PitchTrace | null {
  const subject = subjectBehindAutoReply(facts.subject)
  const asAnswer = { ...facts, subject: subject === facts.subject ? subject : `Re: ${subject}` }
  const match = matchPitch(asAnswer, pitches)
  if (!match) return null
  const isKnown = facts.from !== null && pitchOfAddress(facts.from, [match.pitch], null) !== null
  return isKnown || match.confidence !== 'ask' || isSameSubject(asAnswer.subject, match.pitch.subject)
    ? match.pitch
    : null
}

/** Something to go by: a whole message with a sender, or with a text. */
function isReadable(facts: MailFacts): boolean {
  return facts.isWhole && (facts.from !== null || facts.subject !== '')
}

function addressesOf(pitches: readonly PitchTrace[]): Set<string> {
  return new Set(pitches.flatMap(({ to }) => to.map(addressKey)))
}

function* subjectsOf(pitches: readonly PitchTrace[]): Iterable<string> {
  for (const { subject } of pitches) yield subject
}
