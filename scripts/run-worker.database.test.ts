import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { lookNow } from '#lib/features/mentions/look-commands.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { getMention } from '#lib/features/mentions/mention-queries.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { startBoss } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { otherPeoplesPages, post } from '#lib/testing/other-peoples-pages.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { runWorker } from './run-worker.ts'

let web: Awaited<ReturnType<typeof otherPeoplesPages>>
let ours: WorkspaceScope
let siteId: string
let workers: Awaited<ReturnType<typeof runWorker>>[] = []

beforeAll(async () => {
  web = await otherPeoplesPages({ 'fernway.shop/': post('Our shop') })
  ours = await aWorkspace('Ours', new Date())
  const names = { brandNames: ['Fernway'], peopleNames: [], timeZone: 'UTC' }
  ;({ siteId } = await addSite(ours, {
    name: 'Fernway',
    ownerName: 'Mara',
    domains: ['fernway.shop'],
    ...names,
  }))
})
afterEach(async () => {
  for (const worker of workers) await worker.stop()
  workers = []
})
afterAll(() => web.stop())

async function askedFor(address: string) {
  web.pages[address] = post('<a href="http://fernway.shop/">Fernway</a>')
  const input = recordMentionSchema.parse({ siteId, url: `http://${address}`, provenance: 'earned' })
  const { mentionId } = await recordMention(ours, input)
  await lookNow(ours, mentionId)
  return mentionId
}

async function arrived(mentionId: string) {
  await vi.waitFor(async () => expect((await getMention(ours, mentionId)).lookState).toBe('idle'), {
    timeout: 20_000,
    interval: 100,
  })
  return getMention(ours, mentionId)
}

describe('a worker', () => {
  it('shows that it is alive, does what was asked for before and after it started, and leaves quietly', async () => {
    const before = await askedFor('before.test/a')
    workers = [await runWorker({ resolve: web.resolve })]
    expect(await databaseAcrossWorkspaces().workerBeat.count()).toBe(1)
    expect(await arrived(before)).toMatchObject({ outcome: 'linked', linkChecks: { length: 1 } })
    expect(await arrived(await askedFor('after.test/a'))).toMatchObject({
      outcome: 'linked',
      linkChecks: { length: 1 },
    })
    await workers.pop()?.stop()
    expect(await databaseAcrossWorkspaces().workerBeat.count()).toBe(0)
  })

  it('opens pages of one host one after the other, however many workers there are', async () => {
    const asked = await Promise.all(['busy.test/1', 'busy.test/2', 'busy.test/3'].map(askedFor))
    for (const path of ['1', '2', '3'])
      web.pages[`busy.test/${path}`] = { ...web.pages[`busy.test/${path}`], waitMs: 400 }
    workers = [await runWorker({ resolve: web.resolve }), await runWorker({ resolve: web.resolve })]
    for (const mentionId of asked) {
      expect(await arrived(mentionId)).toMatchObject({ outcome: 'linked', linkChecks: { length: 1 } })
    }
    expect(web.mostAtOnce('busy.test')).toBe(1)
  }, 60_000)

  it('logs a bug once with an id, and tries again', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    workers = [await runWorker({ resolve: web.resolve })]
    const boss = await startBoss({ supervise: false, schedule: false, migrate: false, max: 1 })
    const id = await boss.send('look-at-mention', {
      workspaceId: 'x',
      mentionId: null as unknown as string,
      requestedById: null,
    })
    await vi.waitFor(
      async () => {
        const [job] = await boss.findJobs('look-at-mention', { id: id ?? '' })
        expect(job?.state).toBe('retry')
      },
      { timeout: 15_000, interval: 200 },
    )
    await boss.stop({ graceful: false })
    const lines = logged.mock.calls
      .map(([line]) => String(line))
      .filter((line) => line.includes('job look-at-mention'))
    logged.mockRestore()
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '{}').id).toMatch(/^[0-9a-f]{8}$/)
  })
})
