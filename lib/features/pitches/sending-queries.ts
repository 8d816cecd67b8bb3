import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

/**
 * Lets one sending, answer or stop of a workspace be written at a time, until the transaction ends. Cooling-off, the
 * open conversation and the daily cap look at other rows, which two tabs would otherwise read at the same moment.
 */
export async function holdSending(tx: Transaction, scope: WorkspaceScope) {
  await workspaceSql(tx, scope)`
    SELECT pg_advisory_xact_lock(hashtextextended('sending:' || ${WORKSPACE}::text, 0))::text AS held`
}
