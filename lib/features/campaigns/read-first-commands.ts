import { NotFound } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'

type Wish = { campaignId: string; isReadFirst: boolean }

/**
 * Says whether somebody else reads every letter of a campaign before it goes, or takes it back. It counts at once, for
 * letters that are ready too: lib/features/pitches/second-eyes-queries.ts. @throws NotFound
 */
export async function readCampaignFirst(scope: WorkspaceScope, { campaignId, isReadFirst }: Wish) {
  authorize(scope, 'campaigns.write')
  const { workspaceId, now } = scope
  const it = { id: campaignId, workspaceId, deletedAt: null }
  await inTransaction(async (tx) => {
    const campaign = await tx.campaign.findFirst({ where: it, select: { siteId: true } })
    if (!campaign) throw new NotFound()
    const { count } = await tx.campaign.updateMany({
      where: { ...it, readFirstAt: isReadFirst ? null : { not: null } },
      data: { readFirstAt: isReadFirst ? now : null },
    })
    if (count === 0) return
    const thing = { objectId: campaignId, siteId: campaign.siteId, details: { isOn: isReadFirst } }
    await recordAudit(tx, scope, 'settings.campaign-read-first', thing)
  })
}
