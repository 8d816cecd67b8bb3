import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Job, PgBoss } from 'pg-boss'
import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import { scheduleDueLooks } from '#lib/features/mentions/schedule-due-looks.ts'
import { closeSilentPitches } from '#lib/features/pitches/close-silent-pitches.ts'
import { fetchPageCopy, type ReadingWorld } from '#lib/features/reading/fetch-page-copy.ts'
import { emptyTrash } from '#lib/features/trash/empty-trash.ts'
import { databaseAcrossWorkspaces, disconnectDatabase } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { readPage } from '#lib/server/fetching/read-page.ts'
import type { Resolve } from '#lib/server/fetching/resolve-host.ts'
import { type HostTurns, hostTurns } from '#lib/server/host-turns.ts'
import { type Jobs, startBoss } from '#lib/server/jobs.ts'
import { reportBug } from '#lib/server/report-bug.ts'

const BEAT_EVERY_MS = 15_000
/** How soon a dead worker's jobs are noticed, on top of their own heartbeat of 10 seconds. */
const SUPERVISE_EVERY_SECONDS = 10
const PAGES_AT_ONCE = 4
/** A host gets one of our requests at a time, with this pause between. */
const PAUSE_PER_HOST_MS = 1000
/** A look may take 20 seconds. Stopping does not wait that long: another worker takes up what is left. */
const STOP_WAITS_MS = 5000

/** What a test may put in place of the real world; the command line and `npm start` put in nothing, and no setting can. */
export type WorkerWorld = {
  /** Stands in for DNS wherever the worker fetches pages. */
  readonly resolve?: Resolve
}

type Handlers = { [Queue in keyof Jobs]: (data: Jobs[Queue], world: WorkerWorld) => Promise<unknown> }

const HANDLERS: Handlers = {
  'fetch-page-copy': (data, world) => fetchPageCopy(data, readingWorld(world)),
  'look-at-mention': (data, world) => lookAtMention(data, world),
  'schedule-due-looks': () => scheduleDueLooks(new Date()),
  'close-silent-pitches': () => closeSilentPitches(new Date()),
  'empty-trash': () => emptyTrash(new Date()),
}

/** Queues whose jobs open other people's pages, grouped by host. */
const OPENING_PAGES: ReadonlySet<keyof Jobs> = new Set(['fetch-page-copy', 'look-at-mention'])

/** When the clock, and nobody else, starts a job (UTC). */
const BY_THE_CLOCK = {
  'schedule-due-looks': '*/10 * * * *',
  'close-silent-pitches': '7 * * * *',
  'empty-trash': '20 3 * * *',
} satisfies Partial<Record<keyof Jobs, string>>

/** Runs every queue's jobs until stopped. Any number of workers may run beside each other. */
export async function runWorker(world: WorkerWorld = {}) {
  const supervision = {
    superviseIntervalSeconds: SUPERVISE_EVERY_SECONDS,
    monitorIntervalSeconds: SUPERVISE_EVERY_SECONDS,
  }
  const boss = await startBoss({
    supervise: true,
    schedule: true,
    migrate: false,
    useListenNotify: true,
    ...supervision,
  })
  for (const [queue, cron] of Object.entries(BY_THE_CLOCK)) await boss.schedule(queue, cron)
  const stopping = new AbortController()
  const turns = hostTurns()
  for (const queue of Object.keys(HANDLERS) as (keyof Jobs)[])
    await register(boss, queue, world, { turns, stopping: stopping.signal })
  const beat = await keepBeating()
  return {
    /** Ends after the jobs in hand, or leaves them to another worker where they take too long. */
    async stop() {
      stopping.abort()
      clearInterval(beat.timer)
      await boss.stop({ graceful: true, timeout: STOP_WAITS_MS })
      await turns.stop()
      await databaseAcrossWorkspaces().workerBeat.deleteMany({ where: { id: beat.id } })
      await disconnectDatabase()
    },
  }
}

async function register<Queue extends keyof Jobs>(
  boss: PgBoss,
  queue: Queue,
  world: WorkerWorld,
  { turns, stopping }: { turns: HostTurns; stopping: AbortSignal },
) {
  const opensPages = OPENING_PAGES.has(queue)
  const handle: Handlers[Queue] = HANDLERS[queue]
  await boss.work<Jobs[Queue]>(
    queue,
    {
      batchSize: 1,
      // A job that waits for its host to be free, or for its next try, is announced by nobody: it must be looked for.
      notifyPollingIntervalSeconds: opensPages ? 2 : 10,
      ...(opensPages ? { localConcurrency: PAGES_AT_ONCE, groupConcurrency: 1 } : {}),
    },
    async ([job]: Job<Jobs[Queue]>[]) => {
      if (!job) return
      try {
        if (!opensPages) return void (await handle(job.data, world))
        await turns.inTurn(job.groupId ?? job.id, async () => {
          await handle(job.data, world)
          await pause(PAUSE_PER_HOST_MS, undefined, { signal: stopping }).catch(() => {})
        })
      } catch (error) {
        // Reported once, here: pg-boss keeps the id for its record, and tries again later.
        throw new Error(`error ${reportBug(error, `job ${queue}`)}`)
      }
    },
  )
}

function readingWorld({ resolve }: WorkerWorld): ReadingWorld {
  const options = { aboutUrl: `${settings().appUrl}/robot`, ...(resolve ? { resolve } : {}) }
  return { fetchPage: (url) => fetchPage(url, options), readPage, now: () => new Date() }
}

async function keepBeating() {
  const id = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const startedAt = new Date()
  const beatOnce = () =>
    databaseAcrossWorkspaces().workerBeat.upsert({
      where: { id },
      create: { id, startedAt, seenAt: startedAt },
      update: { seenAt: new Date() },
    })
  await beatOnce()
  const timer = setInterval(() => beatOnce().catch((error) => console.error(String(error))), BEAT_EVERY_MS)
  return { id, timer }
}
