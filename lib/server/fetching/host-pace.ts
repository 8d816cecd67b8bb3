import { type Answer, blankAnswer } from './answer.ts'
import type { Deadline } from './deadline.ts'

/** The detail of an answer nobody asked for, because the time was over before the host's turn came. */
export const NOT_REACHED = 'not reached'

/** One request at a time to a host, with a pause before the next. Held for single requests only, so nobody waits in a circle. */
export class HostPace {
  readonly #pauseMs: number
  readonly #last = new Map<string, Promise<void>>()

  constructor(pauseMs = 0) {
    this.#pauseMs = pauseMs
  }

  /** Asks when it is the host's turn. Where the time was over before, nothing is asked. */
  async inTurn(host: string, deadline: Deadline, ask: () => Promise<Answer>): Promise<Answer> {
    const before = this.#last.get(host)
    const { promise: mine, resolve: pass } = Promise.withResolvers<void>()
    const next = (before ?? Promise.resolve()).then(() => mine)
    this.#last.set(host, next)
    next.then(() => {
      if (this.#last.get(host) === next) this.#last.delete(host)
    })
    if (before) await deadline.wait(before)
    if (deadline.isOver) {
      pass()
      return { ...blankAnswer(), failure: 'timeout', detail: NOT_REACHED }
    }
    try {
      return await ask()
    } finally {
      if (this.#pauseMs === 0) pass()
      else setTimeout(pass, this.#pauseMs).unref()
    }
  }
}
