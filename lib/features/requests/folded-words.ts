import { foldText, withoutAccents } from '#lib/domain/text/fold-text.ts'

const MOST_WORDS = 8

/** Words as lists are searched for them: the way searchText is written. */
export function foldedWords(words: string): string[] {
  return withoutAccents(foldText(words)).split(' ').filter(Boolean).slice(0, MOST_WORDS)
}
