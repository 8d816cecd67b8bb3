import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startCheckRun } from '#lib/features/mentions/check-run-commands.ts'
import { getCheckRun } from '#lib/features/mentions/check-run-queries.ts'
import { lookNow } from '#lib/features/mentions/look-commands.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { getMention } from '#lib/features/mentions/mention-queries.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { scheduleDueLooks } from '#lib/features/mentions/schedule-due-looks.ts'
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

async function recorded(address: string, inside = '<a href="http://fernway.shop/">Fernway</a>') {
  web.pages[address] = post(inside)
  const input = recordMentionSchema.parse({ siteId, url: `http://${address}`, provenance: 'earned' })
  return (await recordMention(ours, input)).mentionId
}

async function askedFor(address: string, inside?: string) {
  const mentionId = await recorded(address, inside)
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
    const asked = await Promise.all(
      ['busy.test/1', 'busy.test/2', 'busy.test/3'].map((address) => askedFor(address)),
    )
    for (const path of ['1', '2', '3'])
      web.pages[`busy.test/${path}`] = { ...web.pages[`busy.test/${path}`], waitMs: 400 }
    workers = [await runWorker({ resolve: web.resolve }), await runWorker({ resolve: web.resolve })]
    for (const mentionId of asked) {
      expect(await arrived(mentionId)).toMatchObject({ outcome: 'linked', linkChecks: { length: 1 } })
    }
    expect(web.mostAtOnce('busy.test')).toBe(1)
  }, 60_000)

  it('opens everything a look opens in turn, with a pause, whichever worker and look it is for', async () => {
    const PAUSE_MS = 250
    const asked: string[] = []
    for (const name of ['a', 'b', 'c', 'd']) {
      web.pages[`bit.ly/${name}`] = {
        status: 301,
        headers: { location: `http://fernway.shop/${name}` },
        waitMs: 60,
      }
      web.pages[`fernway.shop/${name}`] = { ...post('A tent'), waitMs: 60 }
      asked.push(await askedFor(`hops-${name}.test/`, `<a href="http://bit.ly/${name}">Fernway</a>`))
    }
    const world = { resolve: web.resolve, pausePerHostMs: PAUSE_MS }
    workers = [await runWorker(world), await runWorker(world)]
    for (const mentionId of asked) expect(await arrived(mentionId)).toMatchObject({ outcome: 'linked' })
    for (const host of ['bit.ly', 'fernway.shop', 'hops-a.test']) {
      expect(web.mostAtOnce(host)).toBe(1)
      const times = web.asked.filter((each) => each.host === host).map(({ at }) => at)
      expect(times.length).toBeGreaterThan(1)
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
      // Timers may be early by a millisecond.
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(PAUSE_MS - 2)
    }
  }, 60_000)

  it('finishes a check of many by itself, and forgets nothing that is asked for meanwhile', async () => {
    const asked = ['run-a.test/', 'run-b.test/', 'run-c.test/']
    for (const address of asked) await recorded(address)
    const { runId } = await startCheckRun(ours, { q: '/run-' })
    workers = [await runWorker({ resolve: web.resolve, pausePerHostMs: 10 })]
    await vi.waitFor(
      async () =>
        expect(await getCheckRun(ours, runId)).toMatchObject({ state: 'finished', counts: { done: 3 } }),
      { timeout: 20_000, interval: 100 },
    )
    expect(await arrived(await askedFor('asked-meanwhile.test/'))).toMatchObject({ outcome: 'linked' })
  }, 60_000)

  it('leaves a host alone that asks for it, but for a person who clicks', async () => {
    for (const path of ['1', '2', '3']) await recorded(`tired.test/${path}`)
    const elsewhere = await recorded('awake.test/tired')
    for (const path of ['1', '2', '3'])
      web.pages[`tired.test/${path}`] = { status: 429, headers: { 'retry-after': '3600' } }
    const { runId } = await startCheckRun(ours, { q: 'tired' })
    workers = [await runWorker({ resolve: web.resolve, pausePerHostMs: 10 })]
    const pagesAsked = () => web.asked.filter(({ address }) => /^tired\.test\/\d/.test(address)).length
    await vi.waitFor(
      async () =>
        expect((await getCheckRun(ours, runId)).counts).toMatchObject({
          done: 2,
          waiting: 2,
          notAskedFor: 2,
        }),
      { timeout: 20_000, interval: 100 },
    )
    expect((await getMention(ours, elsewhere)).outcome).toBe('linked')
    expect(pagesAsked()).toBe(1)
    await scheduleDueLooks(new Date())
    expect((await getCheckRun(ours, runId)).counts).toMatchObject({ waiting: 2, notAskedFor: 2 })
    const waiting = await databaseAcrossWorkspaces().checkRunItem.findFirstOrThrow({
      where: { runId, state: 'waiting' },
    })
    await lookNow({ ...ours, now: new Date() }, waiting.mentionId)
    await arrived(waiting.mentionId)
    expect(pagesAsked()).toBe(2)
    await workers.pop()?.stop()
    await scheduleDueLooks(new Date(Date.now() + 3_700_000))
    expect((await getCheckRun(ours, runId)).counts).toMatchObject({ waiting: 1, notAskedFor: 0 })
  }, 60_000)

  it('logs a bug once with an id, and tries again', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    workers = [await runWorker({ resolve: web.resolve })]
    const boss = await startBoss({ supervise: false, schedule: false, migrate: false, max: 1 })
    const id = await boss.send('look-at-mention', {
      workspaceId: ours.workspaceId,
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
