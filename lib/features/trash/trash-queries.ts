import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import type { TrashKind } from './trash-kinds.ts'

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
  return entries.map((entry) => ({ ...entry, kind: entry.kind as TrashKind }))
}

/**
 * Takes the unique keys of trashed rows back with the rows: SQL, because Prisma cannot set one column from another,
 * and a Site may have thousands of mentions.
 */
export async function restoreLiveKeys(tx: Transaction, workspaceId: string, trashId: string) {
  await workspaceSql(tx, { workspaceId })`
    UPDATE "Prospect" SET "deletedAt" = NULL, "trashId" = NULL, "liveOutletKey" = "outletKey"
     WHERE "workspaceId" = ${WORKSPACE} AND "trashId" = ${trashId}`
  await workspaceSql(tx, { workspaceId })`
    UPDATE "Mention" SET "deletedAt" = NULL, "trashId" = NULL, "liveUrlKey" = "urlKey"
     WHERE "workspaceId" = ${WORKSPACE} AND "trashId" = ${trashId}`
}
