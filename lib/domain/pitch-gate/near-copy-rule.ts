import { splitSentences } from '../text/sentences.ts'
import type { OtherPitch, PitchFacts } from './pitch-facts.ts'
import { type PitchProblem, problem } from './pitch-rules.ts'
import {
  COMPARED_FROM_WORDS,
  type ComparisonMask,
  gramsOfSentence,
  maskedText,
  type PreparedText,
  prepareText,
} from './shingles.ts'

export const NEAR_COPY_REFUSED_FROM = 0.5
export const NEAR_COPY_WARNED_FROM = 0.3
const SENTENCES_SHOWN = 5
const OTHERS_NAMED = 3

/** Whether too much of this pitch stands in another pitch of the workspace. */
export function reviewLikeness(facts: PitchFacts): PitchProblem[] {
  const own = prepareText(facts.body, maskOf(facts))
  if (own.words < COMPARED_FROM_WORDS) return []
  const alike: { other: OtherPitch; prepared: PreparedText; share: number }[] = []
  for (const other of facts.others) {
    const prepared =
      other.prepared ?? prepareText(other.body, { ...maskOf(facts), contactName: facts.contact.name })
    const share = shareOf(own, prepared)
    if (share >= NEAR_COPY_WARNED_FROM) alike.push({ other, prepared, share })
  }
  alike.sort((a, b) => b.share - a.share)
  const [closest, ...further] = alike
  if (!closest) return []
  const severity = closest.share >= NEAR_COPY_REFUSED_FROM ? 'mendable' : 'warning'
  const named = [closest, ...further].slice(0, OTHERS_NAMED).map(({ other, share }) => ({
    id: other.id,
    label: nameOf(other),
    percent: Math.floor(share * 100),
  }))
  const also = named.slice(1).map(({ label }) => label)
  const sentences = sharedSentences(facts, closest.prepared)
  const inBoth = sentences.map((sentence) => `"${sentence}"`).join(' ')
  const words = {
    message: `${Math.floor(closest.share * 100)} % of the wording stands in another pitch: ${nameOf(closest.other)}${also.length > 0 ? ` (also ${also.join(', ')})` : ''}.${inBoth === '' ? '' : ` Shared: ${inBoth}`}`,
    remedy: 'Say it anew for this person: what in their piece made you think of it?',
  }
  return [{ ...problem('near-copy', words, severity), copies: { pitches: named, sentences } }]
}

/** Share of the shorter text's word 4-grams that stand in the other, 0 to 1; 0 when one is too short to compare. */
export function shareOf(one: PreparedText, other: PreparedText): number {
  if (one.words < COMPARED_FROM_WORDS || other.words < COMPARED_FROM_WORDS) return 0
  const isShorter = one.words === other.words ? one.grams.size <= other.grams.size : one.words < other.words
  const [short, long] = isShorter ? [one.grams, other.grams] : [other.grams, one.grams]
  let shared = 0
  for (const gram of short) if (long.has(gram)) shared += 1
  return shared / short.size
}

/** What is left out of a comparison for this pitch; other pitches are best prepared with their own. */
export function maskOf(
  facts: Pick<PitchFacts, 'origin' | 'reading' | 'sender' | 'contact' | 'signature'>,
): ComparisonMask {
  const { origin, reading, sender, contact, signature } = facts
  return { origin, reading, sender, signature, contactName: contact.name }
}

function nameOf(other: OtherPitch): string {
  return other.label ?? other.id
}

/**
 * As they stand in this pitch: those of which half the 4-grams stand in the other text; where there is none, since pieces
 * of many sentences are in both, the one that shares most.
 */
function sharedSentences(facts: PitchFacts, other: PreparedText): string[] {
  const mask = maskOf(facts)
  const judged = splitSentences(maskedText(facts.body, mask)).map(({ text }) => {
    const grams = gramsOfSentence(text, facts.body, mask)
    const known = grams.filter((gram) => other.grams.has(gram)).length
    return { text: shortened(text), share: grams.length === 0 ? 0 : known / grams.length }
  })
  const shared = judged.filter(({ share }) => share >= 0.5)
  const [most] = judged.filter(({ share }) => share > 0).sort((a, b) => b.share - a.share)
  const shown = shared.length > 0 ? shared : most ? [most] : []
  return [...new Set(shown.map(({ text }) => text))].slice(0, SENTENCES_SHOWN)
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= 160 ? line : `${line.slice(0, 159).trimEnd()}…`
}
