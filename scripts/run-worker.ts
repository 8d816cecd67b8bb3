import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Job, PgBoss } from 'pg-boss'
import { type MailboxesWorld, watchMailboxes } from '#lib/features/answers/watch-mailboxes.ts'
import { clearApiAnswers } from '#lib/features/api-tokens/clear-api-answers.ts'
import { findDuplicates } from '#lib/features/duplicates/find-duplicates.ts'
import { scheduleDuplicateSearches } from '#lib/features/duplicates/schedule-duplicate-searches.ts'
import { clearWorkspaceExports } from '#lib/features/exports/clear-workspace-exports.ts'
import { readWorkspaceZip } from '#lib/features/exports/read-workspace-zip.ts'
import { writeWorkspaceZip } from '#lib/features/exports/write-workspace-zip.ts'
import { clearFeedPosts } from '#lib/features/feeds/clear-feed-posts.ts'
import type { FeedWorld } from '#lib/features/feeds/feed-world.ts'
import { findFeeds } from '#lib/features/feeds/find-feeds.ts'
import { lookAtFeed } from '#lib/features/feeds/look-at-feed.ts'
import { scheduleFeeds } from '#lib/features/feeds/schedule-feeds.ts'
import { clearImports } from '#lib/features/imports/clear-imports.ts'
import { runImport } from '#lib/features/imports/run-import.ts'
import { scheduleInsights } from '#lib/features/insights/schedule-insights.ts'
import { tieInsight } from '#lib/features/insights/tie-insight.ts'
import { checkMailbox } from '#lib/features/mailboxes/check-mailbox.ts'
import { clearRawPages } from '#lib/features/mentions/clear-raw-pages.ts'
import { leaveAtRest } from '#lib/features/mentions/leave-at-rest.ts'
import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import { lookAtOwnPage } from '#lib/features/mentions/look-at-own-page.ts'
import { scheduleDueLooks } from '#lib/features/mentions/schedule-due-looks.ts'
import { scheduleOwnPages } from '#lib/features/mentions/schedule-own-pages.ts'
import { scheduleNotifications } from '#lib/features/notifications/schedule-notifications.ts'
import { sendNotifications } from '#lib/features/notifications/send-notifications.ts'
import { closeSilentPitches } from '#lib/features/pitches/close-silent-pitches.ts'
import { readPitchTexts } from '#lib/features/pitches/read-pitch-texts.ts'
import { applyRetention } from '#lib/features/privacy/apply-retention.ts'
import { lookAtOutlet, type OutletWorld } from '#lib/features/prospects/look-at-outlet.ts'
import { fetchPageCopy, type ReadingWorld } from '#lib/features/reading/fetch-page-copy.ts'
import { sendMail } from '#lib/features/sending/send-mail.ts'
import { takeUpMail } from '#lib/features/sending/take-up-mail.ts'
import { scheduleMorningMails } from '#lib/features/today/schedule-morning-mails.ts'
import { sendMorningMail } from '#lib/features/today/send-morning-mail.ts'
import { emptyTrash } from '#lib/features/trash/empty-trash.ts'
import { clearWebhookDeliveries } from '#lib/features/webhooks/clear-webhook-deliveries.ts'
import { deliverWebhook } from '#lib/features/webhooks/deliver-webhook.ts'
import { scheduleWebhooks } from '#lib/features/webhooks/schedule-webhooks.ts'
import { deleteDueWorkspaces } from '#lib/features/workspaces/delete-due-workspaces.ts'
import { standsStill } from '#lib/features/workspaces/standing-workspaces.ts'
import { databaseAcrossWorkspaces, disconnectDatabase } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { type LookRun, startLookRun } from '#lib/server/fetching/look-at-link.ts'
import { readOutlet } from '#lib/server/fetching/page-reader.ts'
import { readPage } from '#lib/server/fetching/read-page.ts'
import type { Resolve } from '#lib/server/fetching/resolve-host.ts'
import { RobotsFiles } from '#lib/server/fetching/robots-files.ts'
import { HostTurns } from '#lib/server/host-turns.ts'
import { type Jobs, startBoss } from '#lib/server/jobs.ts'
import { KeyedTurns } from '#lib/server/keyed-turns.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { keepHeapSmall } from './keep-heap-small.ts'

const BEAT_EVERY_MS = 15_000
/** How soon a dead worker's jobs are noticed, on top of their own heartbeat of 10 seconds. */
const SUPERVISE_EVERY_SECONDS = 10
const LANES_OF_A_WAITING_QUEUE = 4
/** A host gets one of our requests at a time, with this pause between. */
const PAUSE_PER_HOST_MS = 500
/** How long robots.txt files and pages of ours are remembered, by looks that nobody waits for before the screen. */
const REMEMBERED_MS = 10 * 60 * 1000
/** A look may take 20 seconds. Stopping does not wait that long: another worker takes up what is left. */
const STOP_WAITS_MS = 5000

