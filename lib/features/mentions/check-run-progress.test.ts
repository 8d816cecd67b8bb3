import { describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { lookJobs, queue } from '#lib/testing/look-jobs.ts'
import { LINK, mentionsToCheck } from '#lib/testing/mentions-to-check.ts'
import { aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { moveToTrash } from '../trash/trash-commands.ts'
import { startCheckRun } from './check-run-commands.ts'
import { takeRunItem } from './check-run-items.ts'
import { getCheckRun } from './check-run-queries.ts'
import { getLookHour } from './look-budget.ts'
import { lookNow } from './look-commands.ts'
import { scheduleDueLooks } from './schedule-due-looks.ts'

const HOUR_MS = 60 * 60 * 1000
const db = databaseAcrossWorkspaces
const world = mentionsToCheck()

describe('a check under way', () => {
  it('takes the looks over that the clock has asked for, and leaves one alone that a person waits for', async () => {
    const [ofClock, ofPerson] = await world.mentions([LINK, LINK])
    await db().mention.update({ where: { id: String(ofClock) }, data: { nextLookAt: NOON } })
    await scheduleDueLooks(NOON)
    await lookNow(world.ours, String(ofPerson))
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    expect((await getLookHour(world.ours)).used).toBe(2)
    expect((await lookJobs(String(ofClock))).map(({ data }) => data.runId)).toEqual(
      expect.arrayContaining([undefined, runId]),
    )
    expect(await lookJobs(String(ofPerson))).toHaveLength(1)
    await world.work([String(ofClock), String(ofPerson)])
    expect(await world.looksOf(runId)).toEqual([{ mentionId: ofClock, requestedById: null }])
    await scheduleDueLooks(NOON)
    await world.work([String(ofPerson)])
    expect(await world.looksOf(runId)).toHaveLength(2)
  })

  it('counts what a person looks at meanwhile, so that no page is opened twice', async () => {
    const [id] = await world.mentions([LINK])
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    expect(await lookNow(world.ours, String(id))).toEqual({ asked: true })
    await world.work([String(id)])
    expect(await world.looksOf(runId)).toEqual([{ mentionId: id, requestedById: world.ours.memberId }])
    expect((await getCheckRun(world.ours, runId)).state).toBe('finished')
    expect(await db().linkCheck.count({ where: { mentionId: String(id) } })).toBe(1)
  })

  it('waits for the next hour where this one is used up, and goes on by itself', async () => {
    world.looksPerHour('2')
    const ids = await world.mentions([LINK, LINK, LINK])
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    expect((await getCheckRun(world.ours, runId)).counts).toMatchObject({ waiting: 3, notAskedFor: 1 })
    expect(await getLookHour(world.ours)).toEqual({
      limit: 2,
      used: 2,
      since: NOON,
      until: new Date(NOON.getTime() + HOUR_MS),
    })
    await world.work(ids)
    await scheduleDueLooks(NOON)
    expect((await getCheckRun(world.ours, runId)).counts).toMatchObject({
      done: 2,
      waiting: 1,
      notAskedFor: 1,
    })
    const later = new Date(NOON.getTime() + HOUR_MS)
    await scheduleDueLooks(later)
    await world.work(ids, later)
    expect(await getCheckRun(world.ours, runId)).toMatchObject({ state: 'finished', endedAt: later })
  })

  it('comes before what is due in its own workspace, and takes nothing from others', async () => {
    world.looksPerHour('4')
    const theirs = await aWorkspace('Theirs')
    const due = await world.mentions([LINK, LINK, LINK])
    const site = await world.aSite('Trailhead')
    const ofRun = await world.mentions([LINK, LINK, LINK], { site })
    const theirSite = await world.aSite('Other', theirs)
    const theirDue = await world.mentions([LINK, LINK, LINK], { scope: theirs, site: theirSite })
    await db().mention.updateMany({
      where: { id: { in: [...due, ...theirDue] } },
      data: { nextLookAt: new Date(0) },
    })
    await startCheckRun(world.ours, { site })
    await scheduleDueLooks(NOON)
    expect([await world.waiting(ofRun), await world.waiting(due), await world.waiting(theirDue)]).toEqual([
      2, 0, 2,
    ])
  })

  it('judges demo pages from their saved copies, whatever the hour allows', async () => {
    world.looksPerHour('1')
    const demo = await world.mentions([null, null, null], { host: (n) => `demo-${n}.example` })
    const real = await world.mentions([LINK, LINK])
    const saved = await db().mention.findFirstOrThrow({ where: { id: demo[0] } })
    await db().savedPage.create({ data: { url: saved.url, html: LINK.html ?? '' } })
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    expect([await world.waiting(demo), await world.waiting(real)]).toEqual([3, 1])
    expect((await getLookHour(world.ours)).used).toBe(1)
    await world.work(demo)
    expect(await getCheckRun(world.ours, runId)).toMatchObject({
      counts: { done: 3 },
      came: { links: 1, 'cannot-tell': 2 },
    })
  })

  it('is taken up again where its jobs vanished: all it knows is in its rows', async () => {
    const ids = await world.mentions([LINK, LINK, LINK])
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    await world.work(ids.slice(0, 1))
    await loseJobs(ids)
    await db().mention.update({ where: { id: String(ids[2]) }, data: { lookState: 'looking' } })
    await scheduleDueLooks(new Date(NOON.getTime() + HOUR_MS))
    expect(await lookJobs(String(ids[1]))).toEqual([])
    const later = new Date(NOON.getTime() + HOUR_MS + 1)
    await Promise.all([scheduleDueLooks(later), scheduleDueLooks(later)])
    for (const id of ids.slice(1)) expect((await lookJobs(id)).map(({ data }) => data.runId)).toEqual([runId])
    await world.work(ids.slice(1), later)
    expect(await world.looksOf(runId)).toHaveLength(3)
    expect((await getCheckRun(world.ours, runId)).state).toBe('finished')
  })

  it('has one look at each mention, though its jobs run twice, also side by side', async () => {
    const ids = await world.mentions([{ ...LINK, waitMs: 100 }, LINK])
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    await Promise.all([world.work(ids), world.work(ids)])
    await world.work(ids)
    expect((await world.looksOf(runId)).map(({ mentionId }) => mentionId).sort()).toEqual(ids.toSorted())
    expect(await getCheckRun(world.ours, runId)).toMatchObject({ state: 'finished', counts: { done: 2 } })
  })

  it('leaves out what went to the trash meanwhile, and then comes to its end', async () => {
    const ids = await world.mentions([LINK, LINK])
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    await moveToTrash(world.ours, 'mention', String(ids[0]))
    await world.work(ids)
    await scheduleDueLooks(NOON)
    expect(await getCheckRun(world.ours, runId)).toMatchObject({
      state: 'finished',
      counts: { done: 1, leftOut: 1, waiting: 0 },
    })
  })

  it('finishes on the clock where the worker died after its last look', async () => {
    const ids = await world.mentions([LINK])
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    const item = { workspaceId: world.ours.workspaceId, runId, mentionId: String(ids[0]) }
    expect(await inTransaction((tx) => takeRunItem(tx, item))).toBe(runId)
    expect((await getCheckRun(world.ours, runId)).state).toBe('running')
    await scheduleDueLooks(NOON)
    expect((await getCheckRun(world.ours, runId)).state).toBe('finished')
  })
})

async function loseJobs(mentionIds: string[]) {
  for (const mentionId of mentionIds) {
    const ids = (await lookJobs(mentionId)).map(({ id }) => id)
    if (ids.length > 0) await (await queue()).deleteJob('look-at-mention', ids)
  }
}
