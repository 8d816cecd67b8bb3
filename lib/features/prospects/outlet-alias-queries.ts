import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'

/**
 * Which prospect each of these outlet keys leads to: its own key, or an alias of it (the key of one merged into it, an
 * address that redirects to it). One query however many keys; a key that leads nowhere is not in the answer. Where a key
 * is both, the prospect that has it as its own wins.
 */
export async function prospectIdsByKeys(
  scope: WorkspaceScope,
  keys: readonly string[],
): Promise<Map<string, string>> {
  authorizeToSee(scope, 'prospects.read')
  if (keys.length === 0) return new Map()
  const wanted = [...new Set(keys)]
  const rows = await workspaceSql<{ key: string; prospectId: string; own: boolean }>(database(), scope)`
    SELECT a."key", a."prospectId", false AS own FROM "OutletAlias" a
      JOIN "Prospect" p ON p."workspaceId" = a."workspaceId" AND p."id" = a."prospectId" AND p."deletedAt" IS NULL
     WHERE a."workspaceId" = ${WORKSPACE} AND a."key" = ANY (${wanted})
    UNION ALL
    SELECT "liveOutletKey", "id", true FROM "Prospect"
     WHERE "workspaceId" = ${WORKSPACE} AND "liveOutletKey" = ANY (${wanted})`
  const own = rows.filter((row) => row.own)
  return new Map([...rows, ...own].map((row) => [row.key, row.prospectId]))
}
