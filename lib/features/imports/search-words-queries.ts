import { type Database, database, type Transaction } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

type Where = { workspaceId: string }

/**
 * Makes rows without having the prospects they hang on counted and read anew for each table: once, when all are there, is a
 * third of the work. Whoever calls does that: `countAnew`, `readForSearch`.
 */
export async function uncounted(tx: Transaction, { workspaceId }: Where, insert: () => Promise<void>) {
  const sql = workspaceSql(tx, { workspaceId })
  await sql`SELECT set_config('rapport.uncounted', 'on', true) FROM "Workspace" WHERE "id" = ${WORKSPACE}`
  await insert()
  await sql`SELECT set_config('rapport.uncounted', '', true) FROM "Workspace" WHERE "id" = ${WORKSPACE}`
}

/** Counts what hangs on these prospects. */
export async function countAnew(tx: Transaction, { workspaceId }: Where, prospectIds: readonly string[]) {
  if (prospectIds.length === 0) return
  await workspaceSql(tx, { workspaceId })`
    SELECT rapport_count_prospects(array_agg("id"))::text FROM "Prospect"
     WHERE "workspaceId" = ${WORKSPACE} AND "id" = ANY (${prospectIds}::text[])`
}

/** Reads the texts of these prospects, and of those the people belong to, so that searches find them. */
export async function readForSearch(
  client: Database | Transaction,
  { workspaceId }: Where,
  { prospectIds, contactIds = [] }: { prospectIds: readonly string[]; contactIds?: readonly string[] },
) {
  if (prospectIds.length === 0 && contactIds.length === 0) return
  await workspaceSql(client, { workspaceId })`
    SELECT rapport_read_prospects(array_agg("id"))::text
      FROM (SELECT p."id" FROM "Prospect" p
             WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ANY (${prospectIds}::text[])
             UNION
            SELECT a."prospectId" FROM "Affiliation" a
             WHERE a."workspaceId" = ${WORKSPACE} AND a."contactId" = ANY (${contactIds}::text[])) t`
}

/** Reads the prospects of a batch that no search finds yet: a worker was killed before it came to them. */
export async function readUnread({ workspaceId, batchId }: Where & { batchId: string }) {
  await workspaceSql(database(), { workspaceId })`
    SELECT rapport_read_prospects(array_agg(p."id"))::text
      FROM "Prospect" p JOIN "ProspectSearch" s ON s."prospectId" = p."id" AND s."names" = ''
     WHERE p."workspaceId" = ${WORKSPACE} AND p."importBatchId" = ${batchId} AND p."deletedAt" IS NULL`
}
