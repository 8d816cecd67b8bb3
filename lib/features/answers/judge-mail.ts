import { readDeliveryNotice } from '#lib/domain/mail/bounce.ts'
import { readDeliveryReport } from '#lib/domain/mail/delivery-report.ts'
import type { IncomingFacts } from '#lib/domain/mail/incoming-facts.ts'
import type { MailFacts, OwnMailbox } from '#lib/domain/mail/mail-facts.ts'
import { evidenceFor } from '#lib/domain/mail/match-evidence.ts'
import { judgeMail, type MailReading } from '#lib/domain/mail/read-mail.ts'
import { readReturnDate } from '#lib/domain/mail/return-date.ts'
import { addressKey } from '#lib/domain/mail-address.ts'
import { type Candidate, findCandidates } from './candidate-queries.ts'
import { idsIn, looksLikeNotice, ownIdsOf, traitsOf } from './mail-traits.ts'

/** A mail that belongs to a pitch, or may: what of it is kept. */
export type MatchedMail = {
  kind: 'reply' | 'auto-reply' | 'bounce' | 'delay'
  pitch: Candidate
  confidence: MailReading['confidence']
  meaning: string | null
  mailIds: string[]
  from: string
  subject: string
  /** The whole of it. */
  text: string
  /** Message-IDs of ours that it names: what went out under them did arrive somewhere. */
  namedIds: string[]
  /** An address of theirs that is not known here, where it surely is theirs. */
  newAddress: string | null
  facts: IncomingFacts
}

const KEPT_KINDS: ReadonlySet<string> = new Set(['reply', 'auto-reply', 'bounce', 'delay'])
const KEPT_CHARACTERS = 200_000
const MOST_ADDRESSES = 20
const BOUNCE_TEXT = 20_000
/** After a conversation was closed. */
const GUESSED_FOR_MS = 90 * 24 * 60 * 60 * 1000

/**
 * What a mail is, by the pitches it can belong to. Null for whatever is not to be kept: own mail, newsletters, receipts, and
 * mail that has nothing to do with a pitch.
 */
export async function judgeArrival(
  scope: { workspaceId: string },
  facts: MailFacts,
  own: OwnMailbox,
  arrivedAt: Date,
): Promise<MatchedMail | null> {
  const candidates = await candidatesFor(scope, facts, own)
  const reading = judgeMail(facts, own, candidates)
  const pitch = candidates.find(({ id }) => id === reading.pitch)
  if (!pitch || !KEPT_KINDS.has(reading.kind) || isLongOver(reading, pitch, arrivedAt)) return null
  return matched(facts, reading, pitch, arrivedAt)
}

/** Somebody we once wrote to goes on writing mail that has nothing to do with it: a guess needs a conversation that may be on. */
function isLongOver({ kind, confidence }: MailReading, { closedAt }: Candidate, arrivedAt: Date): boolean {
  if (kind !== 'reply' || confidence === 'certain' || closedAt === null) return false
  return arrivedAt.getTime() - closedAt.getTime() > GUESSED_FOR_MS
}

/** What is kept of a mail that was judged to belong to this pitch. */
export function matched(
  facts: MailFacts,
  reading: MailReading,
  pitch: Candidate,
  arrivedAt: Date,
): MatchedMail {
  const kind = reading.kind as MatchedMail['kind']
  const isKnown = facts.from !== null && pitch.addressKeys.includes(addressKey(facts.from))
  const ours = new Set(pitch.messageIds.map((id) => id.toLowerCase()))
  return {
    ...{ kind, pitch, confidence: reading.confidence, meaning: reading.bounce?.meaning ?? null },
    mailIds: ownIdsOf(facts).map(cleanText),
    from: cleanText(facts.from ?? ''),
    subject: cleanText(facts.subject).slice(0, 1_000),
    text: cleanText(facts.text).slice(0, kind === 'reply' ? KEPT_CHARACTERS : BOUNCE_TEXT),
    namedIds: namedIds(facts).filter((id) => ours.has(id.toLowerCase())),
    newAddress:
      kind === 'reply' && reading.confidence === 'certain' && !isKnown
        ? cleanText(facts.from ?? '') || null
        : null,
    facts: {
      evidence: kind === 'reply' ? evidenceFor(facts, pitch) : [],
      recipient: reading.bounce?.recipient ?? null,
      status: reading.bounce?.status ?? null,
      backOn: kind === 'auto-reply' ? readReturnDate(facts.text, dayOf(facts.date ?? arrivedAt)) : null,
    },
  }
}

/** A server's notice names what it is about in its body; every other mail in its headers. */
async function candidatesFor(
  scope: { workspaceId: string },
  facts: MailFacts,
  own: OwnMailbox,
): Promise<Candidate[]> {
  const { sender, ...traits } = traitsOf(facts)
  const isNotice = looksLikeNotice(facts)
  const failed = isNotice ? failedAddresses(facts, own) : []
  return findCandidates(scope, {
    ...traits,
    ids: isNotice ? [...new Set([...traits.ids, ...namedIds(facts)])] : traits.ids,
    addressKeys: [...(sender === null ? [] : [sender]), ...failed],
  })
}

/** Message-IDs a mail names: in its headers and, of a server's notice, in what it brings with it. */
export function namedIds(facts: MailFacts): string[] {
  const { ids } = traitsOf(facts)
  return [...new Set([...ids, ...facts.parts.flatMap(({ text }) => idsIn(text)), ...idsIn(facts.text)])]
}

function failedAddresses(facts: MailFacts, own: OwnMailbox): string[] {
  const ours = new Set(own.addresses.map(addressKey))
  const reported = readDeliveryReport(facts)?.flatMap(({ final, original }) => [final, original]) ?? []
  const notice = readDeliveryNotice(facts, new Set(), ours)
  const named = [...reported, notice?.recipient ?? null].filter((address) => address !== null)
  return [...new Set(named.map(addressKey))].slice(0, MOST_ADDRESSES)
}

/** PostgreSQL takes neither U+0000 nor half a surrogate pair, and other people's mail has both. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim()
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
