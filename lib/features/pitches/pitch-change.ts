import type { ClosingReason, PitchState } from '#lib/domain/pitch-states.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { holdSending } from './sending-queries.ts'

export type PitchRow = NonNullable<Awaited<ReturnType<Transaction['pitch']['findFirst']>>>
export type GoneBecause = 'replied' | 'bounced' | 'declined' | 'stopped' | 'closed' | 'skipped'

/** Reads a pitch under the sending lock and changes it: one conversation at a time moves in a workspace. @throws NotFound */
export async function change<T>(
  scope: WorkspaceScope,
  pitchId: string,
  work: (tx: Transaction, pitch: PitchRow) => Promise<T>,
): Promise<T> {
  return inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const pitch = await tx.pitch.findFirst({
      where: { id: pitchId, workspaceId: scope.workspaceId, deletedAt: null },
    })
    if (!pitch) throw new NotFound()
    return work(tx, pitch)
  })
}

/** @throws Refusal when the pitch is no longer in the state it was read in */
export async function move(tx: Transaction, scope: WorkspaceScope, pitch: PitchRow, data: Partial<PitchRow>) {
  const { count } = await tx.pitch.updateMany({
    where: {
      id: pitch.id,
      workspaceId: scope.workspaceId,
      deletedAt: null,
      state: pitch.state,
      revision: pitch.revision,
    },
    data: { ...data, updatedAt: scope.now },
  })
  if (count === 0) throw changedMeanwhile()
}

/** Follow-ups that are still due will never be: why is kept with them. */
export async function dropFollowUps(
  tx: Transaction,
  scope: WorkspaceScope,
  pitches: Prisma.PitchWhereInput,
  because: GoneBecause,
) {
  const { workspaceId, now } = scope
  await tx.followUp.updateMany({
    where: { workspaceId, state: 'due', pitch: { workspaceId, ...pitches } },
    data: { state: 'gone', goneBecause: because, settledAt: now },
  })
}

/** Where a pitch stands, as the table of moves asks for it. */
export function whereIs(pitch: { state: string; sentAt: Date | null; closedReason: string | null }) {
  return {
    state: pitch.state as PitchState,
    wasSent: pitch.sentAt !== null,
    closedBecause: pitch.closedReason as ClosingReason | null,
  }
}

export function changedMeanwhile(): Refusal {
  return new Refusal(
    'This pitch was changed in another tab meanwhile.',
    'Load this page again to see how it stands.',
  )
}
