import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startCheckRun } from '#lib/features/mentions/check-run-commands.ts'
import { getCheckRun } from '#lib/features/mentions/check-run-queries.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { childEnvironment, settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { queue } from '#lib/testing/look-jobs.ts'
import { otherPeoplesPages, post } from '#lib/testing/other-peoples-pages.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { verifyChains } from './verify-evidence/verify-chains.ts'

const MENTIONS = 500
const KILLS = 10
/** So many looks come in between two kills. */
const LOOKS_PER_LIFE = 40
/** Long enough for a kill to meet pages half-way. */
const PAGE_TAKES_MS = 40

const workerFile = path.resolve(import.meta.dirname, 'worker-for-kill-test.ts')
const workers: ChildProcess[] = []
let web: Awaited<ReturnType<typeof otherPeoplesPages>>
let ours: WorkspaceScope

beforeAll(async () => {
  web = await otherPeoplesPages({ 'fernway.shop/': post('Our shop') })
  ours = await aWorkspace('Ours', new Date())
})
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await web.stop()
})

it('looks once at each of 500 mentions, though its worker is killed ten times in the middle', async () => {
  await recordMentions()
  const { runId } = await startCheckRun(ours)
  const counts = async () => (await getCheckRun(ours, runId)).counts
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const doomed = await startWorker()
    await vi.waitFor(
      async () => {
        expect((await counts()).done).toBeGreaterThanOrEqual(kill * LOOKS_PER_LIFE)
        expect(await looksUnderWay()).toBeGreaterThan(0)
      },
      { timeout: 60_000, interval: 20 },
    )
    doomed.kill('SIGKILL')
  }
  expect((await counts()).waiting).toBeGreaterThan(0)
  await startWorker()
  await vi.waitFor(async () => expect(await getCheckRun(ours, runId)).toMatchObject({ state: 'finished' }), {
    timeout: 120_000,
    interval: 250,
  })
  expect(await counts()).toEqual({ waiting: 0, done: MENTIONS, leftOut: 0, notAskedFor: 0 })
  await expectOneLookEach(runId)
  await expectNothingLeft()
  const broken: string[] = []
  const walked = await verifyChains({}, ({ mentionId, words }) => broken.push(`${mentionId} ${words}`))
  expect(broken).toEqual([])
  expect(walked).toMatchObject({ mentions: MENTIONS, looks: MENTIONS, fromBefore: 0 })
}, 300_000)

async function recordMentions() {
  const names = {
    ownerName: 'Mara',
    domains: ['fernway.shop'],
    brandNames: ['Fernway'],
    peopleNames: [],
    timeZone: 'UTC',
  }
  const { siteId } = await addSite(ours, { name: 'Fernway', ...names })
  for (let number = 0; number < MENTIONS; number += 1) {
    const page = post('<a href="http://fernway.shop/">Fernway</a>')
    web.pages[`blog-${number}.test/`] = { ...page, waitMs: PAGE_TAKES_MS }
    await recordMention(
      ours,
      recordMentionSchema.parse({ siteId, url: `http://blog-${number}.test/`, provenance: 'earned' }),
    )
  }
  // Only the check asks for them.
  await databaseAcrossWorkspaces().mention.updateMany({ data: { nextLookAt: null } })
}

async function startWorker(): Promise<ChildProcess> {
  const { databaseUrl, appUrl, authSecret } = settings()
  const env = childEnvironment({ DATABASE_URL: databaseUrl, APP_URL: appUrl, AUTH_SECRET: authSecret })
  const worker = spawn(process.execPath, [workerFile, String(web.port)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  workers.push(worker)
  await new Promise((working, failed) => {
    worker.once('message', working)
    worker.once('exit', (code) => failed(new Error(`The worker ended with ${code}`)))
  })
  return worker
}

function looksUnderWay() {
  return databaseAcrossWorkspaces().mention.count({ where: { lookState: 'looking' } })
}

async function expectOneLookEach(runId: string) {
  const looks = await databaseAcrossWorkspaces().linkCheck.findMany({
    select: { mentionId: true, runId: true, verdict: true },
  })
  expect(looks).toHaveLength(MENTIONS)
  expect(new Set(looks.map(({ mentionId }) => mentionId)).size).toBe(MENTIONS)
  expect(looks.filter((look) => look.runId !== runId || look.verdict !== 'linked')).toEqual([])
}

/** A killed worker's job may come back once more, and finds its request answered. */
async function expectNothingLeft() {
  expect(await databaseAcrossWorkspaces().mention.count({ where: { lookState: { not: 'idle' } } })).toBe(0)
  const boss = await queue()
  await vi.waitFor(
    async () => {
      const jobs = await boss.findJobs('look-at-mention')
      expect([...new Set(jobs.map(({ state }) => state))]).toEqual(['completed'])
    },
    { timeout: 60_000, interval: 500 },
  )
}
