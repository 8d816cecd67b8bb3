import { conditionIn } from '../pitch-gate/condition-rule.ts'
import { isDenied } from '../pitch-gate/denial.ts'
import { lintSentences } from '../pitch-gate/lint-text.ts'
import { expectationIn } from './sample-expectations.ts'
import { ASKED_ANYWAY, ASKS, HIDES, KEEPS, OWN_HELP, TELLS } from './sample-phrases.ts'

/**
 * `condition`: the gift is tied to something. `hides`: readers are not to know of it. Both are refused. `keep-missing` and
 * `tell-missing`: something they should be told is not found; somebody may have said it in words Rapport does not know.
 */
export type SampleWordsProblem = {
  kind: 'condition' | 'hides' | 'keep-missing' | 'tell-missing'
  message: string
  remedy: string
  /** The words themselves, folded; empty where something is missing. */
  words: string
}

/** Said so that nobody has to look for the words. */
export const KEEP_SENTENCE = 'It is yours to keep either way, whether you write about it or not.'
export const TELL_SENTENCE =
  'If you do write about it, please tell your readers that it was a gift, and mark any link as sponsored or nofollow.'

/** Whether words may go with a gift: no strings, and how to tell readers. One function for the page and the command. */
export function reviewSampleWords(words: string): SampleWordsProblem[] {
  const sentences = lintSentences(words, null)
  const problems: SampleWordsProblem[] = []
  const tied = firstOf(sentences, tiedIn)
  if (tied !== null) {
    problems.push({
      kind: 'condition',
      words: tied,
      message: `“${shown(tied)}” ties the gift to something they should do.`,
      remedy: 'Leave it out. What they write, and whether they link, is theirs.',
    })
  }
  const hidden = firstOf(sentences, hiddenIn)
  if (hidden !== null) {
    problems.push({
      kind: 'hides',
      words: hidden,
      message: `“${shown(hidden)}” asks them to keep the gift from their readers.`,
      remedy: 'Leave it out, and say how to tell readers instead. It protects you both.',
    })
  }
  if (!sentences.some((sentence) => KEEPS.some((phrase) => phrase.test(sentence)))) {
    problems.push({
      kind: 'keep-missing',
      words: '',
      message: 'It does not say yet that they may keep it either way.',
      remedy: `For example: “${KEEP_SENTENCE}”`,
    })
  }
  if (hidden !== null || !sentences.some((sentence) => TELLS.some((phrase) => phrase.test(sentence)))) {
    problems.push({
      kind: 'tell-missing',
      words: '',
      message: 'It does not say yet how to tell their readers.',
      remedy: `For example: “${TELL_SENTENCE}”`,
    })
  }
  return problems
}

/** What nobody may send, but an owner with a written reason; the other problems are answered with a tick. */
export function isRefused({ kind }: Pick<SampleWordsProblem, 'kind'>): boolean {
  return kind === 'condition' || kind === 'hides'
}

function firstOf(sentences: readonly string[], find: (sentence: string) => string | null): string | null {
  for (const sentence of sentences) {
    const words = find(sentence)
    if (words !== null) return words
  }
  return null
}

/** Asking them to say that it was a gift, or to mark the link, is right, whatever the verb. */
const TELLING =
  /\b(?:sponsored|no-?follow|disclos\w+|#?advert\w*|#ad|(?:say|tell|mention|note|add|mark|label|state|write|clear|know)\b[^.;]{0,40}\b(?:(?:was|is|were|as|it's|it as) (?:a )?#?gift(?:ed)?|(?:that|how|where) (?:we|you|it|they) (?:sent|got|came|gave)|where it came))\b/
const TOLD_BEFORE = 30
/** The whole sentence is about what their readers are told. */
const TELLS_READERS =
  /\b(?:sponsored|no-?follow|disclos\w+|your readers know|#ad|#?advert\w*)\b|\b(?:say|tell|mention|note|add|mark|label|state|show|write)\b[^.;]{0,60}\b(?:gift(?:ed)?|(?:we|i) (?:sent|gave)|(?:was|is|were) free|where it (?:came|is))\b/

function tiedIn(written: string): string | null {
  const sentence = written.replace(OWN_HELP, 'our help')
  for (const phrase of ASKED_ANYWAY) {
    for (const match of sentence.matchAll(phrase)) if (!isTelling(sentence, match)) return match[0]
  }
  const base = conditionIn(sentence)
  if (base !== null) return base
  for (const phrase of ASKS) {
    for (const match of sentence.matchAll(phrase)) {
      const end = match.index + match[0].length
      const isFree = /\bwhether\b|\beven if\b|\bor not\b/.test(
        sentence.slice(Math.max(0, match.index - 30), end + 20),
      )
      if (isFree || isTelling(sentence, match) || isDenied(sentence, match.index, end)) continue
      return match[0]
    }
  }
  return TELLS_READERS.test(sentence) ? null : expectationIn(sentence)
}

function isTelling(sentence: string, match: RegExpExecArray): boolean {
  // Nobody is told anything by a link or a review.
  if (/\b(?:back)?link|\b(?:tag|review|feature|credit|recommend|shout|stars?)\b/.test(match[0])) return false
  const start = Math.max(0, match.index - TOLD_BEFORE)
  return TELLING.test(sentence.slice(start, match.index + match[0].length + 60))
}

function hiddenIn(sentence: string): string | null {
  for (const phrase of HIDES) {
    for (const match of sentence.matchAll(phrase)) return match[0]
  }
  return null
}

function shown(words: string): string {
  return words.length <= 120 ? words : `${words.slice(0, 119).trimEnd()}…`
}
