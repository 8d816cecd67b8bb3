import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import { isOwnMachineName, isPublicAddress, refusedAddress } from '#lib/server/fetching/address-guard.ts'
import { newId } from '#lib/server/new-id.ts'
import { makeWebhookSecret, sealWebhookSecret } from '#lib/server/webhook-secret.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { listSites } from '../sites/site-queries.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { WEBHOOKS_MAX, type WebhookInput } from './webhook-schema.ts'

/** A webhook, on from now. Its secret is made here, kept sealed, and shown by a click. @throws Refusal */
export async function makeWebhook(
  scope: WorkspaceScope,
  input: WebhookInput,
): Promise<{ webhookId: string }> {
  authorize(scope, 'webhooks.manage')
  refuseClosedAddress(input.url)
  await refuseStrangeSites(scope, input.siteIds)
  const { workspaceId, now } = scope
  const id = newId()
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    if ((await tx.webhook.count({ where: { workspaceId } })) >= WEBHOOKS_MAX)
      throw new Refusal(`${WEBHOOKS_MAX} webhooks are as many as there may be.`, 'Delete one you do not use.')
    const sealedSecret = sealWebhookSecret(makeWebhookSecret(), id)
    await tx.webhook.create({
      data: { id, workspaceId, ...asKept(input), sealedSecret, createdAt: now, updatedAt: now },
    })
    await recordAudit(tx, scope, 'webhook.made', { objectId: id, details: detailsOf(input) })
  })
  return { webhookId: id }
}

/** What waits goes to the new address; what is told from now on is what is ticked now. @throws NotFound, Refusal */
export async function changeWebhook(
  scope: WorkspaceScope,
  { webhookId, ...input }: WebhookInput & { webhookId: string },
) {
  authorize(scope, 'webhooks.manage')
  refuseClosedAddress(input.url)
  await refuseStrangeSites(scope, input.siteIds)
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { workspaceId, id: webhookId },
      data: { ...asKept(input), updatedAt: now },
    })
    if (count === 0) throw new NotFound()
    await recordAudit(tx, scope, 'webhook.changed', { objectId: webhookId, details: detailsOf(input) })
  })
}

/**
 * Off: nothing is noted and nothing sent; what waits stays. On: what waited goes on, and the receiver gets a fresh start. Twice is
 * once. @throws NotFound
 */
export async function switchWebhook(
  scope: WorkspaceScope,
  { webhookId, isOn }: { webhookId: string; isOn: boolean },
) {
  authorize(scope, 'webhooks.manage')
  const { workspaceId, now } = scope
  const it = { workspaceId, id: webhookId }
  await inTransaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { ...it, offAt: isOn ? { not: null } : null },
      data: {
        ...(isOn
          ? { offAt: null, offBecause: null, failingSince: null, failedInRow: 0 }
          : { offAt: now, offBecause: 'person' }),
        updatedAt: now,
      },
    })
    if (count === 0 && (await tx.webhook.count({ where: it })) === 0) throw new NotFound()
    if (count === 0) return
    if (isOn)
      await tx.webhookDelivery.updateMany({
        where: { workspaceId, webhookId, state: 'waiting' },
        data: { nextAt: now, attempts: 0, firstTriedAt: null },
      })
    await recordAudit(tx, scope, 'webhook.switched', { objectId: webhookId, details: { isOn } })
  })
}

/** For good, with everything it was to be told. Twice is once. */
export async function removeWebhook(scope: WorkspaceScope, { webhookId }: { webhookId: string }) {
  authorize(scope, 'webhooks.manage')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.webhook.deleteMany({ where: { workspaceId, id: webhookId } })
    if (count > 0) await recordAudit(tx, scope, 'webhook.removed', { objectId: webhookId, details: {} })
  })
}

function asKept({ name, url, types, siteIds }: WebhookInput) {
  return { name, url, types: [...new Set(types)], siteIds: [...new Set(siteIds)] }
}

/** "mention.outcome_changed" as the audit log writes names: "mention-outcome-changed". */
function detailsOf({ types, siteIds }: WebhookInput) {
  return { types: [...new Set(types)].map((type) => type.replace(/[._]/g, '-')), siteIds }
}

/** What can be seen to be closed without asking anybody. The guard asks again at every try: names move. */
function refuseClosedAddress(address: string) {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isNumber = /^[\d.]+$/.test(host) || host.includes(':')
  if (refusedAddress(url) !== null)
    throw new Refusal('Rapport does not go to that port.', 'Use 443, 80, or one above 1023.', 'url')
  if (isOwnMachineName(host) || (isNumber && !isPublicAddress(host)))
    throw new Refusal('That is a private address. Rapport does not go there.', 'Use a public one.', 'url')
}

async function refuseStrangeSites(scope: WorkspaceScope, siteIds: readonly string[]) {
  if (siteIds.length === 0) return
  const seen = new Set((await listSites(scope)).map(({ id }) => id))
  if (siteIds.every((id) => seen.has(id))) return
  throw new Refusal('One of these sites is not here any more.', 'Choose again.', 'siteIds')
}
