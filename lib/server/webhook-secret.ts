import { createHmac, randomBytes } from 'node:crypto'
import { sealSecret, unsealSecret } from './sealed-secrets.ts'

/** How every secret of a webhook begins; what follows is base64. https://www.standardwebhooks.com */
const BEGINS = 'whsec_'
const SECRET_BYTES = 32

export function makeWebhookSecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

/** As receivers keep it: "whsec_...". */
export function spokenSecret(secret: Buffer): string {
  return `${BEGINS}${secret.toString('base64')}`
}

export function sealWebhookSecret(secret: Buffer, webhookId: string): string {
  return sealSecret(secret, { purpose: 'webhook secret', owner: webhookId })
}

/** @throws CannotUnseal */
export function openWebhookSecret(sealed: string, webhookId: string): Buffer {
  return unsealSecret(sealed, { purpose: 'webhook secret', owner: webhookId })
}

/**
 * The headers of a delivery by Standard Webhooks: HMAC-SHA-256 over "id.timestamp.body", once for each secret.
 *
 * @param secrets the newest first
 */
export function signedHeaders(
  { id, body, now }: { id: string; body: string; now: Date },
  secrets: readonly Buffer[],
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  )
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
