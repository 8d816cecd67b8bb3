import { randomUUID } from 'node:crypto'
import { nextTry } from '#lib/domain/webhooks/delivery-retry.ts'
import { eventBody } from '#lib/domain/webhooks/event-types.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { type Posted, type PostOptions, postEvent } from '#lib/server/fetching/post-event.ts'
import { enqueue } from '#lib/server/jobs.ts'
import { CannotUnseal } from '#lib/server/sealed-secrets.ts'
import { openWebhookSecret, signedHeaders } from '#lib/server/webhook-secret.ts'
import { type Claimed, claimDelivery } from './claim-queries.ts'
import { recordBad, recordGood } from './record-try.ts'

/** A try ends within ten seconds. One that has not ended by then was killed with its worker. */
const CLAIM_MS = 60_000
/** A receiver that is down is not asked about everything that waits: the next minute will do. */
const FAILURES_A_RUN = 5
/** Then the next job goes on, so that others of this queue get their turn. */
const TRIES_A_RUN = 100
const RUN_MS = 60_000

export type DeliveryWorld = PostOptions & { now?: () => Date }
type One = { workspaceId: string; webhookId: string }

/**
 * Sends what waits for one webhook: in order within each object, each signed at the moment it goes out. May run twice, and beside
 * itself; killed half-way, what was in hand is sent again under the same id. A bad answer is a row with a next try.
 *
 * @returns how many tries were made
 */
export async function deliverWebhook(
  { workspaceId, webhookId }: One,
  { now = () => new Date(), ...options }: DeliveryWorld = {},
): Promise<number> {
  let [tries, failures] = [0, 0]
  const began = performance.now()
  while (failures < FAILURES_A_RUN) {
    if (tries >= TRIES_A_RUN || performance.now() - began > RUN_MS) {
      await inTransaction((tx) => enqueue(tx, 'deliver-webhook', { workspaceId, webhookId }))
      break
    }
    const claim = randomUUID()
    const until = new Date(now().getTime() + CLAIM_MS)
    const delivery = await claimDelivery(database(), { workspaceId, webhookId, claim, now: now(), until })
    if (!delivery) break
    tries += 1
    const posted = await post({ workspaceId, webhookId }, delivery, now(), options)
    // Deleted meanwhile.
    if (posted === null) break
    const it = { workspaceId, webhookId, deliveryId: delivery.id, claim, posted, now: now() }
    if (posted.failure === null) await recordGood(it)
    else {
      failures += 1
      const attempts = delivery.attempts + 1
      const firstTriedAt = delivery.firstTriedAt ?? it.now
      const nextAt = nextTry({ attempts, firstTriedAt, now: it.now, jitter: Math.random() })
      await recordBad({ ...it, attempts, firstTriedAt, nextAt })
    }
  }
  return tries
}

async function post(
  { workspaceId, webhookId }: One,
  delivery: Claimed,
  now: Date,
  options: PostOptions,
): Promise<Posted | null> {
  const webhook = await database().webhook.findFirst({
    where: { workspaceId, id: webhookId },
    select: {
      ...{ url: true, sealedSecret: true, sealedPrevious: true, previousUntil: true },
      workspace: { select: { slug: true } },
    },
  })
  if (!webhook) return null
  const { sealedSecret, sealedPrevious, previousUntil } = webhook
  const bothSign = sealedPrevious !== null && previousUntil !== null && previousUntil > now
  const secrets = openAll(bothSign ? [sealedSecret, sealedPrevious] : [sealedSecret], webhookId)
  if (secrets === null) return { status: null, failure: 'secret-closed', answer: '' }
  const body = eventBody(delivery, `${settings().appUrl}/w/${webhook.workspace.slug}`)
  return postEvent(webhook.url, body, signedHeaders({ id: delivery.id, body, now }, secrets), options)
}

function openAll(sealed: readonly string[], webhookId: string): Buffer[] | null {
  try {
    return sealed.map((one) => openWebhookSecret(one, webhookId))
  } catch (error) {
    if (error instanceof CannotUnseal) return null
    throw error
  }
}
