import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { EVENT_TYPE_NAMES } from '#lib/domain/webhooks/event-types.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, writeALook } from '#lib/testing/a-look.ts'
import { aReceiver } from '#lib/testing/a-receiver.ts'
import { at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { claimDelivery } from './claim-queries.ts'
import { clearWebhookDeliveries } from './clear-webhook-deliveries.ts'
import { deliverWebhook } from './deliver-webhook.ts'
import { sendAgain, sendAllAgain, sendTestEvent } from './delivery-commands.ts'
import { renewWebhookSecret, showWebhookSecret } from './secret-commands.ts'
import { makeWebhook, switchWebhook } from './webhook-commands.ts'
import { getWebhook, listDeliveries, listWebhooks } from './webhook-queries.ts'

const db = databaseAcrossWorkspaces
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const ALL = { state: '', after: '', before: '' } as const

let receiver: Awaited<ReturnType<typeof aReceiver>>
let owner: WorkspaceScope
let clock: number
let webhookId: string
const now = () => new Date(clock)

beforeAll(async () => {
  receiver = await aReceiver()
})
afterAll(() => receiver.stop())
beforeEach(async () => {
  owner = await aWorkspace('Ours')
  clock = owner.now.getTime()
  ;({ webhookId } = await makeWebhook(owner, {
    ...{ name: 'Sheet', url: 'http://hooks.test/rapport', types: [...EVENT_TYPE_NAMES], siteIds: [] },
  }))
  Object.assign(receiver, { received: [], taken: [], refused: 0, now })
  receiver.secret = await showWebhookSecret(owner, { webhookId })
  receiver.answer = () => ({ status: 200, body: 'Thank you' })
})

const run = (options = {}) =>
  deliverWebhook(
    { workspaceId: owner.workspaceId, webhookId },
    { now, resolve: receiver.resolve, ...options },
  )
/** Runs every five minutes for so long, as the clock does every minute. */
async function runFor(ms: number) {
  const end = clock + ms
  for (; clock <= end; clock += 5 * MINUTE) await run()
}
const log = async () => (await listDeliveries(owner, webhookId, ALL)).rows
const told = () => receiver.taken.map(({ type, data }) => [type, data.to ?? null])

describe('a delivery', () => {
  it('is signed as the public package checks it, thin, and leads into the app', async () => {
    const mentionId = await aMention(owner)
    await writeALook(owner, mentionId, { verdict: 'linked' })
    expect(await run()).toBe(2)
    expect(receiver.refused).toBe(0)
    expect(told()).toEqual([
      ['mention.recorded', null],
      ['mention.outcome_changed', 'linked'],
    ])
    const [recorded] = receiver.taken
    expect(Object.keys(JSON.parse(recorded?.raw ?? '')).toSorted()).toEqual(['data', 'timestamp', 'type'])
    expect(recorded?.data).toMatchObject({ id: mentionId, outcome: 'not-looked', foundBy: 'person' })
    expect(recorded?.data.link).toMatch(new RegExp(`/w/${owner.workspaceSlug}/mentions/${mentionId}$`))
    expect(recorded?.headers['content-type']).toBe('application/json')
    expect(await log()).toMatchObject([
      { state: 'delivered', lastStatus: 200, lastAnswer: 'Thank you', lastFailure: null },
      { state: 'delivered' },
    ])
    expect(await run()).toBe(0)
  })

  it('to a receiver that fails for an hour comes once it is back: everything, in order for each object', async () => {
    receiver.answer = () => ({ status: 503, body: 'Back soon' })
    const mentions = [await aMention(owner), await aMention(owner), await aMention(owner)]
    const verdicts = ['linked', 'mentioned-unlinked', 'linked'] as const
    for (const [step, verdict] of verdicts.entries()) {
      await runFor(15 * MINUTE)
      for (const mentionId of mentions)
        await writeALook(at(owner, now()), mentionId, { verdict, at: new Date(clock + step) })
    }
    await runFor(15 * MINUTE)
    expect(clock - owner.now.getTime()).toBeGreaterThanOrEqual(HOUR)
    expect(receiver.taken).toEqual([])
    expect(receiver.received.length).toBeGreaterThan(5)

    receiver.answer = () => ({ status: 204 })
    // Its next tries are at most two and a half hours away; from the first that works nothing waits any more.
    await runFor(3 * HOUR)
    const all = await db().webhookDelivery.findMany({ where: { webhookId }, orderBy: { seq: 'asc' } })
    expect(all.length).toBeGreaterThanOrEqual(6)
    expect(all.every(({ state }) => state === 'delivered')).toBe(true)
    expect(receiver.taken).toHaveLength(all.length)
    for (const mentionId of mentions) {
      const happened = all.filter(({ objectKey }) => objectKey === `mention:${mentionId}`)
      const came = receiver.taken.filter(({ data }) => data.id === mentionId)
      expect(came.map(({ id }) => id)).toEqual(happened.map(({ id }) => id))
      expect(came[0]?.type).toBe('mention.recorded')
    }
    expect(receiver.refused).toBe(0)
    expect(await getWebhook(owner, webhookId)).toMatchObject({ failingSince: null, failedInRow: 0 })
  })

  it('waits for the earlier one of its object, and for no other', async () => {
    const [one, two] = [await aMention(owner), await aMention(owner)]
    await writeALook(owner, one, { verdict: 'linked' })
    receiver.answer = ({ data, type }) => ({
      status: data.id === one && type === 'mention.recorded' ? 500 : 200,
    })
    await run()
    await run()
    expect(receiver.taken.map(({ data }) => data.id)).toEqual([two])
    receiver.answer = () => ({ status: 200 })
    clock += 6000
    await run()
    expect(receiver.taken.map(({ data, type }) => [data.id, type])).toEqual([
      [two, 'mention.recorded'],
      [one, 'mention.recorded'],
      [one, 'mention.outcome_changed'],
    ])
  })

  it('in hand of a worker that was killed is sent again, under the same id, and nothing overtakes it', async () => {
    const mentionId = await aMention(owner)
    await writeALook(owner, mentionId, { verdict: 'linked' })
    const { workspaceId } = owner
    const taken = await claimDelivery(db() as never, {
      ...{ workspaceId, webhookId, claim: 'killed', now: now(), until: new Date(clock + MINUTE) },
    })
    expect(taken?.type).toBe('mention.recorded')
    expect(await run()).toBe(0)
    clock += MINUTE
    expect(await run()).toBe(2)
    expect(receiver.taken.map(({ id }) => id)[0]).toBe(taken?.id)
    expect(told()[1]).toEqual(['mention.outcome_changed', 'linked'])
  })

  it('goes out once where several workers look for it at once', async () => {
    const mentions = await Promise.all(Array.from({ length: 6 }, () => aMention(owner)))
    await Promise.all([run(), run(), run()])
    expect(receiver.taken).toHaveLength(mentions.length)
    expect(new Set(receiver.taken.map(({ id }) => id)).size).toBe(mentions.length)
  })

  it('is refused to private addresses at every try, also where a name moves there later', async () => {
    await aMention(owner)
    const addresses = [['127.0.0.1'], ['10.0.0.7'], ['169.254.169.254'], ['8.8.8.8', '192.168.1.1'], ['::1']]
    for (const [tries, ips] of addresses.entries()) {
      await run({ resolve: async () => ips.map((address) => ({ address, port: receiver.port })) })
      expect((await log())[0]).toMatchObject({ lastFailure: 'blocked-address', attempts: tries + 1 })
      clock += 6 * HOUR
    }
    expect(receiver.received).toEqual([])
    await run()
    expect(receiver.taken).toHaveLength(1)
  })

  it('follows no redirect', async () => {
    await aMention(owner)
    receiver.answer = () => ({ status: 307, headers: { location: 'http://hooks.test/elsewhere' } })
    await run()
    expect(receiver.received).toHaveLength(1)
    expect((await log())[0]).toMatchObject({ state: 'waiting', lastFailure: 'redirect', lastStatus: 307 })
  })

  it('keeps of a long answer its first words, and a yes is a yes', async () => {
    await aMention(owner)
    receiver.answer = () => ({ status: 200, body: 'ok \0 '.repeat(50_000) })
    await run()
    const [row] = await log()
    expect(row).toMatchObject({ state: 'delivered' })
    expect(row?.lastAnswer.length).toBeLessThanOrEqual(200)
  })

  it('is dead after three days, is seen, and is sent again by a click, once', async () => {
    await aMention(owner)
    receiver.answer = () => ({ status: 500, body: 'Broken' })
    for (let hours = 0; hours < 100; hours += 1, clock += HOUR) await run()
    const [row] = await log()
    expect(row).toMatchObject({ state: 'dead', lastStatus: 500, lastAnswer: 'Broken' })
    const tries = receiver.received.length
    expect(tries).toBeGreaterThan(6)
    expect((await listWebhooks(owner))[0]).toMatchObject({ dead: 1, offAt: null })
    receiver.answer = () => ({ status: 200 })
    const later = at(owner, now())
    await sendAgain(later, { webhookId, deliveryId: row?.id ?? '' })
    await sendAgain(later, { webhookId, deliveryId: row?.id ?? '' })
    expect(await sendAllAgain(later, { webhookId })).toBe(0)
    await run()
    expect(receiver.taken.map(({ id }) => id)).toEqual([row?.id])
  })
})

describe('a secret', () => {
  it('that is renewed signs beside the old one for a day, and then alone', async () => {
    const old = receiver.secret
    const young = await renewWebhookSecret(owner, { webhookId })
    expect(young).not.toBe(old)
    for (const secret of [old, young]) {
      receiver.secret = secret
      await aMention(owner)
      await run()
    }
    expect([receiver.taken.length, receiver.refused]).toEqual([2, 0])
    clock += DAY
    await aMention(owner)
    receiver.secret = old
    await run()
    expect(receiver.refused).toBe(1)
    receiver.secret = young
    clock += 6000
    await run()
    expect(receiver.taken).toHaveLength(3)
  })
})

describe('a receiver', () => {
  it('that has taken nothing for five days is not asked any more, and nothing is deleted', async () => {
    receiver.answer = () => ({ status: 500 })
    for (let day = 0; day < 6; day += 1) {
      await aMention(at(owner, now()))
      for (let hour = 0; hour < 24; hour += 1, clock += HOUR) await run()
    }
    const shown = await getWebhook(owner, webhookId)
    expect(shown).toMatchObject({ offBecause: 'failing' })
    expect(shown.waiting + shown.dead).toBe(6)
    const audit = { workspaceId: owner.workspaceId, action: 'webhook.given-up' }
    expect(await db().auditEvent.findMany({ where: audit })).toMatchObject([
      { actorKind: 'system', objectId: webhookId, details: { why: 'failing' } },
    ])
    const before = receiver.received.length
    clock += DAY
    expect(await run()).toBe(0)
    expect(receiver.received).toHaveLength(before)

    receiver.answer = () => ({ status: 200 })
    await switchWebhook(at(owner, now()), { webhookId, isOn: true })
    await run()
    expect(receiver.taken).toHaveLength(shown.waiting)
  })

  it('that says it is gone is believed at once', async () => {
    await aMention(owner)
    receiver.answer = () => ({ status: 410 })
    await run()
    expect(await getWebhook(owner, webhookId)).toMatchObject({ offBecause: 'gone', waiting: 1 })
  })

  it('is tested by an event that tells nothing', async () => {
    await sendTestEvent(owner, { webhookId })
    await run()
    const [event] = receiver.taken
    expect(event).toMatchObject({ type: 'rapport.test', data: { id: webhookId } })
  })
})

describe('deliveries', () => {
  it('are forgotten thirty days after they were settled; what waits stays, unless its webhook was off so long', async () => {
    await aMention(owner)
    await run()
    await aMention(owner)
    const at30 = new Date(clock + 30 * DAY)
    await clearWebhookDeliveries(new Date(at30.getTime() - 1))
    expect(await log()).toHaveLength(2)
    await clearWebhookDeliveries(at30)
    await clearWebhookDeliveries(at30)
    expect(await log()).toMatchObject([{ state: 'waiting' }])
    await switchWebhook(owner, { webhookId, isOn: false })
    await clearWebhookDeliveries(at30)
    expect(await log()).toEqual([])
  })
})
