import { describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { LINK, mentionsToCheck } from '#lib/testing/mentions-to-check.ts'
import { at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { startCheckRun, stopCheckRun } from './check-run-commands.ts'
import { getCheckRun } from './check-run-queries.ts'
import { scheduleDueLooks } from './schedule-due-looks.ts'

const HOUR_MS = 60 * 60 * 1000
const db = databaseAcrossWorkspaces
const world = mentionsToCheck()

describe('stopping a check', () => {
  it('keeps what was looked at and leaves out the rest; its jobs then do nothing', async () => {
    const ids = await world.mentions([LINK, LINK, LINK])
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    await world.work(ids.slice(0, 1))
    const stoppedAt = new Date(NOON.getTime() + 60_000)
    await stopCheckRun(at(world.ours, stoppedAt), runId)
    await stopCheckRun(at(world.ours, new Date(NOON.getTime() + HOUR_MS)), runId)
    await world.work(ids)
    await scheduleDueLooks(stoppedAt)
    expect(await getCheckRun(world.ours, runId)).toMatchObject({
      state: 'stopped',
      endedAt: stoppedAt,
      counts: { done: 1, leftOut: 2, waiting: 0 },
    })
    expect(await world.looksOf(runId)).toHaveLength(1)
    expect(await world.waiting(ids)).toBe(0)
  })

  it('lets a look that is under way come in, but not into the check', async () => {
    const [id] = await world.mentions([LINK])
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    await db().mention.update({ where: { id: String(id) }, data: { lookState: 'looking' } })
    await stopCheckRun(world.ours, runId)
    await world.work([String(id)])
    expect(await world.looksOf(runId)).toEqual([])
    expect(await db().linkCheck.count({ where: { mentionId: String(id) } })).toBe(1)
    expect((await getCheckRun(world.ours, runId)).counts).toMatchObject({ done: 0, leftOut: 1 })
  })

  it('lets the next one start, and gives the clock back what was due', async () => {
    const ids = await world.mentions([LINK])
    await db().mention.updateMany({ where: { id: { in: ids } }, data: { nextLookAt: NOON } })
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    await stopCheckRun(world.ours, runId)
    await scheduleDueLooks(NOON)
    expect(await db().mention.findFirstOrThrow({ where: { id: ids[0] } })).toMatchObject({
      lookState: 'waiting',
      lookAskedBy: 'clock',
    })
    await startCheckRun(world.ours)
  })

  it('of a check of another workspace, or of none, is a 404', async () => {
    await world.mentions([LINK])
    const { runId } = await startCheckRun(world.ours)
    await expect(stopCheckRun(await aWorkspace('Theirs'), runId)).rejects.toThrow(NotFound)
    expect((await getCheckRun(world.ours, runId)).state).toBe('running')
  })
})
