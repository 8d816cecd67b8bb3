import { describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { lookJobs, queue } from '#lib/testing/look-jobs.ts'
import { LINK, mentionsToCheck, NAME } from '#lib/testing/mentions-to-check.ts'
import { aMember, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { startCheckRun, stopCheckRun } from './check-run-commands.ts'
import { findRunningCheckRun, getCheckRun, listCheckRunResults, listCheckRuns } from './check-run-queries.ts'
import { getLookHour } from './look-budget.ts'
import { scheduleDueLooks } from './schedule-due-looks.ts'

const db = databaseAcrossWorkspaces
const world = mentionsToCheck()

describe('a check of many mentions', () => {
  it('looks at each once, says how far it is, and is finished when nothing of it waits', async () => {
    const ids = await world.mentions([LINK, NAME, null])
    const { runId } = await startCheckRun(world.ours)
    expect(await findRunningCheckRun(world.ours)).toMatchObject({ id: runId, words: 'All mentions' })
    expect((await getCheckRun(world.ours, runId)).counts).toEqual({
      waiting: 3,
      done: 0,
      leftOut: 0,
      notAskedFor: 3,
    })
    await scheduleDueLooks(NOON)
    expect((await getCheckRun(world.ours, runId)).counts).toMatchObject({ waiting: 3, notAskedFor: 0 })
    const [job] = await lookJobs(String(ids[0]))
    expect(job?.data).toEqual({
      workspaceId: world.ours.workspaceId,
      mentionId: ids[0],
      requestedById: null,
      runId,
    })
    await world.work(ids.slice(0, 2))
    expect(await getCheckRun(world.ours, runId)).toMatchObject({
      state: 'running',
      counts: { waiting: 1, done: 2, leftOut: 0, notAskedFor: 0 },
    })
    await world.work(ids)
    expect(await getCheckRun(world.ours, runId)).toMatchObject({
      state: 'finished',
      endedAt: NOON,
      total: 3,
      counts: { waiting: 0, done: 3, leftOut: 0 },
      came: { links: 1, unlinked: 1, missing: 1 },
    })
    expect((await world.looksOf(runId)).map(({ mentionId }) => mentionId).sort()).toEqual(ids.toSorted())
    expect(await findRunningCheckRun(world.ours)).toBeNull()
  })

  it('sets out at once: the worker is told in the transaction that writes it down', async () => {
    await world.mentions([LINK])
    const before = await passesAskedFor()
    await startCheckRun(world.ours)
    expect(await passesAskedFor()).toBe(before + 1)
  })

  it('is of what the list shows', async () => {
    const other = await world.aSite('Trailhead')
    const [linked] = await world.mentions([LINK], { host: () => 'tents-and-more.test' })
    await world.mentions([LINK, LINK])
    const [ofOther] = await world.mentions([LINK], { site: other })
    await db().mention.update({ where: { id: String(linked) }, data: { outcome: 'linked-qualified' } })
    const cases: [Parameters<typeof startCheckRun>[1], string[] | number, string][] = [
      [{ site: other }, [String(ofOther)], 'All mentions of Trailhead'],
      [{ outcome: 'links' }, [String(linked)], 'Mentions: links'],
      [{ q: 'AND-more' }, [String(linked)], 'Mentions: “AND-more”'],
      [
        { site: world.siteId, outcome: 'not-looked', provenance: 'earned' },
        2,
        'Mentions of Fernway: not looked at, earned',
      ],
    ]
    for (const [filter, expected, words] of cases) {
      const { runId } = await startCheckRun(world.ours, filter)
      const items = await db().checkRunItem.findMany({ where: { runId } })
      if (typeof expected === 'number') expect(items).toHaveLength(expected)
      else expect(items.map(({ mentionId }) => mentionId)).toEqual(expected)
      expect(await getCheckRun(world.ours, runId)).toMatchObject({ words, total: items.length })
      await stopCheckRun(world.ours, runId)
    }
  })

  it('is refused where nothing fits, and where too much does', async () => {
    await expect(startCheckRun(world.ours)).rejects.toThrow('No mention fits that.')
    const { workspaceId, memberId } = world.ours
    await db().$executeRaw`
      INSERT INTO "Mention" ("id", "workspaceId", "siteId", "url", "urlKey", "liveUrlKey", "provenance", "outcome",
                             "recordedById", "createdAt", "updatedAt")
      SELECT gen_random_uuid(), ${workspaceId}, ${world.siteId}, 'http://many.test/' || n, n, n, 'earned', 'not-looked',
             ${memberId}, ${NOON}, ${NOON}
        FROM generate_series(0, 10000) AS n`
    await expect(startCheckRun(world.ours)).rejects.toThrow('more than 10,000')
    const { runId } = await startCheckRun(world.ours, { q: 'many.test/1' })
    expect((await getCheckRun(world.ours, runId)).total).toBe(1112)
  })

  it('is one at a time in a workspace, also for two who start it at the same moment', async () => {
    await world.mentions([LINK])
    const started = await Promise.allSettled([1, 2, 3].map(() => startCheckRun(world.ours)))
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = started.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({
      field: 'running',
      message: 'A check is under way here: All mentions.',
    })
    expect(await db().checkRun.count({ where: { workspaceId: world.ours.workspaceId } })).toBe(1)
    const theirs = await aWorkspace('Theirs')
    expect(await findRunningCheckRun(theirs)).toBeNull()
  })

  it('is for writers and above to start and stop, for a reviewer to read, and not for viewers', async () => {
    await world.mentions([LINK])
    const { runId } = await startCheckRun(world.ours)
    const reviewer = await aMember(world.ours.workspaceId, 'reviewer')
    expect((await getCheckRun(reviewer, runId)).total).toBe(1)
    await expect(startCheckRun(reviewer)).rejects.toThrow(Refusal)
    await expect(stopCheckRun(reviewer, runId)).rejects.toThrow(Refusal)
    const viewer = await aMember(world.ours.workspaceId, 'viewer', NOON, [world.siteId])
    for (const asked of [getCheckRun(viewer, runId), listCheckRuns(viewer), getLookHour(viewer)])
      await expect(asked).rejects.toThrow(NotFound)
    await expect(stopCheckRun(viewer, runId)).rejects.toThrow(Refusal)
    const writer = await aMember(world.ours.workspaceId, 'writer')
    await stopCheckRun(writer, runId)
    expect((await getCheckRun(world.ours, runId)).state).toBe('stopped')
  })

  it('obeys robots.txt, as nobody clicked on each page', async () => {
    const ids = await world.mentions([LINK], { host: () => 'closed.test' })
    const robots = { html: 'User-agent: *\nDisallow: /', headers: { 'content-type': 'text/plain' } }
    world.web.pages['closed.test/robots.txt'] = robots
    const { runId } = await startCheckRun(world.ours)
    await scheduleDueLooks(NOON)
    await world.work(ids)
    expect((await listCheckRunResults(world.ours, runId)).results).toMatchObject([
      { verdict: 'could-not-check' },
    ])
    expect(await world.looksOf(runId)).toMatchObject([{ requestedById: null }])
  })
})

async function passesAskedFor() {
  return (await (await queue()).findJobs('schedule-due-looks')).length
}
