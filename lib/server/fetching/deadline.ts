import { FetchFailure } from './resolve-host.ts'

/**
 * When something must be over. One for a whole look; its parts get shorter ones that never reach beyond it. `end` frees
 * the timer when the work was done sooner.
 */
export class Deadline {
  readonly #at: number
  readonly #ends = new Set<() => void>()
  #timer: NodeJS.Timeout | null = null
  #isOver = false

  constructor(ms: number) {
    this.#at = performance.now() + ms
  }

  get leftMs(): number {
    return this.#isOver ? 0 : Math.max(0, this.#at - performance.now())
  }

  get isOver(): boolean {
    return this.leftMs === 0
  }

  /** A shorter deadline within this one. */
  within(ms: number): Deadline {
    return new Deadline(Math.min(ms, this.leftMs))
  }

  /** Calls back once when the time is over, soon also where it already is. The answer takes the call back. */
  onOver(call: () => void): () => void {
    this.#ends.add(call)
    this.#timer ??= setTimeout(() => this.#over(), this.leftMs)
    return () => this.#ends.delete(call)
  }

  /** Waits for work no longer than there is time; null when it is over. Ends the waiting, not the work. */
  async wait<T>(work: Promise<T>): Promise<T | null> {
    const over = Promise.withResolvers<null>()
    const takeBack = this.onOver(() => over.resolve(null))
    try {
      return await Promise.race([work, over.promise])
    } finally {
      takeBack()
    }
  }

  /** The work is done: nobody will be called. */
  end() {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#ends.clear()
  }

  #over() {
    this.#isOver = true
    const calls = [...this.#ends]
    this.end()
    for (const call of calls) call()
  }
}

export function outOfTime(): FetchFailure {
  return new FetchFailure('timeout', 'overall')
}
