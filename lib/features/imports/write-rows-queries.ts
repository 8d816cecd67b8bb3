import type { Transaction } from '#lib/server/database.ts'
import { jsonRows } from '#lib/server/json-rows.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { isDemoAddress } from '../mentions/mention-question.ts'
import type { Changes, NewAddress, RowPlan, Step, Tie } from './import-plan.ts'
import { countAnew, readForSearch, uncounted } from './search-words-queries.ts'

export type WriteFacts = {
  workspaceId: string
  batchId: string
  memberId: string
  siteId: string | null
  /** When the person said "apply": the same for every row, so that what was edited later can be told. */
  at: Date
  /** Where addresses came from, in words. */
  originWords: string
}

type Fields = Record<string, unknown> & { id: string }

/**
 * Writes what these rows plan: one statement per table, whatever their number. Rows of one batch that mean one thing are
 * made one before.
 *
 * @returns the prospects made, which no search finds before they are read: `readForSearch`
 */
export async function writePlans(
  tx: Transaction,
  facts: WriteFacts,
  plans: readonly RowPlan[],
): Promise<string[]> {
  const prospects = rowsOf(plans, 'prospect')
  const contacts = rowsOf(plans, 'contact')
  const mentions = rowsOf(plans, 'mention')
  const addresses = plans.flatMap(({ contact, addresses = [] }) =>
    addresses.map((address) => ({ ...address, contactId: contact?.id ?? '' })),
  )
  const ties = plans.flatMap(({ tie }) => tie ?? [])
  await uncounted(tx, facts, async () => {
    if (prospects.made.length > 0) await insertProspects(tx, facts, prospects.made)
    if (contacts.made.length > 0) await insertContacts(tx, facts, contacts.made)
    if (addresses.length > 0) await insertAddresses(tx, facts, addresses)
    if (ties.length > 0) await insertTies(tx, facts, ties)
    if (mentions.made.length > 0) await insertMentions(tx, facts, mentions.made)
  })
  const made = new Set(prospects.made.map(({ id }) => id))
  const tiedTo = ties.map(({ prospectId }) => prospectId).filter((id) => !made.has(id))
  const contactIds = new Set(addresses.map(({ contactId }) => contactId))
  for (const { id } of contacts.made) contactIds.delete(id)
  await readForSearch(tx, facts, { prospectIds: tiedTo, contactIds: [...contactIds] })
  await countAnew(
    tx,
    facts,
    mentions.made.flatMap(({ prospectId }) => (prospectId ? String(prospectId) : [])),
  )
  if (prospects.changed.length > 0) await changeProspects(tx, facts, prospects.changed)
  if (contacts.changed.length > 0) await changeContacts(tx, facts, contacts.changed)
  if (mentions.changed.length > 0) await changeMentions(tx, facts, mentions.changed)
  return [...made]
}

type Rows = { made: Fields[]; changed: Fields[] }

function rowsOf(plans: readonly RowPlan[], noun: 'prospect' | 'contact' | 'mention'): Rows {
  const made = new Map<string, Fields>()
  const changed = new Map<string, Fields>()
  for (const step of plans.flatMap((plan) => plan[noun] ?? [])) {
    if (step.is === 'new') made.set(step.id, { id: step.id, ...afterOf(step.set) })
    else if (step.is === 'changed') addTo(made.has(step.id) ? made : changed, step)
  }
  return { made: [...made.values()], changed: [...changed.values()] }
}

function addTo(rows: Map<string, Fields>, { id, set }: Step) {
  const before: Fields = rows.get(id) ?? { id }
  const { custom, ...fields } = afterOf(set)
  const both = custom ? { ...((before.custom as object) ?? {}), ...(custom as object) } : before.custom
  rows.set(id, { ...before, ...fields, ...(both ? { custom: both } : {}) })
}

/** The values to write; fields of a workspace's own together, as they are stored. */
export function afterOf(set: Changes): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const custom: Record<string, unknown> = {}
  for (const [field, { after }] of Object.entries(set)) {
    if (field.startsWith('custom.')) custom[field.slice(7)] = after
    else fields[field] = after
  }
  return Object.keys(custom).length > 0 ? { ...fields, custom } : fields
}

