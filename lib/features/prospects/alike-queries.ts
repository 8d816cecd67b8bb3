import { checkChannelAddress } from '#lib/domain/channel-address.ts'
import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { type DuplicateReason, weightOf } from '#lib/domain/duplicates/duplicate-reasons.ts'
import {
  likenessOf,
  NEAR_NAME_THERE_LEAST,
  NEAR_WHILE_TYPING_LEAST,
  nameKeyOf,
} from '#lib/domain/duplicates/near-names.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { prospectIdsByKeys } from './outlet-alias-queries.ts'

const MOST_SHOWN = 5
const MOST_ON_ONE_SITE = 10
const MOST_PEOPLE_COMPARED = 500
/** Fewer letters than that are like too much. */
const LEAST_LETTERS = 4

/** One that may be what somebody is about to add, with what says so. */
export type Alike = { id: string; name: string; at: string; reasons: DuplicateReason[] }

/**
 * Prospects that may be the one somebody is typing: the same outlet, one that has the address as an alias, others on the
 * same site, and nearly the same name. The likeliest first, five at most; each look-up has its index.
 */
export async function alikeProspects(
  scope: WorkspaceScope,
  { address, name }: { address: string; name: string },
): Promise<Alike[]> {
  authorizeToSee(scope, 'prospects.read')
  const reasons = new Map<string, DuplicateReason[]>()
  const add = (id: string, reason: DuplicateReason) => reasons.set(id, [...(reasons.get(id) ?? []), reason])
  const outlet = outletKeyOf(address)
  if (outlet.ok) {
    const holder = (await prospectIdsByKeys(scope, [outlet.key])).get(outlet.key)
    const around = await onSameSite(scope, outlet.key)
    const own = around.find(({ outletKey }) => outletKey === outlet.key)
    if (holder) add(holder, { kind: own ? 'same-key' : 'alias', what: outlet.readable })
    for (const { id, outletKey } of around) {
      if (id !== holder) add(id, { kind: 'same-domain', what: readableAddress(outletKey) })
    }
  }
  for (const near of await nearProspects(scope, name)) {
    add(near.id, { kind: nameKeyOf(near.name) === nameKeyOf(name) ? 'same-name' : 'near-name' })
  }
  const rows = await database().prospect.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null, id: { in: [...reasons.keys()] } },
    select: { id: true, name: true, outletKey: true },
  })
  return likeliest(
    rows.map((row) => ({ ...row, at: readableAddress(row.outletKey) })),
    reasons,
  )
}

/**
 * People who may be the one somebody is typing: who has that address or handle already, and who is called nearly the same
 * at that outlet.
 */
export async function alikeContacts(
  scope: WorkspaceScope,
  {
    prospectId,
    name,
    kind,
    address,
  }: { prospectId: string; name: string; kind: ChannelKind; address: string },
): Promise<Alike[]> {
  authorizeToSee(scope, 'prospects.read')
  const { workspaceId } = scope
  const reasons = new Map<string, DuplicateReason[]>()
  const add = (id: string, reason: DuplicateReason) => reasons.set(id, [...(reasons.get(id) ?? []), reason])
  const checked = kind === 'spoken' || address.trim() === '' ? null : checkChannelAddress(kind, address)
  if (checked?.ok) {
    const holders = await database().channel.findMany({
      where: { workspaceId, addressKey: checked.key, deletedAt: null, contact: { deletedAt: null } },
      distinct: 'contactId',
      take: MOST_SHOWN,
      select: { contactId: true },
    })
    for (const { contactId } of holders) add(contactId, { kind: 'same-address', what: checked.address })
  }
  const there = lettersIn(name)
    ? await database().affiliation.findMany({
        where: { workspaceId, prospectId, contact: { deletedAt: null } },
        take: MOST_PEOPLE_COMPARED,
        select: { contact: { select: { id: true, name: true } } },
      })
    : []
  for (const { contact } of there) {
    if (nameKeyOf(contact.name) === nameKeyOf(name)) add(contact.id, { kind: 'same-name' })
    else if (likenessOf(contact.name, name) >= NEAR_NAME_THERE_LEAST)
      add(contact.id, { kind: 'near-name-there' })
  }
  const rows = await database().contact.findMany({
    where: { workspaceId, deletedAt: null, id: { in: [...reasons.keys()] } },
    select: {
      id: true,
      name: true,
      affiliations: {
        where: { until: null, prospect: { deletedAt: null } },
        take: 1,
        select: { prospect: { select: { name: true } } },
      },
    },
  })
  return likeliest(
    rows.map((row) => ({ ...row, at: row.affiliations[0]?.prospect.name ?? '' })),
    reasons,
  )
}

/** Outlets told apart by hand on a site of their own; neighbours on a shared platform have nothing to do with each other. */
async function onSameSite(scope: WorkspaceScope, key: string) {
  const site = outletKeyOf(key)
  if (!site.ok || site.key.includes('/')) return []
  const { workspaceId } = scope
  return database().prospect.findMany({
    where: {
      workspaceId,
      deletedAt: null,
      OR: [
        { outletKey: site.key },
        { outletKey: { startsWith: likeText(`${site.key}/`) } },
        { outletKey: { endsWith: likeText(`.${site.key}`) } },
      ],
    },
    take: MOST_ON_ONE_SITE,
    select: { id: true, outletKey: true },
  })
}

/** By the trigram index; the threshold counts for this transaction only. */
async function nearProspects(scope: WorkspaceScope, name: string) {
  if (!lettersIn(name)) return []
  return inTransaction(async (tx) => {
    const threshold = String(NEAR_WHILE_TYPING_LEAST)
    await workspaceSql(tx, scope)`
      SELECT set_config('pg_trgm.similarity_threshold', ${threshold}, true), ${WORKSPACE}::text`
    return workspaceSql<{ id: string; name: string }>(tx, scope)`
      SELECT "id", "name" FROM "Prospect"
       WHERE "workspaceId" = ${WORKSPACE} AND "deletedAt" IS NULL AND "name" % ${name}
       ORDER BY similarity("name", ${name}) DESC, "id"
       LIMIT ${MOST_SHOWN}`
  })
}

function lettersIn(name: string): boolean {
  return nameKeyOf(name).length >= LEAST_LETTERS
}

function likeliest(
  rows: readonly { id: string; name: string; at: string }[],
  reasons: ReadonlyMap<string, DuplicateReason[]>,
): Alike[] {
  return rows
    .map(({ id, name, at }) => ({ id, name, at, reasons: reasons.get(id) ?? [] }))
    .sort((a, b) => weightOf(b.reasons) - weightOf(a.reasons) || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_SHOWN)
}
