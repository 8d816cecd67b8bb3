import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFollowedProspect, feedOf } from '#lib/testing/a-feed.ts'
import { NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { moveToTrash, restoreFromTrash } from '../trash/trash-commands.ts'
import { scheduleFeeds } from './schedule-feeds.ts'

const HOUR_MS = 3_600_000
let ours: WorkspaceScope
let theirs: WorkspaceScope

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

beforeEach(async () => {
  await databaseAcrossWorkspaces().feed.deleteMany()
  await databaseAcrossWorkspaces().hostRest.deleteMany()
})

/** Feeds that were due an hour ago, each at a host of its own unless one is named. */
async function due(scope: WorkspaceScope, count: number, host?: string) {
  const prospectId = await aFollowedProspect(scope, 'http://x.test/')
  await database().feed.createMany({
    data: Array.from({ length: count }, (_, i) => {
      const url = `http://${host ?? `${prospectId}-${i}.test`}/${i}`
      return {
        workspaceId: scope.workspaceId,
        prospectId,
        url,
        urlKey: url,
        kind: 'rss',
        state: 'idle',
        nextLookAt: new Date(NOON.getTime() - HOUR_MS),
        createdAt: NOON,
      }
    }),
  })
  return prospectId
}

describe('the feeds’ clock', () => {
  it('asks for each due feed once, also with two workers at once', async () => {
    await due(ours, 3)
    await due(theirs, 2)
    const [one, two] = await Promise.all([scheduleFeeds(NOON), scheduleFeeds(NOON)])
    expect(one.asked + two.asked).toBe(5)
    expect(await scheduleFeeds(NOON)).toEqual({ asked: 0 })
    const feed = await database().feed.findFirstOrThrow({ where: { workspaceId: ours.workspaceId } })
    expect(feed).toMatchObject({ state: 'waiting', nextLookAt: new Date(NOON.getTime() + HOUR_MS) })
  })

  it('does not let ten thousand out at once', async () => {
    await due(ours, 10_000)
    const started = performance.now()
    expect(await scheduleFeeds(NOON)).toEqual({ asked: 200 })
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(await scheduleFeeds(new Date(NOON.getTime() + 60_000))).toEqual({ asked: 200 })
  })

  it('gives one host a few at a time, and the others are not held up', async () => {
    await due(ours, 190, 'medium.test')
    await due(theirs, 10)
    expect(await scheduleFeeds(NOON)).toEqual({ asked: 50 })
    expect(await scheduleFeeds(NOON)).toEqual({ asked: 0 })
  })

  it('asks nothing of a host that wants to be left alone', async () => {
    await due(ours, 2, 'resting.test')
    await databaseAcrossWorkspaces().hostRest.create({
      data: { host: 'resting.test', until: new Date(NOON.getTime() + HOUR_MS) },
    })
    expect(await scheduleFeeds(NOON)).toEqual({ asked: 0 })
    expect(await scheduleFeeds(new Date(NOON.getTime() + HOUR_MS + 1))).toEqual({ asked: 2 })
  })

  it('lets feeds rest of prospects in the trash, and takes them up again when they are back', async () => {
    const prospectId = await due(ours, 1)
    const { trashId } = await moveToTrash(ours, 'prospect', prospectId)
    expect(await scheduleFeeds(NOON)).toEqual({ asked: 0 })
    await restoreFromTrash(ours, trashId)
    expect(await scheduleFeeds(new Date(NOON.getTime() + 25 * HOUR_MS))).toEqual({ asked: 1 })
  })

  it('asks again for a feed that a killed worker left behind', async () => {
    await due(ours, 1)
    await scheduleFeeds(NOON)
    const { id } = await database().feed.findFirstOrThrow({ where: { workspaceId: ours.workspaceId } })
    await database().feed.updateMany({
      where: { workspaceId: ours.workspaceId, id },
      data: { state: 'looking' },
    })
    expect(await scheduleFeeds(new Date(NOON.getTime() + HOUR_MS))).toEqual({ asked: 1 })
    expect((await feedOf({ workspaceId: ours.workspaceId, feedId: id })).state).toBe('waiting')
  })
})
