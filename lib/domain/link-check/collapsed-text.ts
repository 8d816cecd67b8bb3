import { BLOCK_BREAK } from './page-record.ts'

const ODD_SPACE = /\s\s|[^\S \n]/
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
    let words = ODD_SPACE.test(text) ? text.replace(RUN_OF_SPACE, oneSpace) : text
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
