import { foldText, withoutAccents } from '../text/fold-text.ts'
import { splitSentences } from '../text/sentences.ts'
import { FOR_NOW_PHRASES, LATER_PHRASES, NO_PHRASES, STOP_PHRASES, YES_PHRASES } from './ending-phrases.ts'

export type Suggestion = 'stop' | 'no-thanks'

const LONGEST_SENTENCE = 400
const MOST_SENTENCES = 120
const LONGEST_TEXT = 60_000
// A message or a sentence that is nothing but this.
const ONLY_STOP =
  /^(?:please |bitte |por favor |s'il (?:vous|te) plait |per favore |alsjeblieft )?(?:stop|stopp|unsubscribe|remove|opt ?-?out|abmelden|austragen|desabonnement|desinscription|baja|cancellami|uitschrijven|afmelden)(?: it| this| now| please| bitte)?$/
const ONLY_NO =
  /^(?:no|nope|nein|non|nee|leider nein|not interested|pass|no interest|kein interesse|hard pass)$/
/** "I can't stop reading" and "don't stop" ask for the opposite. */
const NOT_STOP = /(?:do not|don't|dont|can't|cannot|couldn't|never|won't|didn't) (?:ever )?(?:stop|quit)/
const BUT = /\b(?:but|though|however|aber|doch|mais|pero|sino|ma|maar|mas|men|ale)\b/
/** People talk about others' mail as well. */
const ABOUT_OTHERS = /\b(?:my|our|their|your) (?:readers|subscribers|followers|audience|customers)\b/

/**
 * What the new part of a reply seems to ask for: to be left alone, or plainly no. "Not now" is neither. In doubt nothing is
 * suggested; a person confirms in any case.
 */
export function suggestEnding(text: string): Suggestion | null {
  const sentences = sentencesOf(withoutSignature(text))
  if (sentences.some(isStop)) return 'stop'
  if (!sentences.some(isNo)) return null
  const softened = sentences.some(
    (one) => matches(LATER_PHRASES, one) || (isNo(one) ? isSoftened(one) : matches(YES_PHRASES, one)),
  )
  return softened ? null : 'no-thanks'
}

function isStop(sentence: string): boolean {
  if (ONLY_STOP.test(bare(sentence))) return true
  if (!matches(STOP_PHRASES, sentence) || NOT_STOP.test(sentence) || ABOUT_OTHERS.test(sentence)) return false
  return !/\b(?:until|before|bis|vor|jusqu'a|avant|hasta|antes|fino a|prima|tot|voor)\b/.test(sentence)
}

function isNo(sentence: string): boolean {
  if (ONLY_NO.test(bare(sentence))) return true
  return !sentence.endsWith('?') && matches(NO_PHRASES, sentence)
}

/** "Not at the moment", and "no guest posts, but I would love to try the bag". */
function isSoftened(no: string): boolean {
  const but = BUT.exec(no)
  return matches(FOR_NOW_PHRASES, no) || (but !== null && matches(YES_PHRASES, no.slice(but.index)))
}

function matches(phrases: readonly RegExp[], sentence: string): boolean {
  return phrases.some((phrase) => phrase.test(sentence))
}

/** Each sentence folded and cut to a bound. */
function sentencesOf(text: string): string[] {
  return splitSentences(text.slice(0, LONGEST_TEXT))
    .slice(0, MOST_SENTENCES)
    .map((sentence) => withoutAccents(foldText(sentence.text.slice(0, LONGEST_SENTENCE))))
}

function bare(sentence: string): string {
  return sentence.replace(/[^\p{L}\p{N}' -]/gu, '').trim()
}

/** What stands behind "-- " is a footer, and footers say "unsubscribe". */
function withoutSignature(text: string): string {
  const start = /(?:^|\n)--[ \t]?\n/.exec(text)
  return start ? text.slice(0, start.index) : text
}
