import type { HappeningWhat } from '#lib/domain/notifications/happenings.ts'
import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { ToldThing } from './told-things-queries.ts'

/** Files a member asked for, and mailboxes of theirs that are in trouble now. */
export async function toldHouseThings(
  scope: WorkspaceScope,
  what: HappeningWhat,
  ids: string[],
): Promise<ToldThing[]> {
  switch (what) {
    case 'import':
      return imports(scope, ids)
    case 'export':
      return exports(scope, ids)
    case 'mailbox-reading':
      return mailboxes(scope, ids, false)
    case 'mailbox-sending':
      return mailboxes(scope, ids, true)
    default:
      return []
  }
}

async function imports(scope: WorkspaceScope, ids: string[]): Promise<ToldThing[]> {
  if (!can(scope.role, 'imports.run')) return []
  const rows = await database().importBatch.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, id: { in: ids }, byId: scope.memberId },
      state: { in: ['previewed', 'applied'] },
    },
    select: { id: true, fileName: true, state: true },
  })
  return rows.map(({ id, fileName, state }) => ({
    id,
    line:
      state === 'applied' ? `${fileName} is brought in` : `${fileName} is read: look at it, then bring it in`,
    path: `/imports/${id}`,
  }))
}

async function exports(scope: WorkspaceScope, ids: string[]): Promise<ToldThing[]> {
  if (!can(scope.role, 'workspace.export')) return []
  const rows = await database().workspaceExport.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids }, byId: scope.memberId, state: 'ready' },
    select: { id: true, fileName: true },
  })
  return rows.map(({ id, fileName }) => ({
    id,
    line: `${fileName} can be downloaded`,
    path: '/settings/export',
  }))
}

async function mailboxes(scope: WorkspaceScope, ids: string[], isHeld: boolean): Promise<ToldThing[]> {
  const rows = await database().mailbox.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, id: { in: ids }, ownerId: scope.memberId },
      state: { in: ['connected', 'reconnect-needed'] },
      ...(isHeld ? { sendingHeldAt: { not: null } } : { failedAt: { not: null } }),
    },
    select: { id: true, address: true, state: true },
  })
  return rows.map(({ id, address, state }) => ({
    id,
    line: isHeld
      ? `${address} sends nothing until you say so: other servers refused its mail`
      : state === 'reconnect-needed'
        ? `${address} wants its password again`
        : `${address} does not work at the moment`,
    path: `/settings/mailboxes/${id}`,
  }))
}
