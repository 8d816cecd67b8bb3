import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { noteMentionCame, noteMentionGone } from '../samples/sample-mention.ts'

type Tie = { mentionId: string; sampleId: string }

/**
 * A mention came of a sample: it counts as one from now on, and how its link should be marked follows from that.
 *
 * @throws NotFound; Refusal where it is another outlet's or Site's, or tied to another sample
 */
export async function tieMention(scope: WorkspaceScope, { mentionId, sampleId }: Tie) {
  authorize(scope, 'mentions.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const where = { id: mentionId, workspaceId, deletedAt: null }
    const sample = await comesOfSample(tx, scope, sampleId)
    const mention = await tx.mention.findFirst({
      where,
      select: { siteId: true, prospectId: true, sampleId: true },
    })
    if (!mention) throw new NotFound()
    refuseOtherSite(mention.siteId, sample)
    if (mention.prospectId !== null && mention.prospectId !== sample.prospectId)
      throw new Refusal('That page is of another outlet than the sample went to.', 'Choose a page of theirs.')
    const { count } = await tx.mention.updateMany({
      where: { ...where, OR: [{ sampleId: null }, { sampleId }] },
      data: { sampleId, provenance: 'sample', prospectId: sample.prospectId, updatedAt: now },
    })
    if (count === 0)
      throw new Refusal(
        'That mention is tied to another sample.',
        'Take it from that one first, on the mention’s page.',
      )
  })
}

/** It did not come of the sample after all; how it came about is asked again. @throws NotFound */
export async function untieMention(scope: WorkspaceScope, { mentionId }: { mentionId: string }) {
  authorize(scope, 'mentions.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const where = { id: mentionId, workspaceId, deletedAt: null }
    const mention = await tx.mention.findFirst({ where, select: { sampleId: true } })
    if (!mention) throw new NotFound()
    const { sampleId } = mention
    if (sampleId === null) return
    // The sample's row first, as everywhere: two people at once wait for each other and do not lock each other out.
    await tx.sample.updateMany({ where: { id: sampleId, workspaceId }, data: { updatedAt: now } })
    await tx.mention.updateMany({ where: { ...where, sampleId }, data: { sampleId: null, updatedAt: now } })
    const others = await tx.mention.count({ where: { workspaceId, sampleId, deletedAt: null } })
    if (others === 0) await noteMentionGone(tx, scope, sampleId)
  })
}

/** Says that a mention came of it, and what is known of a page that did. @throws NotFound, Refusal */
export async function comesOfSample(tx: Transaction, scope: WorkspaceScope, sampleId: string) {
  const { item, ...sample } = await noteMentionCame(tx, scope, sampleId)
  return { ...sample, sampleId, siteId: item.siteId, itemName: item.name }
}

/** @throws Refusal */
export function refuseOtherSite(siteId: string, sample: { siteId: string; itemName: string }) {
  if (siteId === sample.siteId) return
  throw new Refusal(
    `${sample.itemName} is of another site than the mention is about.`,
    'Choose a mention of the same site.',
    'siteId',
  )
}
