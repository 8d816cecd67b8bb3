import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { openWebhookSecret } from '#lib/server/webhook-secret.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, writeALook } from '#lib/testing/a-look.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { sendAllAgain, sendTestEvent } from './delivery-commands.ts'
import { showWebhookSecret } from './secret-commands.ts'
import { changeWebhook, makeWebhook, removeWebhook, switchWebhook } from './webhook-commands.ts'
import { getWebhook, listDeliveries, listWebhooks } from './webhook-queries.ts'
import { makeWebhookSchema, readDeliveryLog, WEBHOOKS_MAX } from './webhook-schema.ts'

const db = databaseAcrossWorkspaces
const input = (more: Record<string, unknown> = {}) =>
  makeWebhookSchema.parse({
    ...{ name: 'Sheet', url: 'https://hooks.example/in', types: ['mention.recorded'] },
    ...more,
  })

let owner: WorkspaceScope
beforeEach(async () => {
  owner = await aWorkspace('Ours')
})

const told = (webhookId: string) =>
  db().webhookDelivery.findMany({
    where: { webhookId },
    orderBy: { seq: 'asc' },
    select: { type: true, data: true, at: true },
  })

describe('making a webhook', () => {
  it.each([
    ['an address that is none', { url: 'not an address' }],
    ['nothing ticked', { types: [] }],
    ['a type that does not exist', { types: ['mention.sung'] }],
    ['no name', { name: '  ' }],
    ['another scheme', { url: 'ftp://hooks.example/' }],
  ])('refuses %s', (_words, wrong) => {
    expect(() => input(wrong)).toThrow()
  })

  it.each([
    'http://localhost/',
    'https://127.0.0.1/',
    'http://10.1.2.3/x',
    'http://[::1]/',
    'http://hooks.example:22/',
  ])('refuses %s before anybody asks it', async (url) => {
    await expect(makeWebhook(owner, input({ url }))).rejects.toThrow(Refusal)
  })

  it.each(['writer', 'reviewer', 'viewer'] as const)('is not for a %s, nor is seeing one', async (role) => {
    const { webhookId } = await makeWebhook(owner, input())
    const member = await aMember(owner.workspaceId, role)
    await expect(makeWebhook(member, input())).rejects.toThrow(Refusal)
    await expect(showWebhookSecret(member, { webhookId })).rejects.toThrow(Refusal)
    await expect(listWebhooks(member)).rejects.toThrow(NotFound)
    await expect(listDeliveries(member, webhookId, readDeliveryLog({}))).rejects.toThrow(NotFound)
  })

  it('is for a manager, and refuses Sites of another workspace', async () => {
    const manager = await aMember(owner.workspaceId, 'manager')
    await expect(makeWebhook(manager, input())).resolves.toBeDefined()
    const { theirs } = await twoWorkspaces()
    const { siteId } = await db().mention.findUniqueOrThrow({ where: { id: await aMention(theirs) } })
    await expect(makeWebhook(owner, input({ siteIds: [siteId] }))).rejects.toThrow(Refusal)
  })

  it('stops at so many, also for clicks that come together', async () => {
    const tries = Array.from({ length: WEBHOOKS_MAX + 3 }, () => makeWebhook(owner, input()))
    const made = await Promise.allSettled(tries)
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(WEBHOOKS_MAX)
  })

  it('keeps its secret sealed, for this webhook alone, and out of every list', async () => {
    const { webhookId } = await makeWebhook(owner, input())
    const secret = await showWebhookSecret(owner, { webhookId })
    const row = await db().webhook.findUniqueOrThrow({ where: { id: webhookId } })
    expect(JSON.stringify(row)).not.toContain(secret.slice(6))
    expect(() => openWebhookSecret(row.sealedSecret, 'another')).toThrow()
    const shown = JSON.stringify([await listWebhooks(owner), await getWebhook(owner, webhookId)])
    expect(shown).not.toContain(row.sealedSecret)
    const seen = await db().auditEvent.count({
      where: { workspaceId: owner.workspaceId, action: 'webhook.secret-shown', objectId: webhookId },
    })
    expect(seen).toBe(1)
  })
})

