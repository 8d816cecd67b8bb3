import { DELIVERIES_KEPT_MS } from '#lib/domain/webhooks/delivery-retry.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'

/**
 * Forgets deliveries that were settled 30 days ago, and those that wait at webhooks which have been off for so long. May run twice.
 */
export async function clearWebhookDeliveries(now: Date): Promise<{ removed: number }> {
  const before = { lte: new Date(now.getTime() - DELIVERIES_KEPT_MS) }
  const db = databaseAcrossWorkspaces()
  const settled = await db.webhookDelivery.deleteMany({ where: { settledAt: before } })
  const waiting = await db.webhookDelivery.deleteMany({
    where: { state: 'waiting', webhook: { offAt: before } },
  })
  return { removed: settled.count + waiting.count }
}
