/** One after the other for each key, in the order in which they came. Within one process. */
export class KeyedTurns {
  readonly #last = new Map<string, Promise<unknown>>()

  async inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(key) ?? Promise.resolve()).then(work)
    const settled = mine.catch(() => {})
    this.#last.set(key, settled)
    try {
      return await mine
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key)
    }
  }
}
