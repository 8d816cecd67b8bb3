import { describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import { MAY } from '#lib/testing/a-request.ts'
import { at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { listDeadlines, listDueRequests, listQuietRequests } from './request-due-queries.ts'
import { readRequestList } from './request-list.ts'
import { listRequests } from './request-list-queries.ts'

describe('lists of requests', () => {
  it('are paged by deadline, those without one last, forwards and back', async () => {
    const scope = at(await aWorkspace('Pages'), MAY)
    const { workspaceId, now } = scope
    await database().request.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        ...{
          workspaceId,
          text: `t${n}`,
          textHash: `h${n}`,
          liveTextKey: `h${n}`,
          topic: `Topic ${n}`,
          state: 'open',
        },
        ...{ deadlineAt: n < 40 ? new Date(now.getTime() + ((n * 7) % 40) * 3_600_000 + 1) : null },
        ...{ searchText: n % 2 ? 'odd' : 'even', createdAt: new Date(now.getTime() - n), updatedAt: now },
      })),
    })
    const page = (search: Record<string, string>) => listRequests(scope, readRequestList(search))
    const first = await page({})
    const second = await page({ after: first.after ?? '' })
    const third = await page({ after: second.after ?? '' })
    const all = [first, second, third].flatMap(({ requests }) => requests)
    expect([first.before, third.after]).toEqual([null, null])
    expect(new Set(all.map(({ id }) => id)).size).toBe(60)
    const times = all.map(({ deadlineAt }) => deadlineAt?.getTime() ?? Number.POSITIVE_INFINITY)
    expect(times).toEqual([...times].sort((a, b) => (a === b ? 0 : a - b)))
    const back = await page({ before: third.before ?? '' })
    expect(back.requests.map(({ id }) => id)).toEqual(second.requests.map(({ id }) => id))
    expect((await page({ before: back.before ?? '' })).requests.map(({ id }) => id)).toEqual(
      first.requests.map(({ id }) => id),
    )
    expect(
      (await page({ q: 'ODD', show: 'all' })).requests.every(({ topic }) => Number(topic.slice(6)) % 2 === 1),
    ).toBe(true)
    expect((await page({ show: 'late' })).requests).toEqual([])
    expect((await page({ show: 'nonsense', after: 'x', site: 'y' })).requests).toHaveLength(25)
  })

  it('say what is due now, what is quiet, and what a calendar shows', async () => {
    const scope = at(await aWorkspace('Due'), MAY)
    const { workspaceId, now, memberId } = scope
    const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
    const sent = { state: 'answered', sentVia: 'copy', sentById: memberId }
    const rows = [
      { topic: 'tomorrow', state: 'open', deadlineAt: hours(24) },
      { topic: 'today', state: 'open', deadlineAt: hours(2) },
      { topic: 'in three days', state: 'open', deadlineAt: hours(72) },
      { topic: 'yesterday', state: 'open', deadlineAt: hours(-20) },
      { topic: 'long ago', state: 'open', deadlineAt: hours(-200) },
      { topic: 'quiet', ...sent, sentAt: hours(-24 * 15) },
      { topic: 'sent lately', ...sent, sentAt: hours(-24) },
    ]
    await database().request.createMany({
      data: rows.map((row, n) => ({
        ...{
          workspaceId,
          text: `d${n}`,
          textHash: `d${n}`,
          liveTextKey: `d${n}`,
          createdAt: now,
          updatedAt: now,
        },
        ...row,
      })),
    })
    const topics = (some: readonly { topic: string }[]) => some.map(({ topic }) => topic)
    expect(topics(await listDueRequests(scope))).toEqual(['yesterday', 'today', 'tomorrow'])
    expect(topics(await listQuietRequests(scope))).toEqual(['quiet'])
    expect(await listDeadlines(scope)).toHaveLength(3)
  })
})
