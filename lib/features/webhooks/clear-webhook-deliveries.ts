import { DELIVERIES_KEPT_MS } from '#lib/domain/webhooks/delivery-retry.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

/**
 * Forgets deliveries that were settled 30 days ago, and those that wait at webhooks which have been off for so long. May run twice.
 */
export async function clearWebhookDeliveries(now: Date): Promise<{ removed: number }> {
  const before = { lte: new Date(now.getTime() - DELIVERIES_KEPT_MS) }
  const db = databaseAcrossWorkspaces()
  const settled = await db.webhookDelivery.deleteMany({ where: { settledAt: before, ...OF_STANDING } })
  const waiting = await db.webhookDelivery.deleteMany({
    where: { state: 'waiting', webhook: { offAt: before }, ...OF_STANDING },
  })
  return { removed: settled.count + waiting.count }
}
