import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { settings } from './env.ts'
import { type Answer, blankAnswer } from './fetching/answer.ts'
import type { Deadline } from './fetching/deadline.ts'
import { HostPace, NOT_REACHED } from './fetching/host-pace.ts'
import { noteRest } from './host-rests.ts'

/** Any number, the same in every worker: which family of advisory locks is ours. */
const LOCK_FAMILY = 7_265
const ASK_AGAIN_MS = 200

/**
 * One request at a time to each host, with a pause before the next, across all workers: whatever a look opens, its page,
 * robots.txt, hops and the page of ours. The queue keeps looks at one host apart, but what they open beside their page may
 * be anywhere. The lock goes with the connection, so a killed worker holds nobody up.
 */
export class HostTurns extends HostPace {
  readonly #pauseMs: number
  /** One session for as long as it lives: the locks are its own. */
  readonly #session: pg.Pool

  constructor(pauseMs: number) {
    super(pauseMs)
    this.#pauseMs = pauseMs
    this.#session = new pg.Pool({
      connectionString: settings().databaseUrl,
      max: 1,
      idleTimeoutMillis: 0,
    })
    // A lost session is made anew by the next query; its locks went with it.
    this.#session.on('error', () => {})
  }

  /** In turn within this worker first: then one of it, and no more, asks for the turn among the workers. */
  override inTurn(host: string, deadline: Deadline, ask: () => Promise<Answer>): Promise<Answer> {
    return super.inTurn(host, deadline, async () => {
      if (!(await this.#take(host, deadline)))
        return { ...blankAnswer(), failure: 'timeout', detail: NOT_REACHED }
      try {
        const answer = await ask()
        await noteRest(host, answer, new Date())
        return answer
      } finally {
        setTimeout(() => void this.#give(host), this.#pauseMs).unref()
      }
    })
  }

  async stop() {
    await this.#session.end()
  }

  async #take(host: string, deadline: Deadline): Promise<boolean> {
    while (!deadline.isOver) {
      const { rows } = await this.#session.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken',
        [LOCK_FAMILY, host],
      )
      if (rows[0]?.taken === true) return true
      await pause(ASK_AGAIN_MS)
    }
    return false
  }

  async #give(host: string) {
    await this.#session
      .query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCK_FAMILY, host])
      .catch(() => {})
  }
}
