import { foldText } from './fold-text.ts'
import { splitSentences } from './sentences.ts'
import { visibleText } from './visible-text.ts'
import { formsOf } from './word-forms.ts'

export type GapSearch =
  /** Nothing is left of the gap once "no", "without" and the small words are gone. */
  | { kind: 'nothing-named' }
  | { kind: 'absent'; words: string[] }
  /** `start` and `end` are offsets in the page text as it was given. */
  | { kind: 'present'; words: string[]; sentence: string; start: number; end: number }

const LEADING_ABSENCE = [
  'there is no',
  'there was no',
  'there are no',
  'there were no',
  "there isn't a",
  'no mention of',
  'not a word about',
  'nothing about',
  'nothing on',
  'nothing for',
  'lack of',
  'a lack of',
  'the lack of',
  'absence of',
  'lacks',
  'lacking',
  'without',
  'none of',
  'no',
  'keine',
  'keinen',
  'kein',
  'ohne',
  'aucune',
  'aucun',
  'pas de',
  'sans',
  'sin',
]
const STOP_WORDS = new Set(
  (
    'a about also an and any are as at be been but by can could did do does either for from had has have he her his ' +
    'how i if in into is it its just me my no not of on or our she so some such than that the their them then there ' +
    'these they this those to too us was we were what when where which who will with without would you your'
  ).split(' '),
)
const CONTRACTED_NOT = /^(?:are|did|do|does|has|have|is|was|were)n't$/
// A gap is a phrase. What comes after this many words is a story, and would only make the search slow.
const GAP_MAX_WORDS = 40
const WORDS = /[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu

/**
 * Whether what a pitch calls missing stands on the page after all: every word of the gap, in any of its plural,
 * hyphen and case forms, in one sentence or list item (PITCH-GATE.md). The first such sentence is shown.
 */
export function findGap(pageText: string, gap: string): GapSearch {
  const wanted = wordsOfGap(gap)
  const words = wanted.map((word) => word.parts.join('-'))
  if (wanted.length === 0) return { kind: 'nothing-named' }
  for (const sentence of splitSentences(visibleText(pageText))) {
    const { tokens, known } = readSentence(sentence.text)
    if (!wanted.every((word) => holds(tokens, known, word))) continue
    return {
      kind: 'present',
      words,
      sentence: pageText.slice(sentence.start, sentence.end),
      start: sentence.start,
      end: sentence.end,
    }
  }
  return { kind: 'absent', words }
}

/**
 * A word of the gap: its hyphen parts, each with all its forms, and the forms of it written as one word, alone or
 * together with the word beside it ("eco friendly" may be "ecofriendly" on the page).
 */
type WantedWord = { parts: string[]; partForms: Set<string>[]; wholeForms: Set<string> }

function wordsOfGap(gap: string): WantedWord[] {
  const folded = foldText(gap).replace(/^[^\p{L}\p{N}]+/u, '')
  const words = (withoutLeadingAbsence(folded).match(WORDS) ?? []).slice(0, GAP_MAX_WORDS)
  return words.flatMap((word, index) => {
    if (STOP_WORDS.has(word) || CONTRACTED_NOT.test(word)) return []
    const parts = word.split('-')
    const whole = parts.join('')
    const before = words[index - 1]?.replaceAll('-', '') ?? ''
    const after = words[index + 1]?.replaceAll('-', '') ?? ''
    const spellings = [
      whole,
      before.length > 1 ? before + whole : whole,
      after.length > 1 ? whole + after : whole,
    ]
    return [
      {
        parts,
        partForms: parts.map((part) => new Set(formsOf(part))),
        wholeForms: new Set(spellings.flatMap(formsOf)),
      },
    ]
  })
}

function withoutLeadingAbsence(folded: string): string {
  const leading = LEADING_ABSENCE.find((words) => `${folded} `.startsWith(`${words} `))
  return leading ? withoutLeadingAbsence(folded.slice(leading.length).trimStart()) : folded
}

function holds(tokens: string[], known: Set<string>, word: WantedWord): boolean {
  for (const form of word.wholeForms) if (known.has(form)) return true
  if (word.parts.length === 1) return false
  return tokens.some((_, at) => word.partForms.every((forms, offset) => forms.has(tokens[at + offset] ?? '')))
}

/** The words of a sentence, hyphens cut, and everything that counts as standing in it: words, and pairs written as one. */
function readSentence(sentence: string): { tokens: string[]; known: Set<string> } {
  const written = foldText(sentence).match(WORDS) ?? []
  const tokens: string[] = []
  const known = new Set<string>()
  for (const word of written) {
    const bare = word.replace(/'s?$/, '')
    known.add(bare.replaceAll('-', ''))
    tokens.push(...bare.split('-'))
  }
  for (const [index, token] of tokens.entries()) {
    known.add(token)
    known.add(token + (tokens[index + 1] ?? ''))
  }
  return { tokens, known }
}