describe('what a webhook is told', () => {
  it('is what it asked for, of the Sites it asked for, and of its own workspace', async () => {
    const mentionId = await aMention(owner)
    const { siteId } = await db().mention.findUniqueOrThrow({ where: { id: mentionId } })
    const outcomes = { types: ['mention.outcome_changed'] }
    const all = await makeWebhook(owner, input(outcomes))
    const some = await makeWebhook(owner, input({ ...outcomes, siteIds: [siteId] }))
    const { theirs } = await twoWorkspaces()
    const strange = await makeWebhook(theirs, input(outcomes))
    await writeALook(owner, mentionId, { verdict: 'linked' })
    await writeALook(owner, await aMention(owner), { verdict: 'linked' })
    expect(await told(all.webhookId)).toHaveLength(2)
    expect(await told(some.webhookId)).toMatchObject([
      { data: { id: mentionId, siteId, from: 'not-looked', to: 'linked' } },
    ])
    expect(await told(strange.webhookId)).toEqual([])
  })

  it('is not said where the outcome stays what it was, nor of what is in the trash', async () => {
    const { webhookId } = await makeWebhook(owner, input({ types: ['mention.outcome_changed'] }))
    const mentionId = await aMention(owner)
    await writeALook(owner, mentionId, { verdict: 'linked' })
    await writeALook(owner, mentionId, { verdict: 'linked' })
    expect(await told(webhookId)).toHaveLength(1)
    await db().mention.update({
      where: { id: mentionId },
      data: { deletedAt: owner.now, liveUrlKey: null, outcome: 'lost' },
    })
    expect(await told(webhookId)).toHaveLength(1)
  })

  it('is nothing of what happened before it was made', async () => {
    const later = at(owner, '2026-03-05T12:00:00Z')
    const { webhookId } = await makeWebhook(later, input())
    await aMention(owner)
    expect(await told(webhookId)).toEqual([])
    await aMention(later)
    expect(await told(webhookId)).toHaveLength(1)
  })

  it('goes with the transaction it was written in', async () => {
    const { webhookId } = await makeWebhook(owner, input({ types: ['mention.outcome_changed'] }))
    const mentionId = await aMention(owner)
    const change = db().$transaction(async (tx) => {
      await tx.mention.update({ where: { id: mentionId }, data: { outcome: 'linked' } })
      throw new Error('killed')
    })
    await expect(change).rejects.toThrow('killed')
    expect(await told(webhookId)).toEqual([])
  })

  it('is nothing while it is off, and what waited goes on when it is on again', async () => {
    const { webhookId } = await makeWebhook(owner, input())
    await aMention(owner)
    await switchWebhook(owner, { webhookId, isOn: false })
    await switchWebhook(owner, { webhookId, isOn: false })
    await aMention(owner)
    await expect(sendTestEvent(owner, { webhookId })).rejects.toThrow(Refusal)
    await expect(sendAllAgain(owner, { webhookId })).rejects.toThrow(Refusal)
    await switchWebhook(owner, { webhookId, isOn: true })
    await aMention(owner)
    expect(await told(webhookId)).toHaveLength(2)
    const switched = { workspaceId: owner.workspaceId, action: 'webhook.switched' }
    expect(await db().auditEvent.count({ where: switched })).toBe(2)
  })

  it('changes with what is ticked, and ends with the webhook', async () => {
    const { webhookId } = await makeWebhook(owner, input())
    await changeWebhook(owner, { ...input({ types: ['pitch.answered'] }), webhookId })
    await aMention(owner)
    expect(await told(webhookId)).toEqual([])
    await sendTestEvent(owner, { webhookId })
    await removeWebhook(owner, { webhookId })
    await removeWebhook(owner, { webhookId })
    expect(await db().webhookDelivery.count({ where: { webhookId } })).toBe(0)
    await expect(getWebhook(owner, webhookId)).rejects.toThrow(NotFound)
  })
})
