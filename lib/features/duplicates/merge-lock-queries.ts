import type { MergeKind, MergeRow } from '#lib/domain/duplicates/merge-fields.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

export type LockedRow = MergeRow & {
  id: string
  name: string
  updatedAt: Date
  deletedAt: Date | null
  mergedIntoId: string | null
}

/**
 * Holds both rows until the transaction ends, the smaller id first, so that two people who merge the same pair in opposite
 * directions come one after the other. A child that somebody adds meanwhile waits too: its foreign key needs the row.
 */
export async function lockPair(
  tx: Transaction,
  scope: WorkspaceScope,
  kind: MergeKind,
  ids: readonly [string, string],
): Promise<LockedRow[]> {
  const both = [...ids].sort()
  const sql = workspaceSql<{ id: string }>(tx, scope)
  const held =
    kind === 'prospect'
      ? await sql`
          SELECT "id" FROM "Prospect" WHERE "workspaceId" = ${WORKSPACE} AND "id" = ANY (${both})
           ORDER BY "id" FOR UPDATE`
      : await sql`
          SELECT "id" FROM "Contact" WHERE "workspaceId" = ${WORKSPACE} AND "id" = ANY (${both})
           ORDER BY "id" FOR UPDATE`
  const where = { workspaceId: scope.workspaceId, id: { in: held.map((row) => row.id) } }
  return kind === 'prospect' ? tx.prospect.findMany({ where }) : tx.contact.findMany({ where })
}

/** The row that one merged away is found under now, through any number of merges; null where that is in the trash, or nowhere. */
export async function findKeptId(
  client: Parameters<typeof workspaceSql>[0],
  scope: WorkspaceScope,
  kind: MergeKind,
  goneId: string,
): Promise<string | null> {
  const sql = workspaceSql<{ id: string }>(client, scope)
  const rows =
    kind === 'prospect'
      ? await sql`
          WITH RECURSIVE chain AS (
            SELECT "id", "workspaceId", "mergedIntoId", "deletedAt", 1 AS step FROM "Prospect"
             WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${goneId}
            UNION ALL
            SELECT p."id", p."workspaceId", p."mergedIntoId", p."deletedAt", c.step + 1 FROM chain c
              JOIN "Prospect" p ON p."workspaceId" = c."workspaceId" AND p."id" = c."mergedIntoId"
             WHERE c.step < 50)
          SELECT "id" FROM chain WHERE step > 1 AND "deletedAt" IS NULL`
      : await sql`
          WITH RECURSIVE chain AS (
            SELECT "id", "workspaceId", "mergedIntoId", "deletedAt", 1 AS step FROM "Contact"
             WHERE "workspaceId" = ${WORKSPACE} AND "id" = ${goneId}
            UNION ALL
            SELECT p."id", p."workspaceId", p."mergedIntoId", p."deletedAt", c.step + 1 FROM chain c
              JOIN "Contact" p ON p."workspaceId" = c."workspaceId" AND p."id" = c."mergedIntoId"
             WHERE c.step < 50)
          SELECT "id" FROM chain WHERE step > 1 AND "deletedAt" IS NULL`
  return rows[0]?.id ?? null
}
