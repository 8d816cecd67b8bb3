import { fromPrisma, PgBoss } from 'pg-boss'
import type { Transaction } from './database.ts'
import { settings } from './env.ts'

/** Every queue: what a job of it carries. Jobs may run twice; their handlers must not mind. */
export type Jobs = {
  'fetch-page-copy': { workspaceId: string; pageCopyId: string }
  'look-at-mention': { workspaceId: string; mentionId: string; requestedById: string | null }
  'schedule-due-looks': Record<string, never>
  'close-silent-pitches': Record<string, never>
  'empty-trash': Record<string, never>
}

export const QUEUES = Object.freeze([
  'fetch-page-copy',
  'look-at-mention',
  'schedule-due-looks',
  'close-silent-pitches',
  'empty-trash',
] as const satisfies (keyof Jobs)[])

// pg-boss' defaults (two retries, 15 minutes before a killed worker's job is seen) are not for us: DESIGN.md section 5.
const QUEUE_OPTIONS = {
  retryLimit: 12,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  notify: true,
}

const held = globalThis as typeof globalThis & { rapportJobSender?: Promise<PgBoss> }

/**
 * Enqueues in the transaction of the row the job serves: both are there, or neither.
 *
 * @param group jobs of one group (a host) run one at a time across all workers
 */
export async function enqueue<Q extends keyof Jobs>(
  tx: Transaction,
  queue: Q,
  data: Jobs[Q],
  options: { group?: string; singletonKey?: string; startAfter?: Date } = {},
) {
  const { group, ...rest } = options
  const boss = await jobSender()
  await boss.send(queue, data, { ...rest, ...(group ? { group: { id: group } } : {}), db: fromPrisma(tx) })
}

/** A pg-boss that only sends: the web process runs no jobs. */
function jobSender(): Promise<PgBoss> {
  held.rapportJobSender ??= startBoss({ supervise: false, schedule: false, migrate: false, max: 1 })
  return held.rapportJobSender
}

export async function startBoss(options: {
  supervise?: boolean
  schedule?: boolean
  migrate?: boolean
  max?: number
  useListenNotify?: boolean
}) {
  const boss = new PgBoss({ connectionString: settings().databaseUrl, ...options })
  boss.on('error', (error) =>
    console.error(JSON.stringify({ level: 'error', where: 'pg-boss', message: error.message })),
  )
  await boss.start()
  return boss
}

/** Makes or updates the queues' tables: part of migrating, so that web and worker find them. */
export async function prepareQueues(databaseUrl: string) {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 2 })
  await boss.start()
  for (const queue of QUEUES) {
    const known = await boss.getQueue(queue)
    if (known) await boss.updateQueue(queue, QUEUE_OPTIONS)
    else await boss.createQueue(queue, QUEUE_OPTIONS)
  }
  await boss.stop({ graceful: false })
}

export async function stopJobSender() {
  const sender = held.rapportJobSender
  held.rapportJobSender = undefined
  await (await sender)?.stop({ graceful: false })
}
