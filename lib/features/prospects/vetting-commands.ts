import type { ProspectKind } from '#lib/domain/prospect-kinds.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { vettingQuestionsFor } from '#lib/domain/vetting.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { VettingInput } from './vetting-schema.ts'

/**
 * Answers one question about an outlet. Another answer takes its place, with who gave it and when, and the one before stands
 * in the history; the very same answer keeps who gave it first.
 *
 * @throws NotFound; Refusal when the question is not asked of such an outlet
 */
export async function answerVetting(
  scope: WorkspaceScope,
  { prospectId, question, answer, evidence, evidenceUrl }: VettingInput,
) {
  authorize(scope, 'prospects.write')
  const { workspaceId, memberId: byId, now: at } = scope
  await inTransaction(async (tx) => {
    const { kind } = await holdProspect(tx, scope, prospectId)
    if (!vettingQuestionsFor(kind as ProspectKind).includes(question)) {
      throw new Refusal(
        'That question is for directories.',
        'Load the page again to see which are asked here.',
      )
    }
    const said = { answer, evidence, evidenceUrl }
    const here = { workspaceId, prospectId, question }
    if ((await tx.vetting.count({ where: { ...here, ...said } })) > 0) return
    await keepAsEarlier(tx, scope, here, 'changed')
    const { count } = await tx.vetting.updateMany({ where: here, data: { ...said, byId, at } })
    if (count === 0) await tx.vetting.create({ data: { ...here, ...said, byId, at } })
  })
}

/** Takes an answer back: the question is open again, and the history says so. @throws NotFound when the prospect is not there */
export async function takeBackVetting(
  scope: WorkspaceScope,
  { prospectId, question }: Pick<VettingInput, 'prospectId' | 'question'>,
) {
  authorize(scope, 'prospects.write')
  await inTransaction(async (tx) => {
    await holdProspect(tx, scope, prospectId)
    const here = { workspaceId: scope.workspaceId, prospectId, question }
    await keepAsEarlier(tx, scope, here, 'taken-back')
    await tx.vetting.deleteMany({ where: here })
  })
}

/** Nothing where there was no answer yet. */
async function keepAsEarlier(
  tx: Transaction,
  { now: endedAt }: WorkspaceScope,
  where: { workspaceId: string; prospectId: string; question: string },
  ending: 'changed' | 'taken-back',
) {
  const given = await tx.vetting.findFirst({ where })
  if (!given) return
  const { id: _, ...answer } = given
  await tx.earlierVetting.create({ data: { ...answer, endedAt, ending } })
}

/** Locks the prospect's row, so that two answers to one question come one after the other. */
async function holdProspect(tx: Transaction, { workspaceId, now }: WorkspaceScope, id: string) {
  const [held] = await tx.prospect.updateManyAndReturn({
    where: { id, workspaceId, deletedAt: null },
    data: { updatedAt: now },
    select: { kind: true },
  })
  if (!held) throw new NotFound()
  return held
}
