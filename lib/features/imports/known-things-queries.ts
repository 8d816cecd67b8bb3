import type { CustomValues } from '#lib/domain/custom-fields.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import {
  CONTACT_KEYS,
  type KnownContact,
  type KnownMention,
  type KnownProspect,
  type KnownThings,
  noThings,
  PROSPECT_KEYS,
} from './known-things.ts'
import { nameKeyOf } from './stored-text.ts'
import type { Link, WantedContact, WantedRow } from './wanted-things.ts'

type Where = { workspaceId: string; batchId: string; siteId: string | null }
type Client = Transaction | ReturnType<typeof database>

/**
 * What the workspace knows of the things that these rows name: one statement per table, however many rows there are.
 *
 * @param client the transaction in which it will be written, or the database for a look ahead
 */
export async function knownThings(
  where: Where,
  rows: readonly WantedRow[],
  client: Client = database(),
): Promise<KnownThings> {
  const known = noThings()
  await addProspects(client, where, rows, known)
  await addContacts(client, where, rows, known)
  if (where.siteId) await addMentions(client, where, where.siteId, rows, known)
  return known
}

type ProspectRow = Omit<KnownProspect, 'custom'> & { key: string | null; custom: CustomValues }

async function addProspects(client: Client, where: Where, rows: readonly WantedRow[], known: KnownThings) {
  const outletKeys = uniqueOf(
    rows.flatMap(({ prospect }) => prospect?.outletKey ?? prospect?.guess?.outletKey ?? []),
  )
  const names = uniqueOf(
    rows.flatMap(({ prospect }) => (prospect && prospect.outletKey === null ? prospect.name : [])),
  )
  if (outletKeys.length > 0) {
    const found = await workspaceSql<ProspectRow>(client, where)`
      WITH named AS (
        SELECT "id", "liveOutletKey" AS "key" FROM "Prospect"
         WHERE "workspaceId" = ${WORKSPACE} AND "liveOutletKey" = ANY(${outletKeys}::text[])
        UNION ALL
        SELECT "prospectId", "key" FROM "OutletAlias"
         WHERE "workspaceId" = ${WORKSPACE} AND "key" = ANY(${outletKeys}::text[])
        UNION ALL
        SELECT "id", "outletKey" FROM "Prospect"
         WHERE "workspaceId" = ${WORKSPACE} AND "outletKey" = ANY(${outletKeys}::text[])
           AND "deletedAt" IS NOT NULL AND "mergedIntoId" IS NULL)
      SELECT n."key", p."id", p."outletKey", p."name", p."kind", p."country", p."language", p."whyCare", p."ownerId",
             p."guidelines", p."guidelinesUrl", p."guidelinesNote", p."notForUsAt", p."notForUsReason", p."note",
             p."tags", p."custom",
             (p."importBatchId" IS NOT DISTINCT FROM ${where.batchId}) AS "isOurs",
             (p."deletedAt" IS NOT NULL) AS "isTrashed"
        FROM named n JOIN "Prospect" p ON p."workspaceId" = ${WORKSPACE} AND p."id" = n."id"
       ORDER BY (p."deletedAt" IS NOT NULL), p."id"`
    for (const { key, ...prospect } of found)
      addOnce(known.prospects, PROSPECT_KEYS.outlet(key ?? ''), prospect)
  }
  if (names.length === 0) return
  const found = await workspaceSql<ProspectRow>(client, where)`
    SELECT "id", "outletKey", "name", "kind", "country", "language", "whyCare", "ownerId", "guidelines",
           "guidelinesUrl", "guidelinesNote", "notForUsAt", "notForUsReason", "note", "tags", "custom",
           ("importBatchId" IS NOT DISTINCT FROM ${where.batchId}) AS "isOurs", false AS "isTrashed"
      FROM "Prospect"
     WHERE "workspaceId" = ${WORKSPACE} AND "deletedAt" IS NULL AND "name" = ANY(${names}::text[])`
  for (const [key, alike] of Map.groupBy(found, ({ name }) => nameKeyOf(name))) {
    // Of two with one name nobody can say which is meant.
    if (alike.length === 1 && alike[0]) addOnce(known.prospects, PROSPECT_KEYS.name(key), alike[0])
  }
}

type ContactRow = Omit<KnownContact, 'cardUid' | 'addressKeys' | 'prospectIds'> & { cardUid: string | null }

/** Several plain statements: of a table that was filled a moment ago the planner knows nothing, and joins it badly. */
async function addContacts(client: Client, where: Where, rows: readonly WantedRow[], known: KnownThings) {
  const wanted = rows.flatMap(({ contact }) => contact ?? [])
  if (wanted.length === 0) return
  const uids = await contactsByUid(client, where, uniqueOf(wanted.map(({ cardUid }) => cardUid)))
  const named = [
    ...uids.map(({ id }) => id),
    ...(await contactsByAddress(client, where, wanted)),
    ...(await contactsByName(client, where, wanted, known)),
  ]
  const ids = uniqueOf(named)
  if (ids.length === 0) return
  const found = await workspaceSql<ContactRow>(client, where)`
    SELECT "id", "name", "role", "note", "tags", "custom", "links", "cardUid",
           ("importBatchId" IS NOT DISTINCT FROM ${where.batchId}) AS "isOurs",
           ("deletedAt" IS NOT NULL) AS "isTrashed"
      FROM "Contact"
     WHERE "workspaceId" = ${WORKSPACE} AND "id" = ANY(${ids}::text[]) AND "mergedIntoId" IS NULL
     ORDER BY ("deletedAt" IS NOT NULL), "id"`
  const channels = await workspaceSql<{ contactId: string; addressKey: string }>(client, where)`
    SELECT "contactId", "addressKey" FROM "Channel"
     WHERE "workspaceId" = ${WORKSPACE} AND "contactId" = ANY(${ids}::text[]) AND "kind" <> 'spoken'`
  const ties = await workspaceSql<{ contactId: string; prospectId: string }>(client, where)`
    SELECT "contactId", "prospectId" FROM "Affiliation"
     WHERE "workspaceId" = ${WORKSPACE} AND "contactId" = ANY(${ids}::text[])`
  const channelsOf = Map.groupBy(channels, ({ contactId }) => contactId)
  const tiesOf = Map.groupBy(ties, ({ contactId }) => contactId)
  const uidsOf = Map.groupBy(uids, ({ id }) => id)
  for (const row of found) {
    const contact: KnownContact = {
      ...row,
      cardUid: row.cardUid ?? '',
      links: (row.links ?? []) as Link[],
      addressKeys: (channelsOf.get(row.id) ?? []).map(({ addressKey }) => addressKey),
      prospectIds: (tiesOf.get(row.id) ?? []).map(({ prospectId }) => prospectId),
    }
    const cardUids = (uidsOf.get(row.id) ?? []).map(({ cardUid }) => cardUid)
    for (const key of keysOf(contact, cardUids)) addOnce(known.contacts, key, contact)
  }
}

