import { type FoldedText, foldText, foldWithOffsets } from './fold-text.ts'
import { splitSentences } from './sentences.ts'
import { visibleText } from './visible-text.ts'
import { countWords, isOnWordBoundaries } from './words.ts'

/** A stretch of the original page text, from `start` up to `end`. */
export type TextRange = { start: number; end: number }

export type QuoteSearch =
  | { kind: 'found'; start: number; end: number; parts: TextRange[] }
  | { kind: 'too-short'; words: number; message: string }
  /** `closest` is the sentence of the page that shares most words with the quote, if one comes near. */
  | { kind: 'not-found'; closest: (TextRange & { text: string }) | null }

const QUOTE_MIN_WORDS = 4
const CLOSE_ENOUGH = 0.5

// Folding has already turned the one-character ellipsis into three dots.
const ELLIPSIS = /[[(]\s?\.(?:\s?\.){2,}\s?[\])]|\.(?:\s?\.){2,}/

/**
 * Looks for a quote in a page's text, word for word after folding (PITCH-GATE.md). Marks around the quote do not
 * count; an ellipsis cuts it into parts of four words or more that have to stand in order. Offsets are those of
 * the page text as it was given, so that a screen can mark the place.
 */
export function findQuote(pageText: string, quote: string): QuoteSearch {
  const wanted = trimMarks(foldText(visibleText(quote)))
  const words = countWords(wanted)
  if (words < QUOTE_MIN_WORDS) return tooShort(words)
  const page = foldWithOffsets(visibleText(pageText))
  const whole = locate(page, wanted, 0)
  if (whole) return found(page, [whole])

  const parts = wanted
    .split(ELLIPSIS)
    .map(trimMarks)
    .filter((part) => part !== '')
  const shortest = Math.min(...parts.map(countWords))
  if (parts.length > 1 && shortest < QUOTE_MIN_WORDS) return tooShort(shortest)
  const places = parts.length > 1 ? locateInOrder(page, parts) : null
  return places ? found(page, places) : { kind: 'not-found', closest: closestSentence(pageText, wanted) }
}

function tooShort(words: number): QuoteSearch {
  const message = `A quote needs at least four words in a row; this has ${words}.`
  return { kind: 'too-short', words, message }
}

/** Cuts everything before the first and after the last letter or digit. */
function trimMarks(text: string): string {
  const start = text.search(/[\p{L}\p{N}]/u)
  if (start === -1) return ''
  let end = text.length
  // Step by step from the end: a pattern anchored there would try every run of marks on its way.
  while (!/^[\p{L}\p{N}\p{M}]$/u.test(text.slice(end - 1, end)) && !isSecondHalfOfLetter(text, end)) end -= 1
  return text.slice(start, end)
}

function isSecondHalfOfLetter(text: string, end: number): boolean {
  return /^[\p{L}\p{N}\p{M}]$/u.test(text.slice(end - 2, end))
}

function found(page: FoldedText, places: TextRange[]): QuoteSearch {
  const parts = places.map(({ start, end }) => ({
    start: page.starts[start] ?? 0,
    end: page.ends[end - 1] ?? 0,
  }))
  return { kind: 'found', start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0, parts }
}

function locateInOrder(page: FoldedText, parts: string[]): TextRange[] | null {
  const places: TextRange[] = []
  for (const part of parts) {
    const place = locate(page, part, places.at(-1)?.end ?? 0)
    if (!place) return null
    places.push(place)
  }
  return places
}

/** First place of `wanted` on word boundaries. Knuth-Morris-Pratt, so that no page makes it slower than its length. */
function locate(page: FoldedText, wanted: string, from: number): TextRange | null {
  const fallback = fallbacksOf(wanted)
  let matched = 0
  for (let at = from; at < page.text.length; at += 1) {
    const unit = page.text.charCodeAt(at)
    while (matched > 0 && unit !== wanted.charCodeAt(matched)) matched = fallback[matched - 1] ?? 0
    if (unit === wanted.charCodeAt(matched)) matched += 1
    if (matched < wanted.length) continue
    const start = at + 1 - wanted.length
    if (isOnWordBoundaries(page.text, start, at + 1)) return { start, end: at + 1 }
    matched = fallback[matched - 1] ?? 0
  }
  return null
}

function fallbacksOf(wanted: string): Uint32Array {
  const fallback = new Uint32Array(wanted.length)
  let matched = 0
  for (let at = 1; at < wanted.length; at += 1) {
    while (matched > 0 && wanted.charCodeAt(at) !== wanted.charCodeAt(matched))
      matched = fallback[matched - 1] ?? 0
    if (wanted.charCodeAt(at) === wanted.charCodeAt(matched)) matched += 1
    fallback[at] = matched
  }
  return fallback
}

function closestSentence(pageText: string, wanted: string): (TextRange & { text: string }) | null {
  const quoted = new Set(wordsOf(wanted))
  let best: (TextRange & { text: string }) | null = null
  let bestShare = CLOSE_ENOUGH
  for (const sentence of splitSentences(visibleText(pageText))) {
    const words = new Set(wordsOf(foldText(sentence.text)))
    const share = [...quoted].filter((word) => words.has(word)).length / quoted.size
    if (share <= bestShare) continue
    best = sentence
    bestShare = share
  }
  return best
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}\p{M}']+/gu) ?? []
}
