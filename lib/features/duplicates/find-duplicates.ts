import { setImmediate as letOthersGo } from 'node:timers/promises'
import { type DuplicateReason, weightOf } from '#lib/domain/duplicates/duplicate-reasons.ts'
import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import {
  NEAR_NAME_LEAST,
  NEAR_NAME_THERE_LEAST,
  nameKeyOf,
  nearPairs,
} from '#lib/domain/duplicates/near-names.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { prospectIdsByKeys } from '../prospects/outlet-alias-queries.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import {
  allProspectNames,
  pagesThatLedElsewhere,
  pairsAtOneAddress,
  pairsByAlias,
  pairsOfOneNameAndMail,
  peopleByOutlet,
} from './duplicate-search-queries.ts'

/** More than anybody looks through; those with the least to say for them are left out. */
const MOST_PAIRS = 2_000
/** So many near names are gathered; a book with more has a series of names, and room is not without end. */
const MOST_NEAR_NAMES = 10_000
/** One name is like at most so many others: a series of names ("Walks 1", "Walks 2") is no list of doubles. */
const MOST_ALIKE = 3
const NAMES_IN_A_ROW = 200
const MOST_OF_ONE_NAME = 6

/** Asks for a search of the whole book. One that waits already is enough. */
export async function askForSearch(scope: WorkspaceScope) {
  authorize(scope, 'prospects.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    await tx.duplicateSearch.upsert({
      where: { workspaceId },
      create: { workspaceId, state: 'waiting', askedAt: now },
      update: { state: 'waiting', askedAt: now },
    })
    await enqueue(tx, 'find-duplicates', { workspaceId }, { group: workspaceId })
  })
}

/**
 * Searches a workspace for prospects and contacts that may be the same, and puts what it found in place of what the search
 * before found. Reads each table once, in portions; may be killed at any moment and run again.
 */
export async function findDuplicates({ workspaceId }: { workspaceId: string }, now: Date) {
  const owner = await database().member.findFirst({
    where: { workspaceId, role: 'owner', leftAt: null },
    select: { id: true },
  })
  // Nobody is left whom a list could serve, or the workspace was deleted meanwhile.
  if (!owner) return
  const scope = await actingScope(owner.id, now)
  await database().duplicateSearch.updateMany({ where: { workspaceId }, data: { state: 'searching' } })
  const prospects = new Pairs('prospect')
  const contacts = new Pairs('contact')
  await searchProspects(scope, prospects)
  await searchContacts(scope, contacts)
  await keep(scope, [...prospects.rows(), ...contacts.rows()])
}

async function searchProspects(scope: WorkspaceScope, pairs: Pairs) {
  for (const { oneId, otherId, what } of await pairsByAlias(scope))
    pairs.add(oneId, otherId, { kind: 'alias', what })
  const led = (await pagesThatLedElsewhere(scope)).flatMap(({ prospectId, finalUrl }) => {
    const outlet = outletKeyOf(finalUrl)
    return outlet.ok ? [{ prospectId, key: outlet.key }] : []
  })
  const holders = await prospectIdsByKeys(scope, [...new Set(led.map(({ key }) => key))])
  for (const { prospectId, key } of led) {
    pairs.add(prospectId, holders.get(key) ?? prospectId, { kind: 'redirect', what: key })
  }
  const names = await allProspectNames(scope)
  await pairNames(names, pairs, 'near-name')
  pairsOfOneName(names, pairs)
}

async function searchContacts(scope: WorkspaceScope, pairs: Pairs) {
  for (const { oneId, otherId, what } of await pairsAtOneAddress(scope)) {
    pairs.add(oneId, otherId, { kind: 'same-address', what })
  }
  for (const { oneId, otherId, what } of await pairsOfOneNameAndMail(scope)) {
    pairs.add(oneId, otherId, { kind: 'same-name-and-mail', what })
  }
  for await (const outlets of peopleByOutlet(scope)) {
    for (const people of outlets) await pairNames(people, pairs, 'near-name-there')
  }
}

async function pairNames(
  names: readonly { id: string; name: string }[],
  pairs: Pairs,
  kind: 'near-name' | 'near-name-there',
) {
  const alike = new Map<string, number>()
  let row = 0
  for (const found of nearPairs(names, kind === 'near-name' ? NEAR_NAME_LEAST : NEAR_NAME_THERE_LEAST)) {
    for (const { oneId, otherId } of found.sort((a, b) => b.likeness - a.likeness)) {
      const [one, other] = [alike.get(oneId) ?? 0, alike.get(otherId) ?? 0]
      if (one >= MOST_ALIKE || other >= MOST_ALIKE || pairs.size >= MOST_NEAR_NAMES) continue
      alike.set(oneId, one + 1).set(otherId, other + 1)
      pairs.add(oneId, otherId, { kind })
    }
    row += 1
    if (row % NAMES_IN_A_ROW === 0) await letOthersGo()
  }
}

/** Names that are one but for how they are written, each with the first of them. A name of very many says nothing. */
function pairsOfOneName(names: readonly { id: string; name: string }[], pairs: Pairs) {
  for (const [, group] of Map.groupBy(names, ({ name }) => nameKeyOf(name))) {
    const [first, ...others] = group
    if (!first || others.length === 0 || others.length >= MOST_OF_ONE_NAME) continue
    for (const other of others) pairs.add(first.id, other.id, { kind: 'same-name' })
  }
}

async function keep({ workspaceId, now }: WorkspaceScope, found: PairRow[]) {
  const most = found.sort((a, b) => b.weight - a.weight).slice(0, MOST_PAIRS)
  await inTransaction(async (tx) => {
    const told = await tx.notSame.findMany({ where: { workspaceId } })
    const apart = new Set(told.map((each) => `${each.kind} ${each.oneId} ${each.otherId}`))
    const data = most
      .filter((pair) => !apart.has(`${pair.kind} ${pair.oneId} ${pair.otherId}`))
      .map((pair) => ({ ...pair, workspaceId, foundAt: now }))
    await tx.duplicatePair.deleteMany({ where: { workspaceId } })
    await tx.duplicatePair.createMany({ data, skipDuplicates: true })
    const done = { state: 'idle', seenUntil: now, finishedAt: now }
    await tx.duplicateSearch.upsert({
      where: { workspaceId },
      create: { workspaceId, askedAt: now, ...done },
      update: done,
    })
  })
}

type PairRow = {
  kind: MergeKind
  oneId: string
  otherId: string
  reasons: Prisma.InputJsonArray
  weight: number
}

/** What was found so far: each pair once, with every reason once. */
class Pairs {
  private readonly found = new Map<string, DuplicateReason[]>()
  private readonly kind: MergeKind

  constructor(kind: MergeKind) {
    this.kind = kind
  }

  add(oneId: string, otherId: string, reason: DuplicateReason) {
    if (oneId === otherId) return
    const key = oneId < otherId ? `${oneId} ${otherId}` : `${otherId} ${oneId}`
    const reasons = this.found.get(key) ?? []
    if (!reasons.some((each) => each.kind === reason.kind)) this.found.set(key, [...reasons, reason])
  }

  get size(): number {
    return this.found.size
  }

  rows(): PairRow[] {
    return [...this.found].map(([key, all]) => {
      const [oneId = '', otherId = ''] = key.split(' ')
      // Who is called the same is also called nearly the same: once is enough.
      const isExact = all.some(({ kind }) => kind === 'same-name' || kind === 'same-name-and-mail')
      const reasons = all.filter(({ kind }) => !(isExact && kind === 'near-name'))
      return { kind: this.kind, oneId, otherId, reasons, weight: weightOf(reasons) }
    })
  }
}