function insertProspects(tx: Transaction, { workspaceId, batchId, at }: WriteFacts, rows: Fields[]) {
  return workspaceSql(tx, { workspaceId })`
    INSERT INTO "Prospect" ("id", "workspaceId", "kind", "name", "homepage", "outletKey", "liveOutletKey", "country",
                            "language", "whyCare", "ownerId", "guidelines", "guidelinesUrl", "guidelinesNote",
                            "notForUsAt", "notForUsReason", "note", "tags", "custom", "importBatchId", "createdAt",
                            "updatedAt")
    SELECT r."id", ${WORKSPACE}, r."kind", r."name", r."homepage", r."outletKey", r."outletKey", r."country",
           r."language", COALESCE(r."whyCare", ''), r."ownerId", r."guidelines", r."guidelinesUrl",
           COALESCE(r."guidelinesNote", ''), r."notForUsAt", COALESCE(r."notForUsReason", ''), COALESCE(r."note", ''),
           ARRAY(SELECT jsonb_array_elements_text(COALESCE(r."tags", '[]'))), COALESCE(r."custom", '{}'), ${batchId},
           ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb)
        AS r("id" text, "kind" text, "name" text, "homepage" text, "outletKey" text, "country" text, "language" text,
             "whyCare" text, "ownerId" text, "guidelines" text, "guidelinesUrl" text, "guidelinesNote" text,
             "notForUsAt" timestamptz, "notForUsReason" text, "note" text, "tags" jsonb, "custom" jsonb)`
}

/** Null leaves a field as it is; only an absence of guidelines takes their page away. */
function changeProspects(tx: Transaction, { workspaceId, at }: WriteFacts, rows: Fields[]) {
  return workspaceSql(tx, { workspaceId })`
    UPDATE "Prospect" p
       SET "name" = COALESCE(r."name", p."name"), "kind" = COALESCE(r."kind", p."kind"),
           "country" = COALESCE(r."country", p."country"), "language" = COALESCE(r."language", p."language"),
           "whyCare" = COALESCE(r."whyCare", p."whyCare"), "ownerId" = COALESCE(r."ownerId", p."ownerId"),
           "guidelines" = COALESCE(r."guidelines", p."guidelines"),
           "guidelinesUrl" = CASE WHEN r."guidelines" = 'absent' THEN NULL
                                  ELSE COALESCE(r."guidelinesUrl", p."guidelinesUrl") END,
           "guidelinesNote" = COALESCE(r."guidelinesNote", p."guidelinesNote"),
           "notForUsAt" = COALESCE(r."notForUsAt", p."notForUsAt"),
           "notForUsReason" = COALESCE(r."notForUsReason", p."notForUsReason"),
           "note" = COALESCE(r."note", p."note"),
           "tags" = CASE WHEN r."tags" IS NULL THEN p."tags" ELSE ARRAY(SELECT jsonb_array_elements_text(r."tags")) END,
           "custom" = p."custom" || COALESCE(r."custom", '{}'), "updatedAt" = ${at.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb)
        AS r("id" text, "name" text, "kind" text, "country" text, "language" text, "whyCare" text, "ownerId" text,
             "guidelines" text, "guidelinesUrl" text, "guidelinesNote" text, "notForUsAt" timestamptz,
             "notForUsReason" text, "note" text, "tags" jsonb, "custom" jsonb)
     WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = r."id"`
}

function insertContacts(tx: Transaction, { workspaceId, batchId, at }: WriteFacts, rows: Fields[]) {
  return workspaceSql(tx, { workspaceId })`
    INSERT INTO "Contact" ("id", "workspaceId", "name", "role", "note", "tags", "custom", "links", "cardUid",
                           "importBatchId", "createdAt", "updatedAt")
    SELECT r."id", ${WORKSPACE}, r."name", COALESCE(r."role", ''), COALESCE(r."note", ''),
           ARRAY(SELECT jsonb_array_elements_text(COALESCE(r."tags", '[]'))), COALESCE(r."custom", '{}'),
           COALESCE(r."links", '[]'), r."cardUid", ${batchId},
           ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb)
        AS r("id" text, "name" text, "role" text, "note" text, "tags" jsonb, "custom" jsonb, "links" jsonb, "cardUid" text)`
}

