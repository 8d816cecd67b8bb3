import { headerOf, type MailFacts } from './mail-facts.ts'
import { isSameSubject } from './mail-subject.ts'
import { wordRuns } from './quoted-sentences.ts'
import { indexMessageIds, pitchOfThread } from './thread-ids.ts'

/** A step of a conversation that waits for a person to send it. */
export type WaitingLetter = {
  step: 'first' | 'follow-up' | 'reply'
  /** What the step hangs on: the pitch, or the follow-up. */
  id: string
  pitchId: string
  /** Keys of the address it is for, and of others of the same person. */
  to: string
  others: readonly string[]
  subject: string
  /** Empty where nothing is written yet. */
  body: string
  /** Message-IDs of the conversation so far. */
  threadIds: readonly string[]
  /** Since when it can have been sent. */
  since: Date
}

export type SentConfidence = 'certain' | 'likely' | 'ask'
export type SentByHand = {
  letter: WaitingLetter
  confidence: SentConfidence
  evidence: string[]
  /** Word for word what is written here, whatever stands around it. */
  isWhole: boolean
}

/** A mail of one's own: its Message-IDs, keys of the addresses it went to, and when. */
export type OwnSent = { facts: MailFacts; ids: readonly string[]; to: readonly string[]; at: Date }

/** Of a letter's runs of five words, how many stand in the mail. People mend a word before they send. */
const NEAR_SAME = 0.75
const ALIKE = 0.4
/** Clocks of computers differ by so much. */
const CLOCKS_DIFFER_MS = 10 * 60 * 1000

const RANK: Readonly<Record<SentConfidence, number>> = { certain: 3, likely: 2, ask: 1 }

/**
 * Which waiting letter a mail is that somebody sent from their own mail program. Certain is one that carries the Message-ID of
 * our draft file; one to the same address with the same subject and nearly the same words; and an answer of ours in its thread.
 * Null for everything that is only mail to somebody we know.
 */
export function judgeSentByHand(mail: OwnSent, letters: readonly WaitingLetter[]): SentByHand | null {
  const text = { runs: wordRuns(mail.facts.text), squeezed: squeezed(mail.facts.text) }
  const found = letters
    .map((letter) => weigh(mail, letter, text))
    .filter((one) => one !== null)
    .toSorted((one, other) => RANK[other.confidence] - RANK[one.confidence])
  const [best, next] = found
  if (!best) return null
  // Two letters it may be just as well: neither is guessed.
  return next?.confidence === 'certain' ? { ...best, confidence: 'ask' } : best
}

/** The Message-ID of a letter's draft file: the same for the same words, so that a mail program that keeps it tells us which it is. */
export function draftMessageId(step: { id: string; revision: number }, domain: string): string {
  return `<${step.id}.draft${step.revision}@${domain}>`
}

/** Whether all words of a letter stand in a text, in their order. */
export function isSameLetter(letter: string, text: string): boolean {
  return shareIn(letter, { runs: wordRuns(text), squeezed: squeezed(text) }) === 1
}

/** Read once for all letters it is held against. */
type TextRead = { runs: ReadonlySet<string>; squeezed: string }

function weigh(mail: OwnSent, letter: WaitingLetter, text: TextRead): SentByHand | null {
  const { facts, ids, to, at } = mail
  const isTheirAddress = to.includes(letter.to)
  if (!isTheirAddress && !letter.others.some((key) => to.includes(key))) return null
  if (at.getTime() < letter.since.getTime() - CLOCKS_DIFFER_MS) return null
  const share = shareIn(letter.body, text)
  const isOurDraft = ids.some((id) => id.toLowerCase().startsWith(`<${letter.id}.draft`))
  const inThread = pitchOfThread(facts, indexMessageIds([threadOf(letter)])) !== null
  const sameSubject = isSameSubject(facts.subject, letter.subject)
  const evidence = [
    ...(isOurDraft ? ['our-draft'] : []),
    ...(inThread ? ['in-thread'] : []),
    isTheirAddress ? 'their-address' : 'their-other-address',
    sameSubject ? 'sent-same-subject' : 'sent-other-subject',
    share >= NEAR_SAME ? 'same-words' : share >= ALIKE ? 'alike-words' : 'other-words',
  ]
  const confidence = confidenceOf(letter, { isTheirAddress, isOurDraft, inThread, sameSubject, share })
  return confidence && { letter, confidence, evidence, isWhole: share === 1 }
}

type Weighed = {
  isTheirAddress: boolean
  isOurDraft: boolean
  inThread: boolean
  sameSubject: boolean
  share: number
}

function confidenceOf(
  { step }: WaitingLetter,
  { isTheirAddress, isOurDraft, inThread, sameSubject, share }: Weighed,
): SentConfidence | null {
  if (isOurDraft && isTheirAddress) return 'certain'
  // An answer has no words here before it is sent: its thread is what tells.
  if (step === 'reply') return inThread ? 'certain' : null
  const isLinked = sameSubject || (step === 'follow-up' && inThread)
  if (share >= NEAR_SAME) return isTheirAddress && isLinked ? 'certain' : 'likely'
  if (step === 'follow-up') return inThread || (sameSubject && share >= ALIKE) ? 'ask' : null
  return sameSubject || share >= ALIKE ? 'ask' : null
}

function threadOf({ pitchId, threadIds, subject, since }: WaitingLetter) {
  return { id: pitchId, messageIds: threadIds, to: [], subject, sentText: '', sentAt: since }
}

/** 0 where nothing is written; a letter of a few words has to stand there as it is. */
function shareIn(letter: string, text: TextRead): number {
  const runs = wordRuns(letter)
  if (runs.size === 0) {
    const words = squeezed(letter)
    return words !== '' && text.squeezed.includes(words) ? 1 : 0
  }
  let shared = 0
  for (const run of runs) if (text.runs.has(run)) shared += 1
  return shared / runs.size
}

const COMPARED_CHARACTERS = 20_000

function squeezed(text: string): string {
  return text.slice(0, COMPARED_CHARACTERS).replace(/\s+/g, ' ').trim().toLowerCase()
}

const WORDS: Readonly<Record<string, (who: string) => string>> = {
  'our-draft': () => 'It is the draft file you took from here.',
  'in-thread': () => 'It stands in the thread of this conversation.',
  'their-address': (who) => `It went to the address of ${who}.`,
  'their-other-address': (who) => `It went to another address of ${who}.`,
  'sent-same-subject': () => 'The subject is the same.',
  'sent-other-subject': () => 'The subject is another one.',
  'same-words': () => 'The words are nearly the same.',
  'alike-words': () => 'Some of the words are the same.',
  'other-words': () => 'The words are others.',
}

/** In whole sentences. What was stored by another version and is not known is passed over. */
export function sentEvidenceWords(evidence: readonly string[], who: string): string[] {
  return evidence.flatMap((each) => WORDS[each]?.(who) ?? [])
}

const ADDRESS = /[^\s<>"'(),;:[\]]{1,64}@[^\s<>"'(),;:[\]]{1,255}/g
const LONGEST_HEADER = 5_000
const MOST_RECIPIENTS = 10

/** Addresses a mail went to, as they are written. */
export function recipientsOf(facts: Pick<MailFacts, 'headers'>): string[] {
  const written = `${headerOf(facts, 'to')} ${headerOf(facts, 'cc')}`.slice(0, LONGEST_HEADER)
  return (written.match(ADDRESS) ?? []).slice(0, MOST_RECIPIENTS)
}
