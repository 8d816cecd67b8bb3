import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { settings } from './env.ts'

/** Any number, the same in every worker: which family of advisory locks is ours. */
const LOCK_FAMILY = 7_265
const ASK_AGAIN_MS = 400

/**
 * One at a time for each host, across all workers. The queue's own group limit keeps jobs of one host apart, but two
 * workers that fetch at the same instant may both get one: this is the lock behind it. It goes with the connection, so
 * a killed worker holds nobody up.
 */
export function hostTurns() {
  const turns = new Map<string, Promise<unknown>>()
  let connection: Promise<pg.Client> | undefined

  async function client(): Promise<pg.Client> {
    connection ??= connect(() => {
      connection = undefined
    })
    return connection
  }

  async function locked<T>(host: string, work: () => Promise<T>): Promise<T> {
    while (!(await isTaken(await client(), host))) await pause(ASK_AGAIN_MS)
    try {
      return await work()
    } finally {
      const held = await connection?.catch(() => undefined)
      await held?.query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCK_FAMILY, host]).catch(() => {})
    }
  }

  return {
    async inTurn<T>(host: string, work: () => Promise<T>): Promise<T> {
      const before = turns.get(host) ?? Promise.resolve()
      const mine = before.then(() => locked(host, work))
      const settled = mine.catch(() => {})
      turns.set(host, settled)
      try {
        return await mine
      } finally {
        if (turns.get(host) === settled) turns.delete(host)
      }
    },
    async stop() {
      const held = await connection?.catch(() => undefined)
      connection = undefined
      await held?.end()
    },
  }
}

export type HostTurns = ReturnType<typeof hostTurns>

async function connect(gone: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  client.on('error', gone)
  client.on('end', gone)
  try {
    await client.connect()
  } catch (error) {
    gone()
    throw error
  }
  return client
}

async function isTaken(client: pg.Client, host: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock($1, hashtext($2)) AS taken',
    [LOCK_FAMILY, host],
  )
  return rows[0]?.taken === true
}
