import type { PitchFacts } from '../pitch-facts.ts'
import { CONDITIONS, FOREIGN_CONDITIONS, FOREIGN_FREE_OFFERS, FREE_OFFERS } from './condition-sentences.ts'
import { ENGLISH_LETTERS, KETTLE } from './english-letters.ts'
import { type LabelledPitch, type Verdict, withSentence } from './labelled-pitch.ts'
import { LEFT_OVERS, NO_LEFT_OVERS } from './left-over-sentences.ts'
import { FOREIGN_MONEY, FOREIGN_NO_MONEY, MONEY, NO_MONEY } from './money-sentences.ts'
import { FRENCH, GERMAN, OTHER_LETTERS, SPANISH } from './other-letters.ts'
import { SPOILED_LETTERS } from './spoiled-letters.ts'

const LETTER_IN = { de: GERMAN, fr: FRENCH, es: SPANISH }

/** Texts of our own with what the gate has to say of each: rule and severity. */
export const LABELLED_PITCHES: readonly LabelledPitch[] = [
  ...[...ENGLISH_LETTERS, ...OTHER_LETTERS].map((facts) => ({
    about: `an honest letter: ${facts.subject}`,
    facts,
    expected: [],
  })),
  ...each(CONDITIONS, KETTLE, ['condition mendable']),
  ...each(FREE_OFFERS, KETTLE, []),
  ...inEachLanguage(FOREIGN_CONDITIONS, ['condition mendable']),
  ...inEachLanguage(FOREIGN_FREE_OFFERS, []),
  ...each(MONEY, KETTLE, ['sells-or-buys mendable']),
  ...each(NO_MONEY, KETTLE, []),
  ...inEachLanguage(FOREIGN_MONEY, ['sells-or-buys mendable']),
  ...inEachLanguage(FOREIGN_NO_MONEY, []),
  ...each(LEFT_OVERS, KETTLE, ['placeholder mendable']),
  ...each(NO_LEFT_OVERS, KETTLE, []),
  ...SPOILED_LETTERS,
]

function each(sentences: readonly string[], facts: PitchFacts, expected: readonly Verdict[]) {
  return sentences.map((sentence) => ({ about: sentence, facts: withSentence(facts, sentence), expected }))
}

function inEachLanguage(
  sentences: Readonly<Record<keyof typeof LETTER_IN, readonly string[]>>,
  expected: readonly Verdict[],
) {
  return (['de', 'fr', 'es'] as const).flatMap((language) =>
    each(sentences[language], LETTER_IN[language], expected),
  )
}
