import { WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { whatIsThere } from './empty-workspace-queries.ts'

type Told = {
  rows?: Record<string, number>
  brokenChains?: number
  exportedAt?: string
  from?: string
}

/** How bringing a whole workspace in stands: what is in the way, and what became of the last file. */
export async function getWorkspaceImport(scope: WorkspaceScope) {
  authorizeToSee(scope, 'workspace.import')
  const { workspaceId } = scope
  const last = await database().importBatch.findFirst({
    where: { workspaceId, kind: 'workspace' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      state: true,
      fileName: true,
      done: true,
      total: true,
      failure: true,
      counts: true,
      appliedAt: true,
    },
  })
  const inTheWay = await whatIsThere(database(), workspaceId)
  if (!last) return { inTheWay, last: null }
  const { rows = {}, brokenChains = 0, exportedAt, from } = last.counts as Told
  const brought = WORKSPACE_TABLES.flatMap(({ model, what }) => {
    const count = rows[model] ?? 0
    return count > 0 && model !== 'Workspace' ? [{ what, count }] : []
  })
  return { inTheWay, last: { ...last, brought, brokenChains, exportedAt, from } }
}
