import { describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { LINK, mentionsToCheck } from '#lib/testing/mentions-to-check.ts'
import { at, NOON } from '#lib/testing/two-workspaces.ts'
import { startCheckRun, stopCheckRun } from './check-run-commands.ts'
import { getCheckRun, listCheckRunResults, listCheckRuns } from './check-run-queries.ts'

const HOUR_MS = 60 * 60 * 1000
const db = databaseAcrossWorkspaces
const world = mentionsToCheck()

describe('what came of a check', () => {
  it('shows changes first, then the newest, page by page, and can be narrowed down', async () => {
    const ids = await world.mentions(Array.from({ length: 60 }, () => null))
    const { runId } = await startCheckRun(world.ours)
    const changed = new Set([3, 30, 59])
    for (const [index, mentionId] of ids.entries()) {
      await db().linkCheck.create({
        data: {
          workspaceId: world.ours.workspaceId,
          mentionId,
          runId,
          number: 1,
          kind: 'fetched',
          at: new Date(NOON.getTime() + index),
          facts: {},
          verdict: index % 2 ? 'linked' : 'could-not-check',
          sentence: '',
          changes: changed.has(index) ? [{ kind: 'link-gone', words: 'link gone' }] : [],
        },
      })
    }
    const first = await listCheckRunResults(world.ours, runId)
    const second = await listCheckRunResults(world.ours, runId, { after: first.next })
    const order = [...first.results, ...second.results].map(({ mentionId }) => ids.indexOf(mentionId))
    expect(first.results).toHaveLength(50)
    expect(second.next).toBeNull()
    const rest = ids.map((_, index) => index).filter((index) => !changed.has(index))
    expect(order).toEqual([59, 30, 3, ...rest.toReversed()])
    const { results: changes } = await listCheckRunResults(world.ours, runId, { show: 'changed' })
    expect(changes.map(({ mentionId }) => ids.indexOf(mentionId))).toEqual([59, 30, 3])
    const { results: links } = await listCheckRunResults(world.ours, runId, { show: 'links' })
    expect(links).toHaveLength(30)
    expect((await listCheckRunResults(world.ours, runId, { show: 'missing' })).results).toEqual([])
    expect(await getCheckRun(world.ours, runId)).toMatchObject({
      changed: 3,
      came: { links: 30, 'cannot-tell': 30 },
    })
  })

  it('is kept with the checks before it, newest first', async () => {
    await world.mentions([LINK])
    const runIds: string[] = []
    for (let day = 0; day < 27; day += 1) {
      const scope = at(world.ours, new Date(NOON.getTime() + day * 24 * HOUR_MS))
      const { runId } = await startCheckRun(scope)
      await stopCheckRun(scope, runId)
      runIds.unshift(runId)
    }
    const first = await listCheckRuns(world.ours)
    const second = await listCheckRuns(world.ours, first.next)
    expect([...first.runs, ...second.runs].map(({ id }) => id)).toEqual(runIds)
    expect([first.runs.length, second.next]).toEqual([25, null])
    expect(first.runs[0]).toMatchObject({
      total: 1,
      done: 0,
      state: 'stopped',
      askedBy: { name: world.ours.actorName },
    })
  })
})
