import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { lookNow } from '#lib/features/mentions/look-commands.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { getMention } from '#lib/features/mentions/mention-queries.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { childEnvironment, settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { otherPeoplesPages, post } from '#lib/testing/other-peoples-pages.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'

const MENTIONS = 6
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

it('takes up the looks of a worker that was killed half-way, and writes each once', async () => {
  const names = {
    ownerName: 'Mara',
    domains: ['fernway.shop'],
    brandNames: ['Fernway'],
    peopleNames: [],
    timeZone: 'UTC',
  }
  const { siteId } = await addSite(ours, { name: 'Fernway', ...names })
  const mentionIds: string[] = []
  for (let number = 0; number < MENTIONS; number += 1) {
    web.pages[`blog-${number}.test/`] = {
      ...post('<a href="http://fernway.shop/">Fernway</a>'),
      waitMs: 4000,
    }
    const input = recordMentionSchema.parse({
      siteId,
      url: `http://blog-${number}.test/`,
      provenance: 'earned',
    })
    mentionIds.push((await recordMention(ours, input)).mentionId)
  }
  const [doomed] = [await startWorker(), await startWorker()]
  for (const mentionId of mentionIds) await lookNow(ours, mentionId)
  const states = () => Promise.all(mentionIds.map(async (id) => (await getMention(ours, id)).lookState))
  await vi.waitFor(
    async () =>
      expect((await states()).filter((state) => state === 'looking').length).toBeGreaterThanOrEqual(5),
    { timeout: 20_000 },
  )
  doomed.kill('SIGKILL')
  await vi.waitFor(async () => expect(await states()).toEqual(Array(MENTIONS).fill('idle')), {
    timeout: 90_000,
    interval: 250,
  })
  for (const mentionId of mentionIds) {
    expect(await getMention(ours, mentionId)).toMatchObject({ outcome: 'linked', linkChecks: { length: 1 } })
  }
}, 150_000)
