import { isBack, isGivenUp } from '#lib/domain/webhooks/delivery-retry.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { Posted } from '#lib/server/fetching/post-event.ts'
import { recordAudit } from '../audit/audit-log.ts'

type Tried = {
  workspaceId: string
  webhookId: string
  deliveryId: string
  claim: string
  posted: Posted
  now: Date
}

/**
 * It arrived. Where that means that the receiver is back, what waits for a later try need not wait. Nothing where somebody else has
 * the delivery in hand by now.
 */
export async function recordGood(tried: Tried) {
  const { workspaceId, webhookId, now } = tried
  await inTransaction(async (tx) => {
    if (!(await settle(tx, tried, { state: 'delivered', settledAt: now }))) return
    const it = { workspaceId, id: webhookId }
    const before = await tx.webhook.findFirst({ where: it, select: { failedInRow: true } })
    await tx.webhook.updateMany({
      where: it,
      data: { lastGoodAt: now, failingSince: null, failedInRow: 0 },
    })
    if (before && isBack(before))
      await tx.webhookDelivery.updateMany({
        where: { workspaceId, webhookId, state: 'waiting', nextAt: { gt: now } },
        data: { nextAt: now },
      })
  })
}

/** It did not. @param nextAt when it is tried again; null: it is dead */
export async function recordBad(
  tried: Tried & { attempts: number; firstTriedAt: Date; nextAt: Date | null },
) {
  const { workspaceId, webhookId, posted, now, attempts, firstTriedAt, nextAt } = tried
  await inTransaction(async (tx) => {
    const fate = nextAt === null ? { state: 'dead', settledAt: now } : { nextAt }
    if (!(await settle(tx, tried, { ...fate, attempts, firstTriedAt }))) return
    const it = { workspaceId, id: webhookId }
    await tx.webhook.updateMany({ where: it, data: { failedInRow: { increment: 1 } } })
    await tx.webhook.updateMany({ where: { ...it, failingSince: null }, data: { failingSince: now } })
    const webhook = await tx.webhook.findFirst({ where: it, select: { failingSince: true } })
    const isTooLong = webhook?.failingSince && isGivenUp({ failingSince: webhook.failingSince, now })
    if (posted.failure === 'gone' || isTooLong)
      await switchOff(tx, tried, posted.failure === 'gone' ? 'gone' : 'failing')
  })
}

/** @returns whether the claim still held */
async function settle(
  tx: Transaction,
  { workspaceId, webhookId, deliveryId, claim, posted, now }: Tried,
  data: Partial<Parameters<Transaction['webhookDelivery']['updateMany']>[0]['data']>,
): Promise<boolean> {
  // The webhook's row first, in every try: two tries of one webhook are written down one after the other.
  await tx.webhook.updateMany({ where: { workspaceId, id: webhookId }, data: { id: webhookId } })
  const { count } = await tx.webhookDelivery.updateMany({
    where: { workspaceId, id: deliveryId, claim, state: 'waiting' },
    data: {
      ...{ claim: null, claimedUntil: null, lastTriedAt: now },
      ...{ lastStatus: posted.status, lastFailure: posted.failure, lastAnswer: posted.answer },
      ...data,
    },
  })
  return count > 0
}

/** By itself. The owner sees it on the page, and turns it on again. */
async function switchOff(tx: Transaction, { workspaceId, webhookId, now }: Tried, why: 'gone' | 'failing') {
  const { count } = await tx.webhook.updateMany({
    where: { workspaceId, id: webhookId, offAt: null },
    data: { offAt: now, offBecause: why, updatedAt: now },
  })
  if (count === 0) return
  const actor = { workspaceId, now, kind: 'system' } as const
  await recordAudit(tx, actor, 'webhook.given-up', { objectId: webhookId, details: { why } })
}
