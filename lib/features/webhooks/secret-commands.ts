import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { BOTH_SECRETS_MS } from '#lib/domain/webhooks/delivery-retry.ts'
import { inTransaction } from '#lib/server/database.ts'
import { CannotUnseal } from '#lib/server/sealed-secrets.ts'
import {
  makeWebhookSecret,
  openWebhookSecret,
  sealWebhookSecret,
  spokenSecret,
} from '#lib/server/webhook-secret.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'

type One = { webhookId: string }

/** What its receiver checks signatures with: "whsec_...". That it was looked at is written down. @throws NotFound, Refusal */
export async function showWebhookSecret(scope: WorkspaceScope, { webhookId }: One): Promise<string> {
  authorize(scope, 'webhooks.manage')
  const { workspaceId } = scope
  return inTransaction(async (tx) => {
    const webhook = await tx.webhook.findFirst({
      where: { workspaceId, id: webhookId },
      select: { sealedSecret: true },
    })
    if (!webhook) throw new NotFound()
    await recordAudit(tx, scope, 'webhook.secret-shown', { objectId: webhookId, details: {} })
    try {
      return spokenSecret(openWebhookSecret(webhook.sealedSecret, webhookId))
    } catch (error) {
      if (!(error instanceof CannotUnseal)) throw error
      throw new Refusal('The secret cannot be opened with the keys of this server.', 'Make a new one.')
    }
  })
}

/**
 * A new secret. For a day the old one signs beside it, so that the receiver can be changed meanwhile; of two renewals within that day
 * the last two secrets sign. @throws NotFound
 */
export async function renewWebhookSecret(scope: WorkspaceScope, { webhookId }: One): Promise<string> {
  authorize(scope, 'webhooks.manage')
  const { workspaceId, now } = scope
  const secret = makeWebhookSecret()
  await inTransaction(async (tx) => {
    const it = { workspaceId, id: webhookId }
    // Taken before it is read: two who renew at once come one after the other.
    if ((await tx.webhook.updateMany({ where: it, data: { updatedAt: now } })).count === 0)
      throw new NotFound()
    const { sealedSecret } = await tx.webhook.findFirstOrThrow({
      where: it,
      select: { sealedSecret: true },
    })
    await tx.webhook.updateMany({
      where: it,
      data: {
        sealedSecret: sealWebhookSecret(secret, webhookId),
        sealedPrevious: sealedSecret,
        previousUntil: new Date(now.getTime() + BOTH_SECRETS_MS),
      },
    })
    await recordAudit(tx, scope, 'webhook.secret-renewed', { objectId: webhookId, details: {} })
  })
  return spokenSecret(secret)
}
