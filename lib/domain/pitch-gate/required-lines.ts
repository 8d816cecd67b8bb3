import { foldWithOffsets, withoutAccents } from '../text/fold-text.ts'
import type { TextRange } from '../text/quote-search.ts'
import { findQuote } from '../text/quote-search.ts'
import { splitSentences } from '../text/sentences.ts'
import { countWords, isOnWordBoundaries } from '../text/words.ts'
import { readGreeting } from './greeting.ts'
import { lintFold } from './lint-text.ts'
import type { PitchFacts, PitchSender } from './pitch-facts.ts'
import { namesTheirPiece, saysNoIsFine, saysWhereFound } from './required-phrases.ts'

/** What a first mail has to say, and which of its sentences are there only to say it. */
export type RequiredLines = {
  saysWhoWeAre: boolean
  saysWhereFound: boolean
  saysNoIsFine: boolean
  givesPostalAddress: boolean
  /** Offsets in the text. They count neither for length nor for likeness. */
  ranges: TextRange[]
}

export type RequiredLinesContext = Pick<PitchFacts, 'origin' | 'reading' | 'sender'>

/** A longer sentence carries the pitch as well, and counts. */
const REQUIRED_SENTENCE_MAX_WORDS = 40
/** What says no more than what we read; more of it is the pitch itself. */
const PIECE_SENTENCE_MAX_WORDS = 15
/** Besides the name: "Best, Ana Silva, founder". */
const SIGNED_LINE_MAX_WORDS = 3
const INTRODUCTION_MAX_WORDS = 25
const POSTAL_ADDRESS_MAX_WORDS = 60
const INTRODUCES =
  /\b(?:i'm|i am|my name is|this is|here|we're|we are|i run|i own|i make|we make|i work|we run|i write|i started|i founded|founder|owner|on behalf of|ich bin|wir sind|mein name|ich heisse|je suis|je m'appelle|nous sommes|mon nom|soy|somos|me llamo|mi nombre|sono|mi chiamo|siamo|ik ben|wij zijn|mijn naam|sou|chamo-me|meu nome)\b/
const LEGAL_FORM =
  /[\s,]+(?:ltd|limited|llc|inc|incorporated|corp|corporation|co|company|gmbh|ag|ug|kg|e\.? ?k|s\.?a\.?r\.?l|sas|sa|s\.?l|srl|spa|b\.?v|n\.?v|pty|plc|oy|ab|aps|as)\.?$/

/** Looks for who we are, where we found them, an easy no and the postal address. PITCH-GATE.md, "identity". */
export function findRequiredLines(text: string, context: RequiredLinesContext): RequiredLines {
  const greetingEnd = readGreeting(text).end
  const names = namesOf(context.sender)
  const hosts = hostsOf(context.origin?.page ?? null)
  const found: RequiredLines = {
    saysWhoWeAre: false,
    saysWhereFound: false,
    saysNoIsFine: false,
    givesPostalAddress: false,
    ranges: [],
  }
  let introduced = false
  let piece: (TextRange & { words: number }) | undefined
  for (const { start, end, text: sentence } of splitSentences(text)) {
    const from = start < greetingEnd ? Math.min(greetingEnd, end) : start
    const words = lintFold(start < greetingEnd ? text.slice(from, end) : sentence)
    const length = countWords(words)
    const namesUs = names.some((name) => holdsPhrase(words, name))
    const where = hosts.some((host) => words.includes(host)) || saysWhereFound(words)
    const no = saysNoIsFine(words)
    const introduces: boolean =
      namesUs && !introduced && length <= INTRODUCTION_MAX_WORDS && INTRODUCES.test(words)
    introduced ||= introduces
    const isSignedLine = namesUs && wordsBesides(words, names) <= SIGNED_LINE_MAX_WORDS
    const isRequired = introduces || isSignedLine || ((where || no) && length <= REQUIRED_SENTENCE_MAX_WORDS)
    if (isRequired) found.ranges.push({ start: from, end })
    if (!where && namesTheirPiece(words)) piece ??= { start: from, end, words: length }
    found.saysWhoWeAre ||= namesUs
    found.saysWhereFound ||= where
    found.saysNoIsFine ||= no
  }
  if (!found.saysWhereFound && piece) {
    found.saysWhereFound = true
    if (piece.words <= PIECE_SENTENCE_MAX_WORDS) found.ranges.push({ start: piece.start, end: piece.end })
  }
  if (context.reading && !found.saysWhereFound) {
    found.saysWhereFound = findQuote(text, context.reading.quote).kind === 'found'
  }
  const postal = findPostalAddress(text, context.sender.postalAddress)
  if (postal) found.ranges.push(postal)
  return { ...found, givesPostalAddress: postal !== null, ranges: merged(found.ranges) }
}

/** The text without the given stretches. */
export function withoutRanges(text: string, ranges: readonly TextRange[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of ranges) {
    rest += `${text.slice(at, start)}\n`
    at = Math.max(at, end)
  }
  return rest + text.slice(at)
}

function namesOf(sender: PitchSender): string[] {
  const company = lintFold(sender.company)
  return [lintFold(sender.name), company, company.replace(LEGAL_FORM, '')].filter((name) =>
    /[\p{L}\p{N}]/u.test(name),
  )
}

function hostsOf(page: string | null): string[] {
  const host = /^(?:https?:\/\/)?(?:www\.)?([^/?#\s]+\.[^/?#\s]+)/i.exec(page?.trim() ?? '')?.[1]
  return host ? [lintFold(host)] : []
}

function holdsPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (isOnWordBoundaries(text, at, at + phrase.length)) return true
  }
  return false
}

/** How much a line says when our own names are taken out of it. */
function wordsBesides(text: string, names: readonly string[]): number {
  return countWords(names.reduce((rest, name) => rest.replaceAll(name, ' '), text))
}

/** Line breaks, commas and dots between the words of an address do not matter. */
function findPostalAddress(text: string, postalAddress: string | null): TextRange | null {
  const wanted = lintFold(postalAddress ?? '').match(/[\p{L}\p{N}]+/gu) ?? []
  if (wanted.length === 0 || wanted.length > POSTAL_ADDRESS_MAX_WORDS) return null
  const folded = foldWithOffsets(text)
  const there = [...folded.text.matchAll(/[\p{L}\p{N}]+/gu)]
  for (let at = 0; at + wanted.length <= there.length; at += 1) {
    if (!wanted.every((word, offset) => withoutAccents(there[at + offset]?.[0] ?? '') === word)) continue
    const first = there[at]?.index ?? 0
    const last = there[at + wanted.length - 1]
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0)
    return { start: folded.starts[first] ?? 0, end: folded.ends[end - 1] ?? 0 }
  }
  return null
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else joined.push({ ...range })
  }
  return joined
}
