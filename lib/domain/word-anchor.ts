import { type FoldedText, foldText, foldWithOffsets } from './text/fold-text.ts'
import type { TextRange } from './text/quote-search.ts'
import { countWords, isOnWordBoundaries } from './text/words.ts'

/** Words of a text, with enough around them to find them again when the text has changed. */
export type WordAnchor = {
  quote: string
  before: string
  after: string
  /** Where the words began, in UTF-16 units. */
  position: number
}

const CONTEXT_CHARACTERS = 80
/** How many words before and after are compared. */
const CONTEXT_WORDS = 6
/** So many words in a row are hardly anywhere else; fewer need one that still stands beside them. */
const ENOUGH_BY_THEMSELVES = 3
/** Stands for the beginning and the end of a text: what stood there and still does is in its place. */
const EDGE = '\n'

/** Notes a stretch of a text. White space at its ends is left out. */
export function anchorAt(text: string, { start, end }: TextRange): WordAnchor {
  const stretch = text.slice(start, end)
  const from = start + (stretch.length - stretch.trimStart().length)
  const to = from + stretch.trim().length
  return {
    quote: text.slice(from, to),
    before: text.slice(Math.max(0, from - CONTEXT_CHARACTERS), from),
    after: text.slice(to, to + CONTEXT_CHARACTERS),
    position: from,
  }
}

/** Every place where these words stand, after folding, on word boundaries. None for words without a letter or digit. */
export function findWords(text: string, words: string): TextRange[] {
  return placesOf(foldWithOffsets(text), foldText(words)).filter(({ isWhole }) => isWhole)
}

/**
 * Where noted words stand now: the place whose neighbours are most like those they had, the nearest to where they were
 * among equals. Null when the words are gone, or when one or two words are left that anything else may have brought.
 */
export function findAnchor(text: string, anchor: WordAnchor): TextRange | null {
  const page = foldWithOffsets(text)
  const wanted = foldText(anchor.quote)
  const [before, after] = [wordsBefore(anchor.before), wordsAfter(anchor.after)]
  const wasWhole = isWholeIn(anchor)
  const isEnough = countWords(anchor.quote) >= ENOUGH_BY_THEMSELVES
  const places = placesOf(page, wanted)
    .filter(({ isWhole }) => isWhole || !wasWhole)
    .map(({ start, end }) => ({
      start,
      end,
      likeness:
        alike(before, wordsBefore(text.slice(Math.max(0, start - 2 * CONTEXT_CHARACTERS), start))) +
        alike(after, wordsAfter(text.slice(end, end + 2 * CONTEXT_CHARACTERS))),
      distance: Math.abs(start - anchor.position),
    }))
    .filter(({ likeness }) => likeness > 0 || isEnough)
    .sort((a, b) => b.likeness - a.likeness || a.distance - b.distance)
  const [best] = places
  return best ? { start: best.start, end: best.end } : null
}

function placesOf(page: FoldedText, wanted: string): (TextRange & { isWhole: boolean })[] {
  if (countWords(wanted) === 0) return []
  const places: (TextRange & { isWhole: boolean })[] = []
  for (let at = page.text.indexOf(wanted); at !== -1; at = page.text.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1
    places.push({
      start: page.starts[at] ?? 0,
      end: page.ends[last] ?? 0,
      isWhole: isOnWordBoundaries(page.text, at, last + 1),
    })
  }
  return places
}

/** Whether the words began and ended where words do, so that "art" is not found again in "start". */
function isWholeIn({ before, quote, after }: WordAnchor): boolean {
  return isOnWordBoundaries(before + quote + after, before.length, before.length + quote.length)
}

/** The nearest first. */
function wordsBefore(text: string): string[] {
  return [...foldedWords(text).reverse(), EDGE]
}

function wordsAfter(text: string): string[] {
  return [...foldedWords(text), EDGE]
}

function foldedWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}\p{M}']+/gu) ?? []
}

/** How many words agree, from the nearest on, until the first that does not. */
function alike(once: readonly string[], now: readonly string[]): number {
  let count = 0
  while (count < CONTEXT_WORDS && once[count] !== undefined && once[count] === now[count]) count += 1
  return count
}
