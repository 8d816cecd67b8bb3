import { makeWebhook, switchWebhook } from '#lib/features/webhooks/webhook-commands.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { DemoStory } from './demo-story.ts'

/** Made and turned off in the same breath: nothing is ever sent for it. */
export async function playWebhook(scope: WorkspaceScope, webhook: NonNullable<DemoStory['webhook']>) {
  const { name, url, types } = webhook
  const { webhookId } = await makeWebhook(scope, { name, url, types, siteIds: [] })
  await switchWebhook(scope, { webhookId, isOn: false })
}
