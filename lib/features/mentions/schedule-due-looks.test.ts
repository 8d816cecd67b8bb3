import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { lookJobs } from '#lib/testing/look-jobs.ts'
import { at, aWorkspace, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { lookNow } from './look-commands.ts'
import { recordMention } from './mention-commands.ts'
import { recordMentionSchema } from './mention-schema.ts'
import { scheduleDueLooks } from './schedule-due-looks.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
let ours: WorkspaceScope
let theirs: WorkspaceScope
let count = 0

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})
afterEach(async () => {
  looksPerHour('')
  await databaseAcrossWorkspaces().mention.updateMany({ data: { lookState: 'idle', nextLookAt: null } })
  await databaseAcrossWorkspaces().lookHour.deleteMany()
})

function looksPerHour(limit: string) {
  vi.stubEnv('LOOKS_PER_HOUR', limit)
  forgetSettings()
}

function newPage() {
  count += 1
  return `https://blog-${count}.test/`
}

async function aMention(scope: WorkspaceScope, url = newPage(), nextLookAt: Date | null = NOON) {
  const site = {
    ownerName: 'Mara',
    domains: ['fernway.shop'],
    brandNames: [],
    peopleNames: [],
    timeZone: 'UTC',
  }
  const { siteId } = await addSite(scope, { name: 'Fernway', ...site })
  const { mentionId } = await recordMention(
    scope,
    recordMentionSchema.parse({ siteId, url, provenance: 'earned' }),
  )
  await change(scope, mentionId, { nextLookAt })
  return mentionId
}

/** Due since so many minutes. */
async function dueMentions(scope: WorkspaceScope, minutes: number[], url?: (at: number) => string) {
  const ids: string[] = []
  for (const [index, since] of minutes.entries())
    ids.push(await aMention(scope, url?.(index), new Date(NOON.getTime() - since * MINUTE_MS)))
  return ids
}

function change(scope: WorkspaceScope, id: string, data: Record<string, unknown>) {
  return database().mention.updateMany({ where: { workspaceId: scope.workspaceId, id }, data })
}

function mentionOf(scope: WorkspaceScope, id: string) {
  return database().mention.findFirstOrThrow({ where: { workspaceId: scope.workspaceId, id } })
}

async function stateOf(scope: WorkspaceScope, id: string) {
  return (await mentionOf(scope, id)).lookState
}

async function waiting(scope: WorkspaceScope, ids: string[]) {
  const rows = await database().mention.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids }, lookState: 'waiting' },
    select: { id: true },
  })
  return ids.filter((id) => rows.some((row) => row.id === id))
}

async function used(): Promise<number[]> {
  const hours = await databaseAcrossWorkspaces().lookHour.findMany({ orderBy: { hour: 'asc' } })
  return hours.map((hour) => hour.used)
}

describe('the clock', () => {
  it('asks for the looks that are due, in every workspace, once, spread over some minutes', async () => {
    const due = [await aMention(ours), await aMention(theirs)]
    const later = await aMention(ours, undefined, new Date(NOON.getTime() + 1))
    await Promise.all([scheduleDueLooks(NOON), scheduleDueLooks(NOON)])
    await scheduleDueLooks(NOON)
    for (const id of due) {
      const jobs = await lookJobs(id)
      expect(jobs).toHaveLength(1)
      expect(jobs[0]).toMatchObject({ priority: 0, data: { requestedById: null } })
      const wait = (jobs[0]?.startAfter.getTime() ?? 0) - NOON.getTime()
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThanOrEqual(8 * MINUTE_MS)
    }
    expect(await stateOf(ours, later)).toBe('idle')
    expect(await used()).toEqual([2])
  })

  it('leaves demo pages, the trash and the mentions of a Site in the trash alone', async () => {
    const demo = await aMention(ours, 'https://travels.example/post')
    const trashed = await aMention(ours)
    await change(ours, trashed, { deletedAt: NOON, liveUrlKey: null })
    const orphan = await aMention(ours)
    const { siteId } = await mentionOf(ours, orphan)
    await database().site.updateMany({
      where: { workspaceId: ours.workspaceId, id: siteId },
      data: { deletedAt: NOON },
    })
    await scheduleDueLooks(NOON)
    for (const id of [demo, trashed, orphan]) expect(await stateOf(ours, id)).toBe('idle')
  })

  it('asks again for a look that was asked for an hour ago and never came, also of a demo page', async () => {
    for (const url of ['https://eaten.test/', 'https://eaten.example/']) {
      const id = await aMention(ours, url, null)
      await lookNow(ours, id)
      await change(ours, id, { lookState: 'looking' })
      await scheduleDueLooks(new Date(NOON.getTime() + HOUR_MS - 1))
      expect(await lookJobs(id)).toHaveLength(1)
      await scheduleDueLooks(new Date(NOON.getTime() + HOUR_MS + 1))
      expect(await lookJobs(id)).toHaveLength(2)
      expect(await stateOf(ours, id)).toBe('waiting')
    }
    expect(await used()).toEqual([1, 0])
  })
})

