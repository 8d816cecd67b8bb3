import { type MergeKind, mergedColumns, mergeFieldsOf } from '#lib/domain/duplicates/merge-fields.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { listCustomFields } from '../prospects/custom-field-queries.ts'
import { countChildren, moveChildren } from './merge-children.ts'
import { applyChanges, findCollisions } from './merge-collisions.ts'
import { type LockedRow, lockPair } from './merge-lock-queries.ts'
import type { MergeRecord } from './merge-record.ts'
import type { MergeInput } from './merge-schema.ts'

/** Which right merging and parting asks for. */
export const MERGE_WRITES = { prospect: 'prospects.write', contact: 'contacts.write' } as const

/**
 * Makes two rows one: the values chosen stay, everything that hangs on the one that goes moves to the one that stays, and
 * what parting them again takes is kept. The same merge twice is one merge.
 *
 * @throws NotFound; Refusal when either changed since the person looked, or both have an open conversation
 */
export async function mergeTwo(scope: WorkspaceScope, input: MergeInput): Promise<{ mergeId: string }> {
  authorize(scope, MERGE_WRITES[input.kind])
  const { kind, keptId, goneId, seen, choices } = input
  if (keptId === goneId)
    throw new Refusal('That is one and the same.', 'Choose another one to merge it with.')
  const own = await listCustomFields(scope, kind)
  return inTransaction(async (tx) => {
    const { workspaceId, memberId, now } = scope
    const rows = await lockPair(tx, scope, kind, [keptId, goneId])
    const kept = rows.find((row) => row.id === keptId)
    const gone = rows.find((row) => row.id === goneId)
    if (!kept || !gone) throw new NotFound()
    if (gone.mergedIntoId === keptId) return { mergeId: await mergeOf(tx, workspaceId, kind, keptId, goneId) }
    refuseOneAlready(kept, gone)
    if (kept.deletedAt || gone.deletedAt) throw new NotFound()
    refuseUnseen(kept, seen.kept)
    refuseUnseen(gone, seen.gone)
    if (kind === 'prospect') await refuseTwoOpen(tx, workspaceId, kept, gone)

    const pair = { workspaceId, kind, keptId, goneId }
    const after = mergedColumns(kind, kept, gone, mergeFieldsOf(kind, own), choices)
    const { staying, changes } = await findCollisions(tx, kind, pair)
    const moved = await moveChildren(tx, pair, staying)
    await applyChanges(tx, workspaceId, changes)
    await writeKept(tx, scope, kind, keptId, after)
    await takeGone(tx, scope, kind, pair)
    const alias = kind === 'prospect' ? await keepKey(tx, scope, keptId, String(gone.outletKey)) : {}
    const totals = await countChildren(tx, workspaceId, kind, keptId)
    const record: MergeRecord = { kept, gone, after, moved, changes, totals, ...alias }
    await tx.duplicatePair.deleteMany({
      where: { workspaceId, kind, OR: [{ oneId: goneId }, { otherId: goneId }] },
    })
    const names = { keptName: kept.name, goneName: gone.name }
    const merge = await tx.merge.create({
      data: {
        ...pair,
        ...names,
        before: JSON.parse(JSON.stringify(record)) as Prisma.InputJsonObject,
        at: now,
        byId: memberId,
      },
      select: { id: true },
    })
    return { mergeId: merge.id }
  })
}

/** Says that two are not the same, for good: they are not offered again. Twice changes nothing. @throws NotFound */
export async function sayNotSame(
  scope: WorkspaceScope,
  { kind, ...pair }: { kind: MergeKind; oneId: string; otherId: string },
) {
  authorize(scope, MERGE_WRITES[kind])
  const { workspaceId } = scope
  const [oneId = '', otherId = ''] = [pair.oneId, pair.otherId].sort()
  const where = { workspaceId, id: { in: [oneId, otherId] } }
  const there =
    kind === 'prospect'
      ? await database().prospect.count({ where })
      : await database().contact.count({ where })
  if (there !== 2) throw new NotFound()
  await inTransaction((tx) => rememberNotSame(tx, scope, kind, oneId, otherId))
}

/** Part of a command that has asked who may. The smaller id stands first. */
export async function rememberNotSame(
  tx: Transaction,
  { workspaceId, memberId, now }: WorkspaceScope,
  kind: MergeKind,
  ...ids: [string, string]
) {
  const [oneId, otherId] = ids.sort() as [string, string]
  await tx.notSame.createMany({
    data: [{ workspaceId, kind, oneId, otherId, byId: memberId, at: now }],
    skipDuplicates: true,
  })
  await tx.duplicatePair.deleteMany({ where: { workspaceId, kind, oneId, otherId } })
}

async function mergeOf(
  tx: Transaction,
  workspaceId: string,
  kind: MergeKind,
  keptId: string,
  goneId: string,
) {
  const merge = await tx.merge.findFirst({
    where: { workspaceId, kind, keptId, goneId, undoneAt: null },
    select: { id: true },
  })
  if (!merge) throw new NotFound()
  return merge.id
}

function refuseOneAlready(kept: LockedRow, gone: LockedRow) {
  if (kept.mergedIntoId !== gone.id) return
  throw new Refusal(
    `${kept.name} was merged into ${gone.name} a moment ago.`,
    'They are one already. Open it to see what became of both.',
  )
}

function refuseUnseen(row: LockedRow, seen: Date) {
  if (row.updatedAt.getTime() === seen.getTime()) return
  throw new Refusal(
    `${row.name} was changed since you opened this page.`,
    'Load the page again and look at both once more.',
  )
}

async function refuseTwoOpen(tx: Transaction, workspaceId: string, kept: LockedRow, gone: LockedRow) {
  const open = await tx.pitch.count({ where: { workspaceId, openProspectId: { in: [kept.id, gone.id] } } })
  if (open < 2) return
  throw new Refusal(
    'A conversation is open with each of them.',
    'One outlet has one conversation at a time. Close one of the two, then merge.',
  )
}

async function writeKept(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  kind: MergeKind,
  id: string,
  after: Record<string, unknown>,
) {
  const args = { where: { id, workspaceId, deletedAt: null }, data: { ...after, updatedAt: now } }
  const { count } =
    kind === 'prospect' ? await tx.prospect.updateMany(args) : await tx.contact.updateMany(args)
  if (count === 0) throw new NotFound()
}

async function takeGone(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  kind: MergeKind,
  { keptId, goneId }: { keptId: string; goneId: string },
) {
  const where = { id: goneId, workspaceId, deletedAt: null }
  const data = { deletedAt: now, mergedIntoId: keptId }
  const { count } =
    kind === 'prospect'
      ? await tx.prospect.updateMany({ where, data: { ...data, liveOutletKey: null } })
      : await tx.contact.updateMany({ where, data })
  if (count === 0) throw new NotFound()
}

/** Whoever adds or imports the address of the one that went finds the one that stayed. */
async function keepKey(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  prospectId: string,
  key: string,
) {
  const there = await tx.outletAlias.findFirst({ where: { workspaceId, key } })
  if (!there) {
    const data = { workspaceId, prospectId, key, why: 'merge', createdAt: now }
    return { addedAliasId: (await tx.outletAlias.create({ data, select: { id: true } })).id }
  }
  if (there.prospectId === prospectId) return {}
  await tx.outletAlias.updateMany({ where: { workspaceId, id: there.id }, data: { prospectId } })
  return { turnedAlias: { id: there.id, prospectId: there.prospectId } }
}
