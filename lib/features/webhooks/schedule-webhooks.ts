import { EVENT_TYPE_NAMES } from '#lib/domain/webhooks/event-types.ts'
import { database, databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { enqueueAll } from '#lib/server/jobs.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { noteDueWork } from './due-work-queries.ts'

const DUE_TYPES = EVENT_TYPE_NAMES.filter((type) => type.endsWith('.due'))

/**
 * Notes what has become due for whoever wants to be told, and makes a job for every webhook with something to send. What happens between
 * two runs waits until then: a minute at most. May run twice.
 *
 * @returns how many jobs were made
 */
export async function scheduleWebhooks(now: Date): Promise<number> {
  const db = databaseAcrossWorkspaces()
  const webhooks = await db.webhook.findMany({
    where: { offAt: null, ...OF_STANDING },
    select: { workspaceId: true, types: true },
  })
  const told = webhooks.filter(({ types }) => types.some((type) => DUE_TYPES.includes(type as never)))
  for (const workspaceId of new Set(told.map((webhook) => webhook.workspaceId)))
    await noteDueWork(database(), { workspaceId, now })
  const free = { OR: [{ claimedUntil: null }, { claimedUntil: { lte: now } }] }
  const waiting = await db.webhookDelivery.groupBy({
    by: ['workspaceId', 'webhookId'],
    where: { state: 'waiting', nextAt: { lte: now }, webhook: { offAt: null }, ...free, ...OF_STANDING },
  })
  const jobs = waiting.map(({ workspaceId, webhookId }) => ({ data: { workspaceId, webhookId } }))
  await inTransaction((tx) => enqueueAll(tx, 'deliver-webhook', jobs))
  return jobs.length
}
