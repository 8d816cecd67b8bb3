import { Prisma } from '#lib/generated/prisma/client.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { type ImportBatchRow, Overtaken, optionsOf } from './import-batch.ts'
import { readCounts } from './import-counts.ts'
import type { RowPlan } from './import-plan.ts'
import { undoChanges } from './undo-changes.ts'
import { contactStandings, mentionStandings, prospectStandings, type Standing } from './undo-rows-queries.ts'

const ROWS_AT_ONCE = 500
/** So many of the things that stay are named; all are counted. */
const KEPT_NAMED = 500
const NO_END = 2_147_483_647

export type KeptThing = { noun: 'prospect' | 'contact' | 'mention'; id: string; name: string; why: string }

/**
 * Takes an import back, the last row first: what it made goes, unless somebody has touched it since; what it changed goes
 * back, unless it was changed since. Each batch is one transaction with the place it has come to.
 */
export async function undoImport(batch: ImportBatchRow, scope: WorkspaceScope) {
  let isMore = true
  while (isMore) isMore = await inTransaction((tx) => undoSome(tx, scope, batch))
}

async function undoSome(tx: Transaction, scope: WorkspaceScope, batch: ImportBatchRow): Promise<boolean> {
  const { workspaceId, id: batchId } = batch
  const [held] = await tx.importBatch.updateManyAndReturn({
    where: { workspaceId, id: batchId, state: 'undoing' },
    data: { failure: null },
  })
  if (!held) throw new Overtaken()
  const rows = await tx.importRow.findMany({
    where: {
      workspaceId,
      batchId,
      number: { lt: (held.place as { below?: number } | null)?.below ?? NO_END },
      kind: { in: ['new', 'changed'] },
      applied: { not: Prisma.DbNull },
    },
    orderBy: { number: 'desc' },
    take: ROWS_AT_ONCE,
    select: { number: true, applied: true },
  })
  const plans = rows.map(({ applied }) => applied as RowPlan)
  const at = new Date(optionsOf(held).applyAt ?? scope.now)
  const undone = await undoPlans(tx, { workspaceId, batchId, at }, plans, scope.now)
  await tx.importRow.updateMany({
    where: { workspaceId, batchId, number: { in: rows.map(({ number }) => number) } },
    data: { applied: Prisma.DbNull },
  })
  const isMore = rows.length === ROWS_AT_ONCE
  const counts = readCounts(held.counts)
  const facts = (held.facts ?? {}) as { kept?: KeptThing[] }
  await tx.importBatch.updateMany({
    where: { workspaceId, id: batchId },
    data: {
      place: { below: rows.at(-1)?.number ?? 0 },
      done: isMore ? held.done + rows.length : (held.total ?? 0),
      counts: {
        ...counts,
        removed: (counts.removed ?? 0) + undone.removed,
        restored: (counts.restored ?? 0) + undone.restored,
        kept: (counts.kept ?? 0) + undone.kept.length,
      },
      facts: { ...facts, kept: [...(facts.kept ?? []), ...undone.kept].slice(0, KEPT_NAMED) },
      ...(isMore ? {} : { state: 'undone', undoneAt: scope.now }),
    },
  })
  return isMore
}

type Where = { workspaceId: string; batchId: string; at: Date }

async function undoPlans(tx: Transaction, where: Where, plans: readonly RowPlan[], now: Date) {
  const changes = await undoChanges(tx, where, plans, now)
  const mentions = await removeMentions(tx, where, idsOf(plans, 'mention'))
  const people = await removePeople(tx, where, plans)
  const prospects = await removeProspects(tx, where, idsOf(plans, 'prospect'))
  return {
    restored: changes.restored,
    removed: mentions.removed + people.removed + prospects.removed,
    kept: [...changes.kept, ...mentions.kept, ...people.kept, ...prospects.kept],
  }
}

function idsOf(plans: readonly RowPlan[], noun: KeptThing['noun']): string[] {
  return plans.flatMap((plan) => (plan[noun]?.is === 'new' ? plan[noun].id : []))
}

async function removeMentions(tx: Transaction, where: Where, ids: readonly string[]) {
  if (ids.length === 0) return NOTHING
  const standings = await mentionStandings(tx, where, ids)
  const { count } = await tx.mention.deleteMany({
    where: { workspaceId: where.workspaceId, id: { in: untouched(standings) } },
  })
  return { removed: count, kept: touched(standings, 'mention') }
}

async function removePeople(tx: Transaction, where: Where, plans: readonly RowPlan[]) {
  const { workspaceId } = where
  const made = new Set(idsOf(plans, 'contact'))
  const ties = plans.flatMap(({ tie }) => tie ?? [])
  const channels = plans.flatMap(({ contact, addresses = [] }) =>
    addresses.map(({ id }) => ({ id, contactId: contact?.id ?? '' })),
  )
  const named = [
    ...new Set([
      ...made,
      ...ties.map(({ contactId }) => contactId),
      ...channels.map(({ contactId }) => contactId),
    ]),
  ]
  if (named.length === 0) return NOTHING
  const tieIds = ties.map(({ id }) => id)
  const standings = await contactStandings(tx, where, named, {
    tieIds,
  })
  // Whom somebody has touched since keeps their addresses and their outlets too.
  const stays = new Set(standings.filter(({ isOurs, why }) => isOurs && why !== null).map(({ id }) => id))
  const leaving = <T extends { id: string; contactId: string }>(things: readonly T[]) =>
    things.filter(({ contactId }) => !stays.has(contactId)).map(({ id }) => id)
  await tx.affiliation.deleteMany({
    where: { workspaceId, id: { in: leaving(ties) }, since: null, until: null },
  })
  await tx.channel.deleteMany({
    where: {
      workspaceId,
      id: { in: leaving(channels) },
      bouncedAt: null,
      deletedAt: null,
      pitches: { none: {} },
    },
  })
  const ours = standings.filter(({ id }) => made.has(id))
  const { count } = await tx.contact.deleteMany({ where: { workspaceId, id: { in: untouched(ours) } } })
  return { removed: count, kept: touched(ours, 'contact') }
}

async function removeProspects(tx: Transaction, where: Where, ids: readonly string[]) {
  if (ids.length === 0) return NOTHING
  const standings = await prospectStandings(tx, where, ids)
  const { count } = await tx.prospect.deleteMany({
    where: { workspaceId: where.workspaceId, id: { in: untouched(standings) } },
  })
  return { removed: count, kept: touched(standings, 'prospect') }
}

const NOTHING: { removed: number; kept: KeptThing[] } = { removed: 0, kept: [] }

function untouched(standings: readonly Standing[]): string[] {
  return standings.filter(({ why }) => why === null).map(({ id }) => id)
}

function touched(standings: readonly Standing[], noun: KeptThing['noun']): KeptThing[] {
  return standings.flatMap(({ id, name, why }) => (why === null ? [] : [{ noun, id, name, why }]))
}
