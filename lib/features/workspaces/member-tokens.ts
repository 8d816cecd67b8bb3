import type { Transaction } from '#lib/server/database.ts'

type Leaving = { workspaceId: string; memberId: string; now: Date }

/** Whoever leaves takes nothing along: their programs stand before the door at once. */
export async function endTokens(tx: Transaction, { workspaceId, memberId, now }: Leaving) {
  await tx.apiToken.updateMany({
    where: { workspaceId, memberId, revokedAt: null },
    data: { revokedAt: now, revokedById: memberId },
  })
}

/** For somebody whose account goes. What they were answered goes with the tokens. */
export async function forgetTokens(
  tx: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
) {
  await tx.apiToken.deleteMany({ where: { workspaceId, memberId } })
}
