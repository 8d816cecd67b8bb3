import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { ChangedRow, ChildTable } from './merge-children.ts'

/** What a merge keeps in `Merge.before`: all that parting the two again takes. Dates are text once it has been stored. */
export type MergeRecord = {
  /** Both rows as they were. */
  kept: Record<string, unknown>
  gone: Record<string, unknown>
  /** What the kept row's columns became, where they changed. */
  after: Record<string, unknown>
  /** The ids of what moved, table by table. */
  moved: Partial<Record<ChildTable, string[]>>
  /** Rows that were changed instead, as they have their like on the other side. */
  changes: ChangedRow[]
  /** The alias made for the address of the one that went. */
  addedAliasId?: string
  /** An alias of that address that led somewhere else, and where. */
  turnedAlias?: { id: string; prospectId: string }
  /** How much hung on the kept one when both were one: what is more than that was added since. */
  totals: Partial<Record<ChildTable, number>>
  /** What parting them came to, once they are parted. */
  outcome?: PartedOutcome
}

export type PartedOutcome = {
  /** Labels of fields that were edited since the merge, and keep the edit. */
  edited: string[]
  /** How much was added since and stays with the one that was kept. */
  added: Partial<Record<ChildTable, number>>
  /** How many things that came with the merge have since moved on, and stay where they are. */
  elsewhere: number
}

/**
 * Forgets the merges these rows were part of, with the copies of both rows that they keep: for whoever removes the rows
 * themselves for good (the trash, an erasure).
 */
export async function forgetMergesOf(
  tx: Transaction | Prisma.TransactionClient,
  workspaceId: string,
  kind: MergeKind,
  ids: readonly string[],
) {
  const among = { in: [...ids] }
  await tx.merge.deleteMany({ where: { workspaceId, kind, OR: [{ keptId: among }, { goneId: among }] } })
  const pair = { workspaceId, kind, OR: [{ oneId: among }, { otherId: among }] }
  await tx.notSame.deleteMany({ where: pair })
  await tx.duplicatePair.deleteMany({ where: pair })
}
