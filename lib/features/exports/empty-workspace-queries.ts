import { WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import type { Database, Transaction } from '#lib/server/database.ts'
import { clientOf } from './workspace-rows.ts'

/** People and invitations may be there before everything else is brought in. */
const MAY_BE_THERE: ReadonlySet<string> = new Set(['Workspace', 'Member'])

/** What stands in the way of bringing a whole workspace in: "prospects"; null where nothing does. */
export async function whatIsThere(
  client: Database | Transaction,
  workspaceId: string,
): Promise<string | null> {
  for (const { model, what } of WORKSPACE_TABLES) {
    if (MAY_BE_THERE.has(model)) continue
    const ofRows = model === 'ImportBatch' ? { kind: 'rows' } : {}
    if (await clientOf(client, model).findFirst({ where: { workspaceId, ...ofRows } })) return what
  }
  return null
}