/** What a test may put in place of the real world; the command line and `npm start` put in nothing, and no setting can. */
export type WorkerWorld = {
  /** Stands in for DNS wherever the worker fetches pages. */
  readonly resolve?: Resolve
  readonly pausePerHostMs?: number
  /** Stands in for mail servers, and for the clock of reading them. */
  readonly mail?: MailboxesWorld
}

/** What all jobs of one worker share. */
type Shared = Pick<WorkerWorld, 'resolve'> & {
  /** For every request, whichever job and worker it is for. */
  pace: HostTurns
  /** For jobs at one host: lanes that look for more at the same instant may all get one, and each heeds what the last one heard. */
  looks: KeyedTurns
  remembered: () => LookRun
}
type Handlers = { [Queue in keyof Jobs]: (data: Jobs[Queue], shared: Shared) => Promise<unknown> }

const HANDLERS: Handlers = {
  'fetch-page-copy': (data, shared) => fetchPageCopy(data, readingWorld(shared)),
  'look-at-mention': lookWhereWelcome,
  'look-at-own-page': (data, { resolve, pace }) =>
    lookAtOwnPage(data, { ...(resolve ? { resolve } : {}), pace }),
  'find-feeds': (data, shared) => findFeeds(data, feedWorld(shared)),
  'look-at-feed': (data, shared) => lookAtFeed(data, feedWorld(shared)),
  'look-at-outlet': (data, shared) => lookAtOutlet(data, outletWorld(shared)),
  'schedule-due-looks': () => scheduleDueLooks(new Date()),
  'schedule-feeds': () => scheduleFeeds(new Date()),
  'schedule-own-pages': () => scheduleOwnPages(new Date()),
  'close-silent-pitches': () => closeSilentPitches(new Date()),
  'read-pitch-texts': () => readPitchTexts(),
  'empty-trash': () => emptyTrash(new Date()),
  'clear-raw-pages': () => clearRawPages(new Date()),
  'run-import': (data) => runImport(data),
  'clear-imports': () => clearImports(new Date()),
  'write-workspace-zip': (data) => writeWorkspaceZip(data, new Date()),
  'read-workspace-zip': (data) => readWorkspaceZip(data, new Date()),
  'clear-workspace-exports': () => clearWorkspaceExports(new Date()),
  'clear-api-answers': () => clearApiAnswers(new Date()),
  'schedule-webhooks': () => scheduleWebhooks(new Date()),
  'deliver-webhook': (data, { resolve }) =>
    deliverWebhook(data, { aboutUrl: aboutUrl(), ...(resolve ? { resolve } : {}) }),
  'clear-webhook-deliveries': () => clearWebhookDeliveries(new Date()),
  'clear-feed-posts': () => clearFeedPosts(new Date()),
  'tie-insight': (data) => tieInsight(data, new Date()),
  'schedule-insights': () => scheduleInsights(new Date()),
  'apply-retention': () => applyRetention(new Date()),
  'find-duplicates': (data) => findDuplicates(data, new Date()),
  'schedule-duplicate-searches': () => scheduleDuplicateSearches(new Date()),
  'schedule-morning-mails': () => scheduleMorningMails(new Date()),
  'send-morning-mail': (data) => sendMorningMail(data, new Date()),
  'schedule-notifications': () => scheduleNotifications(new Date()),
  'send-notifications': (data) => sendNotifications(data, new Date()),
  'check-mailbox': (data) => checkMailbox(data),
  'send-mail': (data) => sendMail(data),
  'take-up-mail': () => takeUpMail(new Date()),
  'delete-due-workspaces': () => deleteDueWorkspaces(new Date()),
}

/** Queues whose jobs open other people's pages, grouped by host. */
const OPENING_PAGES: ReadonlySet<keyof Jobs> = new Set([
  'fetch-page-copy',
  'look-at-mention',
  'look-at-own-page',
  'find-feeds',
  'look-at-feed',
  'look-at-outlet',
])

/** Queues whose jobs mostly wait for one other server, each for its own: one that hangs holds up nobody else. */
const WAITING_FOR_OTHERS: ReadonlySet<keyof Jobs> = new Set([
  'check-mailbox',
  'send-mail',
  'send-morning-mail',
  'send-notifications',
  'deliver-webhook',
])

/** When the clock, and nobody else, starts a job (UTC). */
const BY_THE_CLOCK = {
  'schedule-due-looks': '* * * * *',
  'schedule-feeds': '* * * * *',
  'schedule-own-pages': '*/15 * * * *',
  'close-silent-pitches': '7 * * * *',
  'read-pitch-texts': '* * * * *',
  'empty-trash': '20 3 * * *',
  'clear-raw-pages': '40 3 * * *',
  'clear-imports': '50 3 * * *',
  'clear-workspace-exports': '50 3 * * *',
  'clear-api-answers': '25 * * * *',
  'schedule-webhooks': '* * * * *',
  'clear-webhook-deliveries': '35 4 * * *',
  'clear-feed-posts': '0 4 * * *',
  'schedule-insights': '* * * * *',
  'apply-retention': '10 4 * * *',
  'schedule-duplicate-searches': '10 4 * * *',
  'schedule-morning-mails': '*/5 * * * *',
  'schedule-notifications': '*/2 * * * *',
  'take-up-mail': '* * * * *',
  'delete-due-workspaces': '*/10 * * * *',
} satisfies Partial<Record<keyof Jobs, string>>

