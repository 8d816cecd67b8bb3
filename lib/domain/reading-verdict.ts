import { findGap } from './text/gap-search.ts'
import { findQuote, type TextRange } from './text/quote-search.ts'

/** How a note's quote stands to the page, in the gate's own judgement. `words` are for the person who writes the note. */
export type QuoteVerdict = {
  kind: 'none' | 'found' | 'too-short' | 'not-found'
  words: string
  /** The sentence of the page that comes nearest, where the quote is not there. */
  nearest: string | null
}

export type GapVerdict = {
  kind: 'none' | 'absent' | 'present' | 'nothing-named'
  words: string
  /** The sentence of the page that says it, where the gap is none. */
  sentence: string | null
}

export type ReadingVerdicts = { quote: QuoteVerdict; gap: GapVerdict }

/**
 * Judges a note against all the words of a page (`PageCopy.wholeText`) with the searches the pitch gate uses, so that
 * the desk never promises what the gate refuses.
 */
export function weighReading(
  pageText: string,
  { quote, gap }: { quote: string; gap: string },
): ReadingVerdicts {
  return { quote: weighQuote(pageText, quote), gap: weighGap(pageText, gap) }
}

/** Where quote and gap stand in the text on show, to be marked there. */
export function passagesIn(text: string, { quote, gap }: { quote: string; gap: string }) {
  const quoted = quote.trim() === '' ? null : findQuote(text, quote)
  const named = gap.trim() === '' ? null : findGap(text, gap)
  return {
    quote: quoted?.kind === 'found' ? quoted.parts : [],
    gap: named?.kind === 'present' ? [{ start: named.start, end: named.end }] : [],
  } satisfies Record<string, TextRange[]>
}

function weighQuote(pageText: string, quote: string): QuoteVerdict {
  if (quote.trim() === '') return { kind: 'none', words: '', nearest: null }
  const search = findQuote(pageText, quote)
  if (search.kind === 'found')
    return { kind: 'found', words: 'Found on the page, word for word.', nearest: null }
  if (search.kind === 'too-short') return { kind: 'too-short', words: search.message, nearest: null }
  const nearest = search.closest?.text ?? null
  return {
    kind: 'not-found',
    words: nearest
      ? 'Not on the page in these words. The nearest passage:'
      : 'Not on the page in these words.',
    nearest,
  }
}

function weighGap(pageText: string, gap: string): GapVerdict {
  if (gap.trim() === '') return { kind: 'none', words: '', sentence: null }
  const search = findGap(pageText, gap)
  if (search.kind === 'nothing-named') {
    return {
      kind: 'nothing-named',
      words: 'That names nothing to look for. Say what is missing in a word or two.',
      sentence: null,
    }
  }
  if (search.kind === 'present')
    return { kind: 'present', words: 'The page does speak of it:', sentence: search.sentence }
  const looked = search.words.map((word) => `“${word}”`).join(' + ')
  return {
    kind: 'absent',
    words: `Not on the page. No sentence, heading or picture text has ${looked}.`,
    sentence: null,
  }
}
