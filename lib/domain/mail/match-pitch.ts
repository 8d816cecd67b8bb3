import { addressKey } from '../mail-address.ts'
import { houseOfAddress } from './free-mail-providers.ts'
import type { MailFacts, PitchTrace } from './mail-facts.ts'
import { isSameSubject, readSubject } from './mail-subject.ts'
import { countQuotedSentences, wordRuns } from './quoted-sentences.ts'

export type Confidence = 'certain' | 'likely' | 'ask'
export type PitchMatch = { pitch: PitchTrace; confidence: Confidence }

const SENTENCES_OF_A_STRANGER = 2
/** Clocks differ; further back than this a mail under another subject was written before the pitch. */
const CLOCK_DIFFERENCE_MS = 6 * 60 * 60 * 1000
const STRENGTH: Readonly<Record<Confidence, number>> = { certain: 3, likely: 2, ask: 1 }

/**
 * The pitch a mail without our Message-ID most likely belongs to (MAIL.md, section 2, rule 6): by the contact's address,
 * the subject, our sentences in it, the contact's own domain. Of equals the one sent last.
 */
export function matchPitch(facts: MailFacts, pitches: readonly PitchTrace[]): PitchMatch | null {
  const sender =
    facts.from === null ? null : { key: addressKey(facts.from), house: houseOfAddress(facts.from) }
  const subject = readSubject(facts.subject)
  const evidence = { facts, sender, subject, runs: lazily(() => wordRuns(facts.text)) }
  let best: Judged | null = null
  for (const pitch of pitches) {
    const found = judged(pitch, evidence)
    if (found && (!best || isBetter(found, best))) best = found
  }
  return best && { pitch: best.pitch, confidence: best.confidence }
}

function isBetter(found: Judged, other: Judged): boolean {
  if (found.rank !== other.rank) return found.rank > other.rank
  return sentAtOf(found.pitch) > sentAtOf(other.pitch)
}

/** The pitch sent last to an address, as of that date: what went out later cannot be meant. */
export function pitchOfAddress(
  address: string,
  pitches: readonly PitchTrace[],
  date: Date | null,
): PitchTrace | null {
  const key = addressKey(address)
  const sent = pitches.filter(({ to }) => to.some((one) => addressKey(one) === key))
  const before = sent.filter((pitch) => !isBefore({ date }, pitch))
  return (before.length > 0 ? before : sent).reduce<PitchTrace | null>(
    (latest, pitch) => (!latest || sentAtOf(pitch) > sentAtOf(latest) ? pitch : latest),
    null,
  )
}

type Evidence = {
  facts: MailFacts
  sender: { key: string; house: string | null } | null
  subject: { isReply: boolean; isForward: boolean }
  runs: () => ReadonlySet<string>
}
type Judged = { pitch: PitchTrace; confidence: Confidence; rank: number }

function judged(pitch: PitchTrace, evidence: Evidence): Judged | null {
  const { facts, sender, subject } = evidence
  const isKnown = sender !== null && pitch.to.some((address) => addressKey(address) === sender.key)
  const sameSubject = isSameSubject(facts.subject, pitch.subject)
  const isReplyToUs = sameSubject && subject.isReply
  const sameHouse =
    sender?.house != null && pitch.to.some((address) => houseOfAddress(address) === sender.house)
  const isReasonToRead = isKnown || sameHouse || sameSubject || subject.isReply || subject.isForward
  const quoted = isReasonToRead ? countQuotedSentences(pitch.sentText, evidence.runs()) : 0
  const found = (confidence: Confidence, detail: number): Judged => ({
    pitch,
    confidence,
    rank: STRENGTH[confidence] * 10 + detail + Math.min(quoted, 4),
  })
  if (isKnown && (sameSubject || quoted > 0)) {
    if (isReplyToUs || quoted > 0 || !isBefore(facts, pitch)) return found('certain', sameSubject ? 5 : 0)
  }
  if (isKnown && !isBefore(facts, pitch)) return found('likely', 5)
  if (quoted >= SENTENCES_OF_A_STRANGER) return found('likely', 0)
  if (isReplyToUs) return found('ask', 5)
  if (sameHouse && !isBefore(facts, pitch)) return found('ask', 0)
  return null
}

function isBefore({ date }: Pick<MailFacts, 'date'>, pitch: PitchTrace): boolean {
  if (!date || !pitch.sentAt) return false
  return date.getTime() < pitch.sentAt.getTime() - CLOCK_DIFFERENCE_MS
}

function sentAtOf(pitch: PitchTrace): number {
  return pitch.sentAt?.getTime() ?? 0
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
