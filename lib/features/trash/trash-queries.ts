import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import type { TrashEntryKind } from './trash-kinds.ts'

const MOST_SHOWN = 500

/** What lies in the trash, newest first. */
export async function listTrash(scope: WorkspaceScope) {
  authorizeToSee(scope, 'trash.read')
  const entries = await database().trashEntry.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    include: { by: { select: { name: true } } },
  })
  return entries.map((entry) => ({ ...entry, kind: entry.kind as TrashEntryKind }))
}

/**
 * Takes the unique keys of trashed rows back with the rows: SQL, because Prisma cannot set one column from another,
 * and a Site may have thousands of mentions.
 */
export async function restoreLiveKeys(tx: Transaction, workspaceId: string, trashId: string) {
  await workspaceSql(tx, { workspaceId })`
    UPDATE "Prospect" SET "deletedAt" = NULL, "trashId" = NULL, "liveOutletKey" = "outletKey"
     WHERE "workspaceId" = ${WORKSPACE} AND "trashId" = ${trashId} AND "mergedIntoId" IS NULL`
  await workspaceSql(tx, { workspaceId })`
    UPDATE "Mention" SET "deletedAt" = NULL, "trashId" = NULL, "liveUrlKey" = "urlKey"
     WHERE "workspaceId" = ${WORKSPACE} AND "trashId" = ${trashId}`
  await workspaceSql(tx, { workspaceId })`
    UPDATE "Request" SET "deletedAt" = NULL, "trashId" = NULL, "liveTextKey" = "textHash"
     WHERE "workspaceId" = ${WORKSPACE} AND "trashId" = ${trashId}`
  await workspaceSql(tx, { workspaceId })`
    UPDATE "Insight" SET "deletedAt" = NULL, "trashId" = NULL, "liveUrlKey" = "urlKey"
     WHERE "workspaceId" = ${WORKSPACE} AND "trashId" = ${trashId}`
}

/**
 * Those that were merged into these, through any number of merges: they go into the trash with them, and are
 * forgotten with them.
 */
export async function mergedInto(
  tx: Transaction,
  workspaceId: string,
  kind: 'prospect' | 'contact',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const sql = workspaceSql<{ id: string }>(tx, { workspaceId })
  const rows =
    kind === 'prospect'
      ? await sql`
          WITH RECURSIVE gone AS (
            SELECT "id" FROM "Prospect" WHERE "workspaceId" = ${WORKSPACE} AND "mergedIntoId" = ANY (${[...ids]})
            UNION
            SELECT p."id" FROM "Prospect" p JOIN gone g ON p."mergedIntoId" = g."id" AND p."workspaceId" = ${WORKSPACE})
          SELECT "id" FROM gone`
      : await sql`
          WITH RECURSIVE gone AS (
            SELECT "id" FROM "Contact" WHERE "workspaceId" = ${WORKSPACE} AND "mergedIntoId" = ANY (${[...ids]})
            UNION
            SELECT c."id" FROM "Contact" c JOIN gone g ON c."mergedIntoId" = g."id" AND c."workspaceId" = ${WORKSPACE})
          SELECT "id" FROM gone`
  return rows.map((row) => row.id)
}
