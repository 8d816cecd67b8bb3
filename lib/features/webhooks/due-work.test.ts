import { beforeEach, describe, expect, it } from 'vitest'
import { EVENT_TYPE_NAMES, type EventType } from '#lib/domain/webhooks/event-types.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aPitchGround, aSentPitch, pitchRow } from '#lib/testing/a-pitch.ts'
import { aPromise } from '#lib/testing/a-promise.ts'
import { aLetter, aRequestSite, MAY } from '#lib/testing/a-request.ts'
import { at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { logReply } from '../pitches/conversation-commands.ts'
import { noteDueWork } from './due-work-queries.ts'
import { scheduleWebhooks } from './schedule-webhooks.ts'
import { makeWebhook } from './webhook-commands.ts'

const db = databaseAcrossWorkspaces
const HOOK = { name: 'Sheet', url: 'https://hooks.example/', siteIds: [] as string[] }

let owner: WorkspaceScope
beforeEach(async () => {
  owner = await aWorkspace('Ours')
})

const aHook = async (types: EventType[] = [...EVENT_TYPE_NAMES], siteIds: string[] = [], scope = owner) =>
  (await makeWebhook(scope, { ...HOOK, types, siteIds })).webhookId
const noted = (moment: string) =>
  noteDueWork(database(), { workspaceId: owner.workspaceId, now: new Date(moment) })
const told = (webhookId: string) =>
  db().webhookDelivery.findMany({
    where: { webhookId },
    orderBy: { seq: 'asc' },
    select: { type: true, data: true },
  })

describe('due work', () => {
  it('of a follow-up is noted once its day has begun where the contact lives, once', async () => {
    const hook = await aHook()
    const pitchId = await aSentPitch(owner, await aPitchGround(owner, { timeZone: 'Asia/Tokyo' }))
    const [followUp] = (await pitchRow(owner, pitchId)).followUps
    const day = followUp?.dueOn.toISOString().slice(0, 10) ?? ''
    const midnightInTokyo = new Date(new Date(`${day}T00:00:00+09:00`))
    expect(await noted(new Date(midnightInTokyo.getTime() - 1000).toISOString())).toBe(0)
    const both = await Promise.all([1, 2].map(() => noted(midnightInTokyo.toISOString())))
    expect(both.reduce((sum, count) => sum + count)).toBe(1)
    expect(await noted(`${day}T20:00:00Z`)).toBe(0)
    expect(await told(hook)).toMatchObject([
      { type: 'follow_up.due', data: { id: followUp?.id, pitchId, dueOn: day } },
    ])
  })

  it('of a promise is noted on its day, and once more when it was moved to another', async () => {
    const hook = await aHook()
    const ground = await aPitchGround(owner)
    const promiseId = await aPromise(owner, ground, { dueOn: '2026-03-06' })
    expect(await noted('2026-03-05T23:59:00Z')).toBe(0)
    expect(await noted('2026-03-06T00:00:00Z')).toBe(1)
    await db().promiseMade.update({ where: { id: promiseId }, data: { dueOn: new Date('2026-03-08') } })
    expect(await noted('2026-03-07T12:00:00Z')).toBe(0)
    expect(await noted('2026-03-08T12:00:00Z')).toBe(1)
    expect(await told(hook)).toMatchObject([
      { type: 'promise.due', data: { id: promiseId, whose: 'ours', dueOn: '2026-03-06' } },
      { data: { dueOn: '2026-03-08' } },
    ])
  })

  it('of a request is noted a day before its deadline, while it is open', async () => {
    const hook = await aHook()
    await aRequestSite(owner)
    const requestId = await aLetter(at(owner, MAY))
    const deadlineAt = new Date('2028-05-20T09:00:00Z')
    await db().request.update({ where: { id: requestId }, data: { deadlineAt } })
    expect(await noted('2028-05-19T08:59:00Z')).toBe(0)
    expect(await noted('2028-05-19T09:00:00Z')).toBe(1)
    expect(await noted('2028-05-20T08:00:00Z')).toBe(0)
    expect(await told(hook)).toMatchObject([
      { type: 'request.due', data: { id: requestId, deadlineAt: '2028-05-20T09:00:00.000Z' } },
    ])
  })

  it('that was due before a webhook was made is not noted for it, nor that of other Sites or workspaces', async () => {
    const ground = await aPitchGround(owner)
    await aPromise(owner, ground, { dueOn: '2026-03-03' })
    const { theirs } = await twoWorkspaces()
    const strange = await aHook(undefined, [], theirs)
    const otherSite = await aRequestSite(owner, 'Elsewhere')
    const hooks = [await aHook(['pitch.answered']), await aHook(undefined, [otherSite]), strange]
    const mine = await aHook()
    await aPromise(owner, ground, { dueOn: '2026-03-05' })
    expect(await noted('2026-03-05T12:00:00Z')).toBe(1)
    expect(await told(mine)).toHaveLength(1)
    for (const hook of hooks) expect(await told(hook)).toEqual([])
  })

  it('is noted by the clock, which makes a job for each webhook with something to send', async () => {
    const hook = await aHook(['promise.due'])
    await aHook(['request.due'])
    await aPromise(owner, await aPitchGround(owner), { dueOn: '2026-03-05' })
    const before = await scheduleWebhooks(new Date('2026-03-04T23:00:00Z'))
    const after = await scheduleWebhooks(new Date('2026-03-05T00:01:00Z'))
    expect(after - before).toBe(1)
    expect(await told(hook)).toHaveLength(1)
  })
})

describe('an answer', () => {
  it('to a pitch is told by ids only', async () => {
    const pitchId = await aSentPitch(owner)
    const hook = await aHook(['pitch.answered'])
    await logReply(at(owner, '2026-03-05T12:00:00Z'), { pitchId, body: 'Gladly, tell me more', once: 'x' })
    const [one, ...rest] = await told(hook)
    expect(rest).toEqual([])
    expect(Object.keys(one?.data as object).toSorted()).toEqual(['id', 'messageId', 'siteId'])
    expect(one?.data).toMatchObject({ id: pitchId })
  })
})
