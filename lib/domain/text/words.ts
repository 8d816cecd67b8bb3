const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}]$/u
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu
const UNSPACED_CHARACTER =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u

/**
 * Words of a text: runs between white space with a letter or a digit in them (PITCH-GATE.md, "Settled").
 * Scripts written without spaces count two characters as a word, since there is nothing else to count by.
 */
export function countWords(text: string): number {
  let count = 0
  for (const run of text.split(/[\s\u0085]+/)) {
    if (!HAS_LETTER_OR_DIGIT.test(run)) continue
    const unspaced = run.match(UNSPACED)?.length ?? 0
    count += Math.max(1, Math.ceil(unspaced / 2))
  }
  return count
}

/** Whether a match from `start` up to `end` begins and ends where words do, so that "back" is not found in "backpack". */
export function isOnWordBoundaries(text: string, start: number, end: number): boolean {
  return isBoundary(text, start) && isBoundary(text, end)
}

function isBoundary(text: string, at: number): boolean {
  const before = characterBefore(text, at)
  const after = characterAt(text, at)
  if (before === '' || after === '') return true
  if (UNSPACED_CHARACTER.test(before) || UNSPACED_CHARACTER.test(after)) return true
  if (isWordCharacter(before) && isWordCharacter(after)) return false
  // "doesn" is no word of "doesn't": an apostrophe between letters is inside a word.
  if (after === "'") return !(isWordCharacter(before) && isWordCharacter(characterAt(text, at + 1)))
  if (before === "'") return !(isWordCharacter(after) && isWordCharacter(characterBefore(text, at - 1)))
  return true
}

function isWordCharacter(character: string): boolean {
  return WORD_CHARACTER.test(character)
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

function characterBefore(text: string, at: number): string {
  if (at <= 0) return ''
  const unit = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && at >= 2 ? text.slice(at - 2, at) : text.slice(at - 1, at)
}
