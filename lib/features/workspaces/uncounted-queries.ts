import type { Transaction } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

/**
 * Until the transaction ends, the triggers that keep what lists filter by do nothing: everything they would count is going
 * to be removed with it.
 */
export async function leaveUncounted(tx: Transaction, workspaceId: string) {
  await workspaceSql(tx, { workspaceId })`
    SELECT set_config('rapport.uncounted', 'on', true) FROM "Workspace" WHERE "id" = ${WORKSPACE}`
}
