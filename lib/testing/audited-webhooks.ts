import type { AuditAction } from '#lib/domain/audit/audit-actions.ts'
import { sendAgain } from '#lib/features/webhooks/delivery-commands.ts'
import { renewWebhookSecret, showWebhookSecret } from '#lib/features/webhooks/secret-commands.ts'
import {
  changeWebhook,
  makeWebhook,
  removeWebhook,
  switchWebhook,
} from '#lib/features/webhooks/webhook-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { Audited } from './audited-commands.ts'

const INPUT = {
  ...{ name: 'Ours', url: 'https://hooks.example/', types: ['mention.recorded' as const], siteIds: [] },
}

const onOne =
  (act: (by: WorkspaceScope, one: { webhookId: string }) => Promise<unknown>): Audited =>
  async (scope) => {
    const one = await makeWebhook(scope, INPUT)
    return (by) => act(by, one)
  }

/** What a member can do with webhooks that is written down. */
export const AUDITED_WEBHOOKS: Partial<Record<AuditAction, Audited>> = {
  'webhook.made': async () => (by) => makeWebhook(by, INPUT),
  'webhook.changed': onOne((by, one) => changeWebhook(by, { ...INPUT, ...one, name: 'Else' })),
  'webhook.switched': onOne((by, one) => switchWebhook(by, { ...one, isOn: false })),
  'webhook.removed': onOne(removeWebhook),
  'webhook.secret-shown': onOne(showWebhookSecret),
  'webhook.secret-renewed': onOne(renewWebhookSecret),
  'webhook.sent-again': async (scope) => {
    const { webhookId } = await makeWebhook(scope, INPUT)
    const { workspaceId, now } = scope
    const { id: deliveryId } = await databaseAcrossWorkspaces().webhookDelivery.create({
      data: {
        ...{ workspaceId, webhookId, type: 'mention.recorded', objectKey: 'mention:1', data: {} },
        ...{ at: now, nextAt: now, state: 'dead', settledAt: now },
      },
    })
    return (by) => sendAgain(by, { webhookId, deliveryId })
  },
}
