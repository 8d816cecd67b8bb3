import { foldText } from '#lib/domain/text/fold-text.ts'

export const NAME_MAX = 200
/** Also that of a mention. */
export const PERSON_NOTE_MAX = 4_000

/** What two spellings of one name have in common. */
export function nameKeyOf(name: string): string {
  return foldText(name)
}

/** As much as there is room for, without white space around it. */
export function cut(text: string, most: number): string {
  const words = plain(text)
  return words.length > most ? words.slice(0, most).trimEnd() : words
}

/** Without what the database cannot keep. */
export function plain(text = ''): string {
  return text.replaceAll('\0', '').trim()
}
