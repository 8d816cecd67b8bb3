import { countWords } from './words.ts'

/** One sentence, heading or list item, with its offsets in the text it was cut from. */
export type Sentence = { start: number; end: number; text: string }

const ENDS = /[.!?\u2026\u3002\uFF01\uFF1F]/
const FULL_WIDTH_END = /[\u3002\uFF01\uFF1F]/
const CLOSERS = /["'\u2019\u201D\u00BB)\]]/
const BULLET = /[\u2022\u2023\u25AA\u25CF\u25E6\u2219]/
const LIST_MARK = /^(?:[-*+\u2013\u2014]\s|\d{1,3}[.)]\s|[\u2022\u2023\u25AA\u25CF\u25E6\u2219\u2713\u2714])/
const LOWER_CASE = /^\p{Ll}/u
const UPPER_THEN_LOWER = /^\p{Lu}\p{Ll}/u
const INITIAL = /(?:^|[\s("'.])\p{Lu}$/u
const ABBREVIATION = /(?:^|[\s("'])(?:mrs?|ms|dra?|prof|st|sra?|jr|vs|approx|ca|e\.g|i\.e|bzw|z\.b|p\.ex)$/i
const NUMBER_SIGN = /(?:^|[\s("'])n[or]$/i
const WRAPPED_LINE_WORDS = 4

/**
 * Cuts a text into sentences. A line end is a cut too (headings and list items stand on lines of their own),
 * unless the line plainly runs on: four words or more, no full stop, and the next line goes on in lower case.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  let lineStart = 0
  const cut = (end: number, next: number) => {
    const sentence = trimmed(text, start, end)
    if (sentence) sentences.push(sentence)
    start = next
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    // Letters, from "@" up to the general punctuation: nothing here ends anything.
    if (code > 0x3f && code < 0x2020) continue
    const character = text.charAt(at)
    if (character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029') {
      const secondHalf = character === '\n' && text.charAt(at - 1) === '\r'
      if (!secondHalf && !runsOn(text, lineStart, at)) cut(at, at + 1)
      lineStart = at + 1
    } else if (BULLET.test(character)) {
      cut(at, at + 1)
    } else if (ENDS.test(character)) {
      const end = endOfMarks(text, at)
      if (isEndOfSentence(text, start, at, end)) cut(end, end)
      at = end - 1
    }
  }
  cut(text.length, text.length)
  return sentences
}

function trimmed(text: string, start: number, end: number): Sentence | null {
  const slice = text.slice(start, end)
  const body = slice.trim()
  if (body === '') return null
  const from = start + slice.indexOf(body)
  return { start: from, end: from + body.length, text: body }
}

function endOfMarks(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && (ENDS.test(text.charAt(end)) || CLOSERS.test(text.charAt(end)))) end += 1
  return end
}

/** Whether the marks from `at` up to `end` end a sentence, as they do not in "e.g. this", "3.5" or "www.example.com". */
function isEndOfSentence(text: string, start: number, at: number, end: number): boolean {
  if (end >= text.length || FULL_WIDTH_END.test(text.charAt(at))) return true
  const rest = text.slice(end, end + 40)
  if (!/^\s/.test(rest)) {
    return end === at + 1 && /\p{Ll}/u.test(text.charAt(at - 1)) && UPPER_THEN_LOWER.test(rest)
  }
  if (/^[^\S\n\r]*[\n\r]/.test(rest)) return true
  const next = rest.trimStart()
  if (LOWER_CASE.test(next)) return false
  if (text.charAt(at) !== '.' || end > at + 1) return true
  const before = text.slice(Math.max(start, at - 8), at)
  return !(
    ABBREVIATION.test(before) ||
    INITIAL.test(before) ||
    (NUMBER_SIGN.test(before) && /^\d/.test(next))
  )
}

function runsOn(text: string, lineStart: number, lineEnd: number): boolean {
  const skip = text.charAt(lineEnd) === '\r' && text.charAt(lineEnd + 1) === '\n' ? 2 : 1
  const next = text.slice(lineEnd + skip, lineEnd + skip + 40).replace(/^[ \t]+/, '')
  if (!LOWER_CASE.test(next) || LIST_MARK.test(next)) return false
  // The end of a line is enough to judge by; a line of megabytes is not read again.
  const line = text.slice(Math.max(lineStart, lineEnd - 200), lineEnd).trimEnd()
  return !/[.!?:;\u2026]["')\]]?$/.test(line) && countWords(line) >= WRAPPED_LINE_WORDS
}