/** Runs every queue's jobs until stopped. Any number of workers may run beside each other. */
export async function runWorker(world: WorkerWorld = {}) {
  keepHeapSmall()
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
  const { resolve, pausePerHostMs = PAUSE_PER_HOST_MS } = world
  const pace = new HostTurns(pausePerHostMs)
  const shared: Shared = {
    ...(resolve ? { resolve } : {}),
    pace,
    looks: new KeyedTurns(),
    remembered: rememberedRuns(resolve),
  }
  for (const queue of Object.keys(HANDLERS) as (keyof Jobs)[]) await register(boss, queue, shared)
  const mailboxes = watchMailboxes(world.mail)
  const beat = await keepBeating()
  return {
    /** Ends after the jobs in hand, or leaves them to another worker where they take too long. */
    async stop() {
      clearInterval(beat.timer)
      await Promise.all([boss.stop({ graceful: true, timeout: STOP_WAITS_MS }), mailboxes.stop()])
      await pace.stop()
      await databaseAcrossWorkspaces().workerBeat.deleteMany({ where: { id: beat.id } })
      await disconnectDatabase()
    },
  }
}

async function register<Queue extends keyof Jobs>(boss: PgBoss, queue: Queue, shared: Shared) {
  const lanes = OPENING_PAGES.has(queue) || WAITING_FOR_OTHERS.has(queue) ? LANES_OF_A_WAITING_QUEUE : 1
  for (let lane = 0; lane < lanes; lane += 1) await openLane(boss, queue, shared)
}

/** Does one job after the other, and looks for more as soon as one is done. */
async function openLane<Queue extends keyof Jobs>(boss: PgBoss, queue: Queue, shared: Shared) {
  const opensPages = OPENING_PAGES.has(queue)
  const sendsMail = queue === 'send-mail'
  const handle: Handlers[Queue] = HANDLERS[queue]
  const lane: { id?: string } = {}
  lane.id = await boss.work<Jobs[Queue]>(
    queue,
    {
      batchSize: 1,
      // A job that waits for its host to be free, or for its next try, is announced by nobody: it must be looked for.
      notifyPollingIntervalSeconds: opensPages || sendsMail ? 2 : 10,
      ...(opensPages || sendsMail ? { groupConcurrency: 1 } : {}),
    },
    async ([job]: Job<Jobs[Queue]>[]) => {
      if (!job) return
      try {
        if (await standsStill({ queue, data: job.data, group: job.groupId }, new Date())) return
        if (opensPages) await shared.looks.inTurn(job.groupId ?? job.id, () => handle(job.data, shared))
        else await handle(job.data, shared)
      } catch (error) {
        // Reported once, here: pg-boss keeps the id for its record, and tries again later.
        throw new Error(`error ${reportBug(error, `job ${queue}`)}`)
      } finally {
        if (lane.id) boss.notifyWorker(lane.id)
      }
    },
  )
}

/** Who asks for one look wants to know how things are now, their own page included: for them nothing is remembered. */
async function lookWhereWelcome(data: Jobs['look-at-mention'], { resolve, pace, remembered }: Shared) {
  if (await leaveAtRest(data, new Date())) return
  const world = { ...(resolve ? { resolve } : {}), pace }
  await lookAtMention(data, data.requestedById === null ? { ...world, run: remembered() } : world)
}

function readingWorld({ resolve, pace }: Shared): ReadingWorld {
  const options = { aboutUrl: aboutUrl(), pace, ...(resolve ? { resolve } : {}) }
  return { fetchPage: (url) => fetchPage(url, options), readPage, now: () => new Date() }
}

/** One robots.txt of a host serves feeds and looks alike. */
function feedWorld({ resolve, pace, remembered }: Shared): FeedWorld {
  return { aboutUrl: aboutUrl(), pace, robots: remembered().robots, ...(resolve ? { resolve } : {}) }
}

/** Nobody clicked on each of these pages, so robots.txt is obeyed; it is asked for once for a look. */
function outletWorld({ resolve, pace }: Shared): OutletWorld {
  const options = { aboutUrl: aboutUrl(), pace, ...(resolve ? { resolve } : {}) }
  const robots = new RobotsFiles(options)
  const mayFetch = (url: URL) => robots.mayWeOpen(url, { pace })
  return {
    fetchPage: (url) => fetchPage(url, { ...options, mayFetch }),
    readOutlet,
    now: () => new Date(),
  }
}

/** What looks at many pages remember, forgotten from time to time. */
function rememberedRuns(resolve: Resolve | undefined): () => LookRun {
  let run: LookRun | undefined
  let since = 0
  return () => {
    if (run && performance.now() - since < REMEMBERED_MS) return run
    run?.end()
    run = startLookRun({ aboutUrl: aboutUrl(), ...(resolve ? { resolve } : {}) })
    since = performance.now()
    return run
  }
}

function aboutUrl(): string {
  return `${settings().appUrl}/robot`
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