/** Whoever has such a card now: of a contact that was merged into another, that other. */
async function contactsByUid(client: Client, where: Where, uids: readonly string[]) {
  if (uids.length === 0) return []
  return workspaceSql<{ id: string; cardUid: string }>(client, where)`
    SELECT COALESCE("mergedIntoId", "id") AS "id", "cardUid" FROM "Contact"
     WHERE "workspaceId" = ${WORKSPACE} AND "cardUid" = ANY(${uids}::text[])`
}

async function contactsByAddress(
  client: Client,
  where: Where,
  wanted: readonly WantedContact[],
): Promise<string[]> {
  const keys = uniqueOf(wanted.flatMap(({ addresses }) => addresses.map(({ addressKey }) => addressKey)))
  if (keys.length === 0) return []
  const found = await workspaceSql<{ contactId: string }>(client, where)`
    SELECT "contactId" FROM "Channel"
     WHERE "workspaceId" = ${WORKSPACE} AND "addressKey" = ANY(${keys}::text[]) AND "kind" <> 'spoken'`
  return found.map(({ contactId }) => contactId)
}

/** By name within the outlets these rows name; and, of people without an address, those who belong to no outlet. */
async function contactsByName(
  client: Client,
  where: Where,
  wanted: readonly WantedContact[],
  known: KnownThings,
): Promise<string[]> {
  const prospectIds = uniqueOf([...known.prospects.values()].map(({ id }) => id))
  const lone = uniqueOf(wanted.flatMap(({ addresses, goesBy }) => (addresses.length === 0 ? goesBy : [])))
  const there =
    prospectIds.length === 0
      ? []
      : await workspaceSql<{ contactId: string }>(client, where)`
    SELECT "contactId" FROM "Affiliation"
     WHERE "workspaceId" = ${WORKSPACE} AND "prospectId" = ANY(${prospectIds}::text[])`
  const names = uniqueOf(wanted.map(({ goesBy }) => goesBy.toLowerCase()))
  const ids = uniqueOf(there.map(({ contactId }) => contactId))
  const named =
    ids.length === 0
      ? []
      : await workspaceSql<{ id: string }>(client, where)`
    SELECT "id" FROM "Contact"
     WHERE "workspaceId" = ${WORKSPACE} AND "id" = ANY(${ids}::text[]) AND "deletedAt" IS NULL
       AND lower("name") = ANY(${names}::text[])`
  const alone =
    lone.length === 0
      ? []
      : await workspaceSql<{ id: string }>(client, where)`
    SELECT "id" FROM "Contact"
     WHERE "workspaceId" = ${WORKSPACE} AND "deletedAt" IS NULL AND "name" = ANY(${lone}::text[])`
  return [...named, ...alone].map(({ id }) => id)
}

function keysOf(
  { cardUid, addressKeys, prospectIds, name, isTrashed }: KnownContact,
  uids: readonly string[],
) {
  const places = isTrashed ? [] : prospectIds.length > 0 ? prospectIds : ['']
  return [
    ...[cardUid, ...uids].filter((uid) => uid !== '').map(CONTACT_KEYS.uid),
    ...addressKeys.map(CONTACT_KEYS.address),
    ...places.map((place) => CONTACT_KEYS.name(place, nameKeyOf(name))),
  ]
}

async function addMentions(
  client: Client,
  where: Where,
  siteId: string,
  rows: readonly WantedRow[],
  known: KnownThings,
) {
  const urlKeys = uniqueOf(rows.flatMap(({ mention }) => mention?.urlKey ?? []))
  if (urlKeys.length === 0) return
  const found = await workspaceSql<KnownMention & { urlKey: string }>(client, where)`
    SELECT "id", "urlKey", "prospectId", "targetUrl", "provenance", "note", "claim",
           ("importBatchId" IS NOT DISTINCT FROM ${where.batchId}) AS "isOurs",
           ("deletedAt" IS NOT NULL) AS "isTrashed"
      FROM "Mention"
     WHERE "workspaceId" = ${WORKSPACE} AND "siteId" = ${siteId} AND "urlKey" = ANY(${urlKeys}::text[])
     ORDER BY ("deletedAt" IS NOT NULL), "id"`
  for (const { urlKey, ...mention } of found) addOnce(known.mentions, urlKey, mention)
}

function addOnce<T>(things: Map<string, T>, key: string, thing: T) {
  if (!things.has(key)) things.set(key, thing)
}

function uniqueOf(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}
