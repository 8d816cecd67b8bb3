import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { SAMPLE_MOVE_TABLE } from '#lib/domain/samples/sample-states.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/**
 * A mention came of a sample. Part of a command on mentions, which stand right of samples in the line.
 *
 * @returns whom it was given to, and the Site it is of
 * @throws NotFound; Refusal where it has never been sent
 */
export async function noteMentionCame(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  sampleId: string,
) {
  const { from, to, refusal } = SAMPLE_MOVE_TABLE.mention
  const where = { id: sampleId, workspaceId, deletedAt: null }
  const { count } = await tx.sample.updateMany({
    where: { ...where, state: { in: [...from] } },
    data: { state: to, updatedAt: now },
  })
  const sample = await tx.sample.findFirst({
    where,
    select: {
      ...{ prospectId: true, campaignId: true, pitchId: true },
      item: { select: { name: true, siteId: true } },
    },
  })
  if (!sample) throw new NotFound()
  if (count === 0)
    throw new Refusal(refusal, 'Say on the sample’s page that it was sent, then tie the mention to it.')
  await tx.sample.updateMany({ where: { ...where, endedAt: null }, data: { endedAt: now } })
  return sample
}

/** No mention is tied to it any more: it stands where it stood before. Part of a command on mentions. */
export async function noteMentionGone(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  sampleId: string,
) {
  const where = { id: sampleId, workspaceId, state: { in: [...SAMPLE_MOVE_TABLE.untie.from] } }
  const data = { endedAt: null, updatedAt: now }
  await tx.sample.updateMany({ where: { ...where, arrivedAt: null }, data: { ...data, state: 'sent' } })
  await tx.sample.updateMany({ where, data: { ...data, state: SAMPLE_MOVE_TABLE.untie.to } })
}