describe('the hour', () => {
  it('allows so many looks, what has been due longest first; the rest waits for the next hour', async () => {
    looksPerHour('3')
    const [a, b, c, d, e] = await dueMentions(ours, [10, 50, 30, 20, 40])
    const ids = [a, b, c, d, e].map(String)
    expect(await scheduleDueLooks(NOON)).toEqual({ asked: 3 })
    expect(await waiting(ours, ids)).toEqual([b, c, e])
    expect(await scheduleDueLooks(new Date(NOON.getTime() + HOUR_MS - 1))).toEqual({ asked: 0 })
    expect(await used()).toEqual([3])
    await databaseAcrossWorkspaces().mention.updateMany({
      where: { lookState: 'waiting' },
      data: { lookState: 'idle', nextLookAt: null },
    })
    expect(await scheduleDueLooks(new Date(NOON.getTime() + HOUR_MS))).toEqual({ asked: 2 })
    expect(await used()).toEqual([3, 2])
  })

  it('is never overdrawn, however many schedulers ask at the same moment', async () => {
    looksPerHour('7')
    await dueMentions(ours, [1, 2, 3, 4, 5, 6])
    await dueMentions(theirs, [1, 2, 3, 4, 5, 6])
    const passes = await Promise.all(Array.from({ length: 6 }, () => scheduleDueLooks(NOON)))
    expect(passes.reduce((sum, { asked }) => sum + asked, 0)).toBe(7)
    expect(await used()).toEqual([7])
    expect(await databaseAcrossWorkspaces().mention.count({ where: { lookState: 'waiting' } })).toBe(7)
  })

  it('is shared between workspaces, so that nobody starves beside one with thousands', async () => {
    looksPerHour('6')
    const many = await dueMentions(ours, [90, 89, 88, 87, 86, 85, 84, 83])
    const few = await dueMentions(theirs, [2, 1])
    await scheduleDueLooks(NOON)
    expect(await waiting(theirs, few)).toEqual(few)
    expect(await waiting(ours, many)).toEqual(many.slice(0, 4))
  })

  it('goes to those who wait longest where there are more workspaces than looks', async () => {
    looksPerHour('2')
    const scopes = [ours, theirs, await aWorkspace('Third')]
    const due: string[] = []
    for (const [index, scope] of scopes.entries())
      due.push(...(await dueMentions(scope, [[5, 20, 10][index] ?? 0])))
    await scheduleDueLooks(NOON)
    const states = await Promise.all(scopes.map((scope, index) => stateOf(scope, due[index] ?? '')))
    expect(states).toEqual(['idle', 'waiting', 'waiting'])
  })

  it('counts "look now", and does not hold it back', async () => {
    looksPerHour('1')
    const [first, second, third] = await dueMentions(ours, [3, 2, 1])
    await lookNow(ours, String(first))
    await lookNow(ours, String(second))
    expect(await used()).toEqual([2])
    expect(await scheduleDueLooks(NOON)).toEqual({ asked: 0 })
    expect(await stateOf(ours, String(third))).toBe('idle')
  })

  it('does not count a second click, nor a demo page', async () => {
    const [id] = await dueMentions(ours, [1])
    const demo = await aMention(ours, 'https://counted.example/post', null)
    const clicks = await Promise.all([1, 2, 3].map(() => lookNow(ours, String(id))))
    expect(clicks.filter(({ asked }) => asked)).toHaveLength(1)
    expect(await lookNow(ours, demo)).toEqual({ asked: true })
    expect(await used()).toEqual([1])
  })

  it('lets no more be on its way than the workers may look at within one', async () => {
    looksPerHour('3')
    await dueMentions(ours, [1, 2, 3, 4, 5])
    await scheduleDueLooks(NOON)
    const nextHour = new Date(NOON.getTime() + HOUR_MS - 1)
    await databaseAcrossWorkspaces().lookHour.deleteMany()
    expect(await scheduleDueLooks(nextHour)).toEqual({ asked: 0 })
  })

  it('is not used up by one host: its pages come in turn, and others meanwhile', async () => {
    const busy = await dueMentions(
      ours,
      Array.from({ length: 43 }, (_, index) => 100 - index),
      (index) => `https://busy.test/${index}`,
    )
    const other = await dueMentions(ours, [1])
    await scheduleDueLooks(NOON)
    expect(await waiting(ours, busy)).toEqual(busy.slice(0, 40))
    expect(await waiting(ours, other)).toEqual(other)
    await change(ours, String(busy[0]), { lookState: 'idle', nextLookAt: null })
    await scheduleDueLooks(NOON)
    expect(await waiting(ours, busy)).toEqual(busy.slice(1, 41))
  })
})

describe('"look now"', () => {
  it('overtakes a look the clock has asked for: it becomes that person’s, first in the queue, counted once', async () => {
    const [id] = await dueMentions(ours, [1])
    const mentionId = String(id)
    await scheduleDueLooks(NOON)
    const clicked = at(ours, new Date(NOON.getTime() + MINUTE_MS))
    expect(await lookNow(clicked, mentionId)).toEqual({ asked: true })
    expect(await lookNow(clicked, mentionId)).toEqual({ asked: false })
    expect(await mentionOf(ours, mentionId)).toMatchObject({
      lookState: 'waiting',
      lookAskedBy: 'person',
      lookRequestedAt: clicked.now,
    })
    const jobs = await lookJobs(mentionId)
    expect(jobs).toHaveLength(2)
    const mine = jobs.find(({ data }) => data.requestedById === ours.memberId)
    expect(mine?.priority).toBeGreaterThan(0)
    expect(mine?.startAfter.getTime()).toBeLessThanOrEqual(Date.now())
    expect(await used()).toEqual([1])
  })

  it('does not double a look that is under way', async () => {
    const [id] = await dueMentions(ours, [1])
    const mentionId = String(id)
    await scheduleDueLooks(NOON)
    await change(ours, mentionId, { lookState: 'looking' })
    expect(await lookNow(ours, mentionId)).toEqual({ asked: false })
    expect(await lookJobs(mentionId)).toHaveLength(1)
    expect(await used()).toEqual([1])
  })

  it('is overtaken by nobody', async () => {
    const [id] = await dueMentions(ours, [1])
    await lookNow(ours, String(id))
    await scheduleDueLooks(NOON)
    expect(await lookJobs(String(id))).toHaveLength(1)
    expect((await mentionOf(ours, String(id))).lookAskedBy).toBe('person')
  })
})
