/** So much of a body is read by as many looks as there are. */
const SMALL_BYTES = 1_000_000
/** What is beyond it shares this, in the whole process: 50 hostile servers with 5 MB each would fill it. */
const SHARED_BYTES = 40_000_000
/** Room is given in pieces of this size. */
const PIECE_BYTES = 1_000_000

let taken = 0
/** One look may grow when all is taken: otherwise those that wait for each other would wait for ever. */
let last: BodyRoom | null = null
const waiting: BodyRoom[] = []

/** One look's room for a large body, until it has been judged. */
export class BodyRoom {
  #held = 0
  #wanted = 0
  #admitted: PromiseWithResolvers<void> | null = null

  /** Whether a body of this size may grow on; otherwise `admission` says when. */
  mayHold(bytes: number): boolean {
    this.#wanted = Math.ceil((bytes - SMALL_BYTES) / PIECE_BYTES) * PIECE_BYTES
    return this.#grow()
  }

  /** Resolves when there is room, or when the look has left. */
  admission(): Promise<void> {
    if (this.#wanted <= this.#held) return Promise.resolve()
    if (this.#admitted === null) {
      this.#admitted = Promise.withResolvers()
      waiting.push(this)
    }
    return this.#admitted.promise
  }

  leave() {
    const at = waiting.indexOf(this)
    if (at !== -1) waiting.splice(at, 1)
    this.#admitted?.resolve()
    this.#admitted = null
    taken -= this.#held
    this.#held = 0
    this.#wanted = 0
    if (last === this) last = null
    while (waiting[0]?.admit()) waiting.shift()
  }

  /** Lets it in, if there is room for it now. */
  admit(): boolean {
    if (!this.#grow()) return false
    this.#admitted?.resolve()
    this.#admitted = null
    return true
  }

  #grow(): boolean {
    const more = this.#wanted - this.#held
    if (more <= 0) return true
    if (taken + more > SHARED_BYTES) {
      if (last !== null && last !== this) return false
      last = this
    }
    taken += more
    this.#held += more
    return true
  }
}
