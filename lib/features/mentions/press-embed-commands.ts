import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import type { OpenPressEmbedInput } from './press-embed-schema.ts'
import { newAddress, pageOf } from './press-page-commands.ts'

/**
 * Lets other pages show a Site's press, or changes what of it they show. Its address is made here and stays as long as it is on;
 * one that was turned off never comes back.
 *
 * @throws NotFound
 */
export async function openPressEmbed(
  scope: WorkspaceScope,
  { siteId, count, kinds, withWords }: OpenPressEmbedInput,
): Promise<{ address: string }> {
  authorize(scope, 'sites.write')
  const { workspaceId, memberId, now } = scope
  return inTransaction(async (tx) => {
    const page = await pageOf(tx, scope, siteId)
    const isOn = page.embedAddress !== null
    const address = page.embedAddress ?? newAddress('')
    await tx.pressPage.updateMany({
      where: { workspaceId, id: page.id },
      data: {
        ...{ embedCount: count, embedKinds: kinds, embedWords: withWords, updatedAt: now },
        ...(isOn ? {} : { embedAddress: address, embedSince: now, embeddedById: memberId }),
      },
    })
    if (!isOn) await recordAudit(tx, scope, 'press-embed.opened', { objectId: page.id, siteId, details: {} })
    return { address }
  })
}

/** Other pages show it no more. Twice is once. @throws NotFound */
export async function closePressEmbed(scope: WorkspaceScope, { siteId }: { siteId: string }) {
  authorize(scope, 'sites.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const page = await pageOf(tx, scope, siteId)
    const { count } = await tx.pressPage.updateMany({
      where: { workspaceId, id: page.id, embedAddress: { not: null } },
      data: { embedAddress: null, embedSince: null, embeddedById: null, updatedAt: now },
    })
    if (count === 0) return
    await recordAudit(tx, scope, 'press-embed.closed', { objectId: page.id, siteId, details: {} })
  })
}