function changeContacts(tx: Transaction, { workspaceId, at }: WriteFacts, rows: Fields[]) {
  return workspaceSql(tx, { workspaceId })`
    UPDATE "Contact" c
       SET "name" = COALESCE(r."name", c."name"), "role" = COALESCE(r."role", c."role"),
           "note" = COALESCE(r."note", c."note"),
           "tags" = CASE WHEN r."tags" IS NULL THEN c."tags" ELSE ARRAY(SELECT jsonb_array_elements_text(r."tags")) END,
           "custom" = c."custom" || COALESCE(r."custom", '{}'), "links" = COALESCE(r."links", c."links"),
           "cardUid" = COALESCE(r."cardUid", c."cardUid"), "updatedAt" = ${at.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb)
        AS r("id" text, "name" text, "role" text, "note" text, "tags" jsonb, "custom" jsonb, "links" jsonb, "cardUid" text)
     WHERE c."workspaceId" = ${WORKSPACE} AND c."id" = r."id"`
}

async function insertAddresses(
  tx: Transaction,
  { workspaceId, at, originWords }: WriteFacts,
  rows: (NewAddress & { contactId: string })[],
) {
  const json = jsonRows(rows)
  await workspaceSql(tx, { workspaceId })`
    INSERT INTO "Channel" ("id", "workspaceId", "contactId", "kind", "address", "addressKey", "createdAt")
    SELECT r."id", ${WORKSPACE}, r."contactId", r."kind", r."address", r."addressKey", ${at.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${json}::jsonb)
        AS r("id" text, "contactId" text, "kind" text, "address" text, "addressKey" text)`
  // One origin for each: its id may be the channel's own.
  await workspaceSql(tx, { workspaceId })`
    INSERT INTO "AddressOrigin" ("id", "workspaceId", "channelId", "page", "seenOn", "words")
    SELECT r."id", ${WORKSPACE}, r."id", r."foundOn", ${at.toISOString()}::timestamptz, ${originWords}
      FROM jsonb_to_recordset(${json}::jsonb) AS r("id" text, "foundOn" text)`
}

function insertTies(tx: Transaction, { workspaceId }: WriteFacts, ties: Tie[]) {
  return workspaceSql(tx, { workspaceId })`
    INSERT INTO "Affiliation" ("id", "workspaceId", "prospectId", "contactId")
    SELECT r."id", ${WORKSPACE}, r."prospectId", r."contactId"
      FROM jsonb_to_recordset(${jsonRows(ties)}::jsonb) AS r("id" text, "prospectId" text, "contactId" text)
    ON CONFLICT ("workspaceId", "prospectId", "contactId") DO NOTHING`
}

/** Nobody has looked at them yet. They are due at once; how many are looked at in an hour is dealt out elsewhere. */
function insertMentions(
  tx: Transaction,
  { workspaceId, batchId, memberId, siteId, at }: WriteFacts,
  rows: Fields[],
) {
  const due = rows.map((row) => ({ ...row, isDue: !isDemoAddress(String(row.url)) }))
  return workspaceSql(tx, { workspaceId })`
    INSERT INTO "Mention" ("id", "workspaceId", "siteId", "prospectId", "url", "urlKey", "liveUrlKey", "targetUrl",
                           "provenance", "note", "claim", "outcome", "nextLookAt", "foundBy", "importBatchId",
                           "recordedById", "createdAt", "updatedAt")
    SELECT r."id", ${WORKSPACE}, ${siteId}, r."prospectId", r."url", r."urlKey", r."urlKey", r."targetUrl",
           r."provenance", COALESCE(r."note", ''), r."claim", 'not-looked',
           CASE WHEN r."isDue" THEN ${at.toISOString()}::timestamptz END, 'import', ${batchId},
           ${memberId}, ${at.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${jsonRows(due)}::jsonb)
        AS r("id" text, "prospectId" text, "url" text, "urlKey" text, "targetUrl" text, "provenance" text, "note" text,
             "claim" jsonb, "isDue" boolean)`
}

function changeMentions(tx: Transaction, { workspaceId, at }: WriteFacts, rows: Fields[]) {
  return workspaceSql(tx, { workspaceId })`
    UPDATE "Mention" m
       SET "prospectId" = COALESCE(r."prospectId", m."prospectId"), "targetUrl" = COALESCE(r."targetUrl", m."targetUrl"),
           "provenance" = COALESCE(r."provenance", m."provenance"), "note" = COALESCE(r."note", m."note"),
           "claim" = COALESCE(r."claim", m."claim"), "updatedAt" = ${at.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb)
        AS r("id" text, "prospectId" text, "targetUrl" text, "provenance" text, "note" text, "claim" jsonb)
     WHERE m."workspaceId" = ${WORKSPACE} AND m."id" = r."id"`
}
