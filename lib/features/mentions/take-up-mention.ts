import { isOpenCandidate } from '#lib/domain/feeds/open-candidate.ts'
import type { MentionProvenance } from '#lib/domain/mention-provenance.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Origin = {
  provenance: MentionProvenance
  prospectId: string | null
  campaignId: string | null
  pitchId: string | null
  publishedOn: Date | null
}

/**
 * A person says what a mention came of. Only what nobody has said yet is filled in; of a page found in a feed, which asks
 * whether it is about us, that is an answer, and it says how the page came about. Part of a command.
 *
 * @throws NotFound where the mention is not there (any more)
 */
export async function takeUpMention(tx: Transaction, scope: WorkspaceScope, id: string, origin: Origin) {
  const { workspaceId, now: updatedAt } = scope
  const mention = await tx.mention.findFirst({
    where: { workspaceId, id, deletedAt: null },
    include: { decisions: { take: 1, select: { id: true } } },
  })
  if (!mention) throw new NotFound()
  const campaign = origin.campaignId
    ? await tx.campaign.findFirst({
        where: { workspaceId, id: origin.campaignId, siteId: mention.siteId },
        select: { id: true },
      })
    : null
  const answered = isOpenCandidate(mention) ? { provenance: origin.provenance, reviewSince: null } : {}
  await tx.mention.updateMany({
    where: { workspaceId, id },
    data: {
      ...answered,
      prospectId: mention.prospectId ?? origin.prospectId,
      campaignId: mention.campaignId ?? campaign?.id ?? null,
      pitchId: mention.pitchId ?? origin.pitchId,
      publishedOn: mention.publishedOn ?? origin.publishedOn,
      updatedAt,
    },
  })
}
