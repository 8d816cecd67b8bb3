import { addressKey } from '../mail-address.ts'
import { houseOfAddress } from './free-mail-providers.ts'
import type { MailFacts, PitchTrace } from './mail-facts.ts'
import { isSameSubject } from './mail-subject.ts'
import { countQuotedSentences, wordRuns } from './quoted-sentences.ts'
import { indexMessageIds, pitchOfThread } from './thread-ids.ts'

export const MATCH_EVIDENCE = [
  'thread',
  'known-address',
  'same-house',
  'unknown-address',
  'same-subject',
  'other-subject',
  'quotes-us',
] as const
export type MatchEvidence = (typeof MATCH_EVIDENCE)[number]

/** What speaks for a mail being an answer to this pitch, and what against; for a person who has to say. */
export function evidenceFor(facts: MailFacts, pitch: PitchTrace): MatchEvidence[] {
  const { from } = facts
  const isKnown = from !== null && pitch.to.some((address) => addressKey(address) === addressKey(from))
  const house = from === null ? null : houseOfAddress(from)
  const sameHouse = house !== null && pitch.to.some((address) => houseOfAddress(address) === house)
  const quotes = countQuotedSentences(pitch.sentText, wordRuns(facts.text)) > 0
  return [
    ...(pitchOfThread(facts, indexMessageIds([pitch])) ? (['thread'] as const) : []),
    isKnown ? 'known-address' : sameHouse ? 'same-house' : 'unknown-address',
    isSameSubject(facts.subject, pitch.subject) ? 'same-subject' : 'other-subject',
    ...(quotes ? (['quotes-us'] as const) : []),
  ]
}

const WORDS: Readonly<Record<MatchEvidence, (who: string) => string>> = {
  thread: () => 'It stands in the thread of your letter.',
  'known-address': (who) => `It comes from an address of ${who}.`,
  'same-house': (who) => `It comes from another address at the domain ${who} writes from.`,
  'unknown-address': () => 'The address it comes from is not known here.',
  'same-subject': () => 'The subject is the one you wrote under.',
  'other-subject': () => 'The subject is another one.',
  'quotes-us': () => 'It quotes sentences of yours.',
}

/** In whole sentences. What was stored by another version and is not known is passed over. */
export function evidenceWords(evidence: readonly string[], who: string): string[] {
  return MATCH_EVIDENCE.filter((each) => evidence.includes(each)).map((each) => WORDS[each](who))
}
