import { withoutAccents } from '../text/fold-text.ts'
import { splitSentences } from '../text/sentences.ts'

const WINDOW_WORDS = 5
const MOST_WORDS = 60_000
const LONGEST_TEXT = 600_000
const MOST_SENTENCES = 200
const NO_WORD = /[^\p{L}\p{N}]+/u

/** Every run of five words in a text, however it was wrapped or marked as quoted. Linear in the text. */
export function wordRuns(text: string): ReadonlySet<string> {
  const words = plainWords(text.slice(0, LONGEST_TEXT)).slice(0, MOST_WORDS)
  const runs = new Set<string>()
  for (let at = 0; at + WINDOW_WORDS <= words.length; at += 1) {
    runs.add(words.slice(at, at + WINDOW_WORDS).join(' '))
  }
  return runs
}

/** How many sentences of what we sent stand whole in a text; sentences under five words are everybody's and do not count. */
export function countQuotedSentences(sentText: string, runs: ReadonlySet<string>): number {
  if (runs.size === 0) return 0
  // A mail's lines are wrapped by width, so only an empty line parts sentences.
  const flowing = sentText.slice(0, LONGEST_TEXT).replace(/([^\n])\r?\n(?=[^\r\n])/g, '$1 ')
  const quoted = new Set<string>()
  for (const { text } of splitSentences(flowing).slice(0, MOST_SENTENCES)) {
    const words = plainWords(text)
    if (words.length >= WINDOW_WORDS && isWithin(words, runs)) quoted.add(words.join(' '))
  }
  return quoted.size
}

function isWithin(words: readonly string[], runs: ReadonlySet<string>): boolean {
  for (let at = 0; at + WINDOW_WORDS <= words.length; at += 1) {
    if (!runs.has(words.slice(at, at + WINDOW_WORDS).join(' '))) return false
  }
  return true
}

function plainWords(text: string): string[] {
  return withoutAccents(text.normalize('NFC').toLowerCase())
    .split(NO_WORD)
    .filter((word) => word !== '')
}
