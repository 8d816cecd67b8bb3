import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { TEST_EVENT } from '#lib/domain/webhooks/event-types.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import { newId } from '#lib/server/new-id.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'

type One = { webhookId: string }

/** Sends a test event, which tells nothing. How it went stands in the log. @throws NotFound, Refusal where it is off */
export async function sendTestEvent(scope: WorkspaceScope, { webhookId }: One) {
  authorize(scope, 'webhooks.manage')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    await refuseOff(tx, workspaceId, webhookId)
    const id = newId()
    await tx.webhookDelivery.create({
      data: {
        ...{ id, workspaceId, webhookId, type: TEST_EVENT, data: { id: webhookId }, at: now, nextAt: now },
        // Each on its own: a test does not wait for the one before.
        objectKey: `test:${id}`,
      },
    })
    await enqueue(tx, 'deliver-webhook', { workspaceId, webhookId })
  })
}

/** Sends a dead delivery again, under the same id. Twice is once. @throws NotFound, Refusal where it is off */
export async function sendAgain(
  scope: WorkspaceScope,
  { webhookId, deliveryId }: One & { deliveryId: string },
) {
  authorize(scope, 'webhooks.manage')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    await refuseOff(tx, workspaceId, webhookId)
    const it = { workspaceId, webhookId, id: deliveryId }
    const count = await revive(tx, scope, it)
    if (count === 0 && (await tx.webhookDelivery.count({ where: it })) === 0) throw new NotFound()
  })
}

/** The same for all dead ones, in the order in which they happened. @returns how many @throws NotFound, Refusal */
export async function sendAllAgain(scope: WorkspaceScope, { webhookId }: One): Promise<number> {
  authorize(scope, 'webhooks.manage')
  const { workspaceId } = scope
  return inTransaction(async (tx) => {
    await refuseOff(tx, workspaceId, webhookId)
    return revive(tx, scope, { workspaceId, webhookId })
  })
}

async function revive(
  tx: Transaction,
  scope: WorkspaceScope,
  it: { workspaceId: string; webhookId: string; id?: string },
): Promise<number> {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { ...it, state: 'dead' },
    data: { state: 'waiting', settledAt: null, attempts: 0, firstTriedAt: null, nextAt: scope.now },
  })
  if (count === 0) return 0
  await recordAudit(tx, scope, 'webhook.sent-again', { objectId: it.webhookId, details: { number: count } })
  await enqueue(tx, 'deliver-webhook', { workspaceId: it.workspaceId, webhookId: it.webhookId })
  return count
}

async function refuseOff(tx: Transaction, workspaceId: string, id: string) {
  const webhook = await tx.webhook.findFirst({ where: { workspaceId, id }, select: { offAt: true } })
  if (!webhook) throw new NotFound()
  if (webhook.offAt) throw new Refusal('This webhook is off.', 'Turn it on first.')
}
