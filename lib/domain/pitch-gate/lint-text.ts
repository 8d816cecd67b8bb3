import { foldText, withoutAccents } from '../text/fold-text.ts'
import { findQuote } from '../text/quote-search.ts'
import { splitSentences } from '../text/sentences.ts'
import { visibleText } from '../text/visible-text.ts'
import type { PitchFacts } from './pitch-facts.ts'

const QUOTED =
  /["\u201C\u201D\u201E\u00AB\u00BB]([^"\u201C\u201D\u201E\u00AB\u00BB\n]{1,600})["\u201C\u201D\u00AB\u00BB]/g
/** "As you wrote", "your guidelines say", "Sie schreiben": what is quoted next is theirs. */
const THEY_SAY =
  /\b(?:you(?:'ve| have)?|your \w+(?: \w+)?|they|vous|tu|sie|du|usted|votre \w+|ihre? \w+|su \w+) (?:also |just |once |clearly |rightly )?(?:wrote|write|writes|say|says|said|put it|call|calls|called|mention|mentions|mentioned|ask|asks|state|states|explain|explains|explained|schreiben|schreibst|sagen|ecrivez|dites|escribes?|dice)\b[^.!?]{0,30}$/
const QUOTES_LOOKED_AT = 50
const THEIR_WORDS_MIN = 4

/** The sentences of a text as phrases are looked for in it: folded, without accents, without what is quoted from them. */
export function lintSentences(text: string, reading: PitchFacts['reading']): string[] {
  const unwrapped = withoutTheirWords(visibleText(text), reading)
    .replace(/\r\n?/g, '\n')
    .replace(/(?<=[^\n])\n(?=[^\n\-*\u2022\d])/g, ' ')
  return splitSentences(unwrapped).map((sentence) => lintFold(sentence.text))
}

export function lintFold(text: string): string {
  return withoutAccents(foldText(text))
}

/** Blanks the quote of the reading note, and quoted words that stand on their page or are said to be theirs. */
function withoutTheirWords(text: string, reading: PitchFacts['reading']): string {
  let own = text
  if (reading) {
    const quote = findQuote(text, reading.quote)
    for (const part of quote.kind === 'found' ? quote.parts : []) own = blanked(own, part.start, part.end)
  }
  const page = reading ? lintFold(reading.pageText) : ''
  let looked = 0
  for (const match of own.matchAll(QUOTED)) {
    looked += 1
    if (looked > QUOTES_LOOKED_AT) break
    const words = lintFold(match[1] ?? '')
    const isOnPage = words.split(' ').length >= THEIR_WORDS_MIN && page.includes(words)
    const before = lintFold(own.slice(Math.max(0, match.index - 90), match.index))
    if (isOnPage || THEY_SAY.test(before)) own = blanked(own, match.index, match.index + match[0].length)
  }
  return own
}

/** Keeps the length, so that later matches still stand where they were found. */
function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + '"'.padEnd(end - start, '"') + text.slice(end)
}
