import { BLOCK_BREAK } from './page-record.ts'

const RUN_OF_SPACE = /\s{2,}|[^\S \n]/g

/**
 * Text that is put together piece by piece, its white space collapsed on the way: a run is one space, or one line end
 * where there is one in it, and after a break or another space there is none.
 */
export class CollapsedText {
  readonly #pieces: string[] = []
  #endsInSpace = true
  #endsInBreak = true
  length = 0

  add(text: string) {
    let words = hasOddSpace(text) ? text.replace(RUN_OF_SPACE, oneSpace) : text
    if (this.#endsInSpace && isSpace(words.charCodeAt(0))) words = words.slice(1)
    if (words === '') return
    this.#push(words)
    this.#endsInSpace = isSpace(words.charCodeAt(words.length - 1))
    this.#endsInBreak = false
  }

  breakBlock() {
    if (this.#endsInBreak) return
    this.#push(BLOCK_BREAK)
    this.#endsInSpace = true
    this.#endsInBreak = true
  }

  /** How many pieces there are: a place from which `since` gives what was added. */
  get place(): number {
    return this.#pieces.length
  }

  since(place: number): string {
    return this.#pieces.slice(place).join('')
  }

  toString(): string {
    return this.#pieces.join('')
  }

  #push(piece: string) {
    this.#pieces.push(piece)
    this.length += piece.length
  }
}

function oneSpace(run: string): string {
  return run.includes('\n') ? '\n' : ' '
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a
}

/**
 * Whether there is white space besides lone spaces and line ends: what `/\s\s|[^\S \n]/` says, in a third of its time. All of
 * a page's text passes through here.
 */
function hasOddSpace(text: string): boolean {
  let wasSpace = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code < 0xa0) wasSpace = false
    else if (isSpace(code)) {
      if (wasSpace) return true
      wasSpace = true
    } else if (isOddSpace(code)) return true
    else wasSpace = false
  }
  return false
}

/** The white space of a regular expression's `\s`, a space and a line end aside. */
function isOddSpace(code: number): boolean {
  if (code <= 0x0d) return code >= 0x09
  if (code < 0x1680) return code === 0xa0
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}
