import { decodeReferences } from './character-references.ts'

/** A folded text that still knows where each of its characters came from. */
export type FoldedText = {
  text: string
  /** Offset in the original where the character at this index of `text` begins. */
  starts: Uint32Array
  /** Offset in the original just after the character at this index of `text`. */
  ends: Uint32Array
}

// The short way for what needs no table; long runs of spaces and dashes are rare enough in it.
const PLAIN = /^[\t\n\r !"#$%'()*+,\-./0-9:;<=>?@A-Z[\\\]^_a-z{|}~]*$/
const UNDIVIDED_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
}

const SINGLE_QUOTES = /^[\u2018\u2019\u201A\u201B\u2032\u2035\u00B4`\u02B9\u02BB\u02BC\u2039\u203A\uFF07]$/
const DOUBLE_QUOTES =
  /^[\u201C\u201D\u201E\u201F\u2033\u2036\u02BA\u00AB\u00BB\u301D-\u301F\u300C-\u300F\uFF02]$/
const DASH = /^[\p{Pd}\u2212\u2043\u02D7]$/u
const WHITE_SPACE = /^[\s\u0085]$/
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u
// Marks, second halves of Hangul syllables and half-width voicing marks belong to the character before them.
const JOINS_PREVIOUS = /^[\p{M}\u1161-\u11FF\uD7B0-\uD7FB\uFF9E\uFF9F]$/u

const KEPT_ANSWERS = 20_000
const PARTS = new Map<string, 'invisible' | 'joined' | 'base'>()
const FOLDED = new Map<string, string>()

/**
 * One spelling for texts that look alike to a reader: NFKC, case, quotes, dashes (a run of them counts as one),
 * white space, soft hyphens and zero-width characters, character references. Accents stay. PITCH-GATE.md, "Folding".
 */
export function foldText(text: string): string {
  return PLAIN.test(text) ? foldPlain(text) : foldWithOffsets(text).text
}

/** For comparing names and looking for phrases, where "Müller" and "Muller" are one; quotes keep their accents. */
export function withoutAccents(folded: string): string {
  if (PLAIN.test(folded)) return folded
  const bare = folded.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  return bare.replace(/[øłđæœıð]/g, (letter) => UNDIVIDED_LETTERS[letter] ?? letter)
}

/** Folds like `foldText` and keeps, for each folded character, where it stood in the original. */
export function foldWithOffsets(original: string): FoldedText {
  const out = new Folding(original.length)
  const references = decodeReferences(original)
  let next = 0
  let at = 0
  while (at < original.length) {
    const reference = references[next]
    if (reference?.start === at) {
      for (const character of reference.meaning) out.add(character, at, reference.end)
      at = reference.end
      next += 1
      continue
    }
    const code = original.charCodeAt(at)
    const size =
      code < 0xd800 || code > 0xdbff ? 1 : String.fromCodePoint(original.codePointAt(at) ?? 0).length
    out.add(original.slice(at, at + size), at, at + size)
    at += size
  }
  return out.finish()
}

function foldPlain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').replace(/-+/g, '-').trim()
}

/** Collects characters, holding back one base character until the marks that follow it are known. */
class Folding {
  private text = ''
  private starts: Uint32Array
  private ends: Uint32Array
  private length = 0
  private last = ''
  private held = ''
  private heldStart = 0
  private heldEnd = 0

  constructor(expected: number) {
    this.starts = new Uint32Array(expected + 16)
    this.ends = new Uint32Array(expected + 16)
  }

  add(character: string, start: number, end: number): void {
    const isAscii = character.length === 1 && character.charCodeAt(0) < 0x80
    const part = isAscii ? 'base' : partOf(character)
    if (part === 'invisible') return
    if (part === 'joined' && this.held !== '') {
      // Past a sane number of marks the rest is dropped: normalising a run of them costs its square.
      if (this.held.length < 40) this.held += character
      this.heldEnd = end
      return
    }
    this.release()
    this.held = character
    this.heldStart = start
    this.heldEnd = end
  }

  finish(): FoldedText {
    this.release()
    const text = this.text.endsWith(' ') ? this.text.slice(0, -1) : this.text
    return { text, starts: this.starts.subarray(0, text.length), ends: this.ends.subarray(0, text.length) }
  }

  private release(): void {
    if (this.held === '') return
    const folded = foldCharacter(this.held)
    this.held = ''
    if (folded.length === 1) this.emit(folded)
    else for (const unit of folded.split('')) this.emit(unit)
  }

  private emit(unit: string): void {
    const repeats = (unit === ' ' || unit === '-') && this.last === unit
    if (repeats || (unit === ' ' && this.length === 0)) {
      if (this.length > 0) this.ends[this.length - 1] = this.heldEnd
      return
    }
    if (this.length === this.starts.length) this.grow()
    this.starts[this.length] = this.heldStart
    this.ends[this.length] = this.heldEnd
    this.length += 1
    this.text += unit
    this.last = unit
  }

  private grow(): void {
    const starts = new Uint32Array(this.starts.length * 2)
    const ends = new Uint32Array(this.ends.length * 2)
    starts.set(this.starts)
    ends.set(this.ends)
    this.starts = starts
    this.ends = ends
  }
}

/** What a character is to the one before it. A text repeats its characters, so the answers are kept. */
function partOf(character: string): 'invisible' | 'joined' | 'base' {
  const known = PARTS.get(character)
  if (known) return known
  const part = INVISIBLE.test(character) ? 'invisible' : JOINS_PREVIOUS.test(character) ? 'joined' : 'base'
  if (PARTS.size < KEPT_ANSWERS) PARTS.set(character, part)
  return part
}

/** Folds one base character with its marks; the answer may be several characters ("ﬁ" is "fi"). */
function foldCharacter(character: string): string {
  if (character.length === 1) {
    const code = character.charCodeAt(0)
    if (code >= 0x61 && code <= 0x7a) return character
    if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 32)
    if (code === 0x60) return "'"
    if (code <= 0x20) return WHITE_SPACE.test(character) ? ' ' : character
    if (code < 0x80) return character
  }
  const known = FOLDED.get(character)
  if (known !== undefined) return known
  const folded = foldRareCharacter(character)
  if (FOLDED.size < KEPT_ANSWERS) FOLDED.set(character, folded)
  return folded
}

function foldRareCharacter(character: string): string {
  // The acute accent and the double prime would come apart under NFKC, so quotes are told first.
  const special = foldMark(character)
  if (special !== null) return special
  // Up and down again is full case folding: it makes "ß" and "SS" meet, and all three Greek sigmas.
  const cased = character.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
  let folded = ''
  for (const unit of cased) folded += INVISIBLE.test(unit) ? '' : (foldMark(unit) ?? unit)
  return folded
}

function foldMark(character: string): string | null {
  if (SINGLE_QUOTES.test(character)) return "'"
  if (DOUBLE_QUOTES.test(character)) return '"'
  if (DASH.test(character)) return '-'
  if (WHITE_SPACE.test(character)) return ' '
  return null
}
