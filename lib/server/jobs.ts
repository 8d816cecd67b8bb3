import { fromPrisma, PgBoss } from 'pg-boss'
import type { Transaction } from './database.ts'
import { settings } from './env.ts'

/** Every queue: what a job of it carries. Jobs may run twice; their handlers must not mind. */
export type Jobs = {
  'fetch-page-copy': { workspaceId: string; pageCopyId: string }
  /** `runId`: the look belongs to a check of many, whether a run or a person asked for it. */
  'look-at-mention': { workspaceId: string; mentionId: string; requestedById: string | null; runId?: string }
  'look-at-own-page': { workspaceId: string; ownPageId: string; requestedById: string | null }
  /** Searches a prospect's site for feeds. */
  'find-feeds': { workspaceId: string; prospectId: string }
  'look-at-feed': { workspaceId: string; feedId: string }
  'look-at-outlet': { workspaceId: string; prospectId: string }
  'schedule-due-looks': Record<string, never>
  'schedule-feeds': Record<string, never>
  'schedule-own-pages': Record<string, never>
  'close-silent-pitches': Record<string, never>
  /** Reads changed pitches for the search for near copies. */
  'read-pitch-texts': Record<string, never>
  'empty-trash': Record<string, never>
  'clear-raw-pages': Record<string, never>
  'run-import': { workspaceId: string; batchId: string }
  'clear-imports': Record<string, never>
  'write-workspace-zip': { workspaceId: string; exportId: string }
  'read-workspace-zip': { workspaceId: string; batchId: string }
  'clear-workspace-exports': Record<string, never>
  /** Forgets what programs were answered, a day later. */
  'clear-api-answers': Record<string, never>
  /** Notes what became due for webhooks, and finds those with something to send. */
  'schedule-webhooks': Record<string, never>
  'deliver-webhook': { workspaceId: string; webhookId: string }
  /** Forgets deliveries after 30 days. */
  'clear-webhook-deliveries': Record<string, never>
  'clear-feed-posts': Record<string, never>
  /** Goes through new looks for pages that cite an insight. */
  'tie-insight': { workspaceId: string; insightId: string }
  'schedule-insights': Record<string, never>
  'apply-retention': Record<string, never>
  'find-duplicates': { workspaceId: string }
  'schedule-duplicate-searches': Record<string, never>
  /** Finds the members whose morning it is. */
  'schedule-morning-mails': Record<string, never>
  'send-morning-mail': { workspaceId: string; memberId: string }
  /** Writes down what happened, and finds the members who are to be told of it now. */
  'schedule-notifications': Record<string, never>
  'send-notifications': { workspaceId: string; memberId: string }
  /** Tries a mailbox; the answer belongs to the check that was asked for last. */
  'check-mailbox': { workspaceId: string; mailboxId: string; checkId: string }
  /** Takes a mail that a person sent one step further. */
  'send-mail': { workspaceId: string; mailId: string }
  'take-up-mail': Record<string, never>
  /** Removes the workspaces whose time to take their deletion back is over. */
  'delete-due-workspaces': Record<string, never>
}

export const QUEUES = Object.freeze([
  'fetch-page-copy',
  'look-at-mention',
  'look-at-own-page',
  'find-feeds',
  'look-at-feed',
  'look-at-outlet',
  'schedule-due-looks',
  'schedule-feeds',
  'schedule-own-pages',
  'close-silent-pitches',
  'read-pitch-texts',
  'empty-trash',
  'clear-raw-pages',
  'run-import',
  'clear-imports',
  'write-workspace-zip',
  'read-workspace-zip',
  'clear-workspace-exports',
  'clear-api-answers',
  'schedule-webhooks',
  'deliver-webhook',
  'clear-webhook-deliveries',
  'clear-feed-posts',
  'tie-insight',
  'schedule-insights',
  'apply-retention',
  'find-duplicates',
  'schedule-duplicate-searches',
  'schedule-morning-mails',
  'send-morning-mail',
  'schedule-notifications',
  'send-notifications',
  'check-mailbox',
  'send-mail',
  'take-up-mail',
  'delete-due-workspaces',
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

/** Whole workspaces take longer than five minutes. A killed worker's job is noticed by its heartbeat all the same. */
const LONG_QUEUES: ReadonlySet<keyof Jobs> = new Set([
  'write-workspace-zip',
  'read-workspace-zip',
  'delete-due-workspaces',
])

function optionsOf(queue: keyof Jobs) {
  return LONG_QUEUES.has(queue) ? { ...QUEUE_OPTIONS, expireInSeconds: 3600 } : QUEUE_OPTIONS
}

const held = globalThis as typeof globalThis & { rapportJobSender?: Promise<PgBoss> }

type JobOptions = {
  /** Jobs of one group (a host) run one at a time across all workers. */
  group?: string
  startAfter?: Date
  /** The higher goes first; 0 where nothing is said. */
  priority?: number
}

/** Enqueues in the transaction of the row the job serves: both are there, or neither. */
export async function enqueue<Q extends keyof Jobs>(
  tx: Transaction,
  queue: Q,
  data: Jobs[Q],
  { group, ...rest }: JobOptions = {},
) {
  const boss = await jobSender()
  await boss.send(queue, data, { ...rest, ...(group ? { group: { id: group } } : {}), db: fromPrisma(tx) })
}

/** The same for many jobs of one queue, in one statement. */
export async function enqueueAll<Q extends keyof Jobs>(
  tx: Transaction,
  queue: Q,
  jobs: readonly (JobOptions & { data: Jobs[Q] })[],
) {
  if (jobs.length === 0) return
  const boss = await jobSender()
  const rows = jobs.map(({ group, ...job }) => ({ ...job, ...(group ? { group: { id: group } } : {}) }))
  await boss.insert(queue, rows, { db: fromPrisma(tx) })
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
    if (known) await boss.updateQueue(queue, optionsOf(queue))
    else await boss.createQueue(queue, optionsOf(queue))
  }
  await boss.stop({ graceful: false })
}

export async function stopJobSender() {
  const sender = held.rapportJobSender
  held.rapportJobSender = undefined
  await (await sender)?.stop({ graceful: false })
}
