import { type MergeKind, mergeFieldsOf } from '#lib/domain/duplicates/merge-fields.ts'
import { partedRow } from '#lib/domain/duplicates/parted-row.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { listCustomFields } from '../prospects/custom-field-queries.ts'
import {
  type ChangedRow,
  type ChildTable,
  countChildren,
  moveChildrenBack,
  tableOf,
} from './merge-children.ts'
import { MERGE_WRITES, rememberNotSame } from './merge-commands.ts'
import { lockPair } from './merge-lock-queries.ts'
import type { MergeRecord, PartedOutcome } from './merge-record.ts'

export type Parted = { kind: MergeKind; goneId: string } & PartedOutcome

/**
 * Parts two that were merged: both rows say again what they said, and what moved goes back. What was edited or added since
 * stays with the one that was kept. Twice does nothing more.
 *
 * @throws NotFound; Refusal when the kept one is itself gone, or the address of the other is taken meanwhile
 */
export async function partAgain(scope: WorkspaceScope, { mergeId }: { mergeId: string }): Promise<Parted> {
  try {
    return await inTransaction((tx) => part(tx, scope, mergeId))
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal(
      'The address of the other one has been added again meanwhile.',
      'Merge that one in, or move it to the trash, then part these two.',
    )
  }
}

async function part(tx: Transaction, scope: WorkspaceScope, mergeId: string): Promise<Parted> {
  const { workspaceId, memberId, now } = scope
  const merge = await tx.merge.findFirst({ where: { workspaceId, id: mergeId } })
  authorize(scope, merge?.kind === 'contact' ? MERGE_WRITES.contact : MERGE_WRITES.prospect)
  if (!merge) throw new NotFound()
  const kind = merge.kind as MergeKind
  const { keptId, goneId } = merge
  const rows = await lockPair(tx, scope, kind, [keptId, goneId])
  const { count } = await tx.merge.updateMany({
    where: { workspaceId, id: mergeId, undoneAt: null },
    data: { undoneAt: now, undoneById: memberId },
  })
  const record = merge.before as unknown as MergeRecord
  if (count === 0) return { kind, goneId, ...(record.outcome ?? { edited: [], added: {}, elsewhere: 0 }) }
  const kept = rows.find((row) => row.id === keptId)
  const gone = rows.find((row) => row.id === goneId)
  if (!kept || !gone || gone.mergedIntoId !== keptId) throw new NotFound()
  if (kept.mergedIntoId) {
    throw new Refusal(
      `${kept.name} was itself merged into another one since.`,
      'Part those two first, then these.',
    )
  }
  if (kept.deletedAt) {
    throw new Refusal(`${kept.name} is in the trash.`, 'Restore it first, then part the two.')
  }

  const { back, edited } = partedRow(kept, record.kept, record.after)
  const dated = { ...back, updatedAt: now }
  const where = { id: keptId, workspaceId }
  if (kind === 'prospect') await tx.prospect.updateMany({ where, data: dated })
  else await tx.contact.updateMany({ where, data: dated })
  const added = moreThan(record.totals, await countChildren(tx, workspaceId, kind, keptId))
  const elsewhere = await moveChildrenBack(tx, { workspaceId, kind, keptId, goneId }, record.moved)
  for (const change of record.changes) await changeBack(tx, workspaceId, change)
  if (kind === 'prospect') await giveKeyBack(tx, workspaceId, record)
  await reviveGone(tx, workspaceId, kind, goneId, String(gone.outletKey))
  if (kind === 'contact') await stopBoth(tx, workspaceId, merge)
  await rememberNotSame(tx, scope, kind, keptId, goneId)
  const outcome: PartedOutcome = { edited: await labelsOf(scope, kind, edited), added, elsewhere }
  const before = JSON.parse(JSON.stringify({ ...record, outcome })) as Prisma.InputJsonObject
  await tx.merge.updateMany({ where: { workspaceId, id: mergeId }, data: { before } })
  return { kind, goneId, ...outcome }
}

function moreThan(was: MergeRecord['totals'], is: MergeRecord['totals']): PartedOutcome['added'] {
  const more = Object.entries(is).map(
    ([name, count]) => [name, count - (was[name as ChildTable] ?? 0)] as const,
  )
  return Object.fromEntries(more.filter(([, count]) => count > 0))
}

/** A like goes back column by column, each only where nobody changed it since. */
async function changeBack(tx: Transaction, workspaceId: string, { table, id, before, after }: ChangedRow) {
  const [row] = await tableOf(tx, table).findMany({ where: { workspaceId, id } })
  if (!row) return
  const { back } = partedRow(row, before, after)
  if (Object.keys(back).length === 0) return
  await tableOf(tx, table).updateMany({ where: { workspaceId, id }, data: back })
}

async function giveKeyBack(tx: Transaction, workspaceId: string, { addedAliasId, turnedAlias }: MergeRecord) {
  if (addedAliasId) await tx.outletAlias.deleteMany({ where: { workspaceId, id: addedAliasId } })
  if (!turnedAlias) return
  const { id, prospectId } = turnedAlias
  await tx.outletAlias.updateMany({ where: { workspaceId, id }, data: { prospectId } })
}

async function reviveGone(
  tx: Transaction,
  workspaceId: string,
  kind: MergeKind,
  id: string,
  outletKey: string,
) {
  const where = { id, workspaceId }
  const data = { deletedAt: null, trashId: null, mergedIntoId: null }
  if (kind === 'prospect')
    await tx.prospect.updateMany({ where, data: { ...data, liveOutletKey: outletKey } })
  else await tx.contact.updateMany({ where, data })
}

/** Whoever said "stop" while the two were one said it for both: a stop is never lost by parting. */
async function stopBoth(
  tx: Transaction,
  workspaceId: string,
  { keptId, goneId, at }: { keptId: string; goneId: string; at: Date },
) {
  const ofPerson = { workspaceId, liftedAt: null, addressKey: null, domain: null }
  const since = await tx.suppression.findFirst({ where: { ...ofPerson, contactId: keptId, at: { gte: at } } })
  const already = await tx.suppression.count({ where: { ...ofPerson, contactId: goneId } })
  if (!since || already > 0) return
  const { reason, words, byId } = since
  await tx.suppression.create({
    data: { workspaceId, contactId: goneId, reason, words, at: since.at, byId },
  })
}

async function labelsOf(
  scope: WorkspaceScope,
  kind: MergeKind,
  columns: readonly string[],
): Promise<string[]> {
  if (columns.length === 0) return []
  const fields = mergeFieldsOf(kind, await listCustomFields(scope, kind))
  const label = (column: string) =>
    fields.find((field) => field.name === column || (!field.customKey && field.columns.includes(column)))
      ?.label
  return [...new Set(columns.flatMap((column) => label(column) ?? []))]
}
