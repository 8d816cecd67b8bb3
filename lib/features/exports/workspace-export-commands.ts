import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { getWorkspaceExportFile } from './workspace-export-queries.ts'
import { WITH_PAGES } from './write-workspace-zip.ts'

/** What nobody has written to its end by then, nobody is writing any more. */
const GIVEN_UP_AFTER_MS = 3 * 3_600_000

/** Has the whole workspace written to a file, in the background. @throws Refusal while one is being written */
export async function askForWorkspaceZip(scope: WorkspaceScope, { withPages }: { withPages: boolean }) {
  authorize(scope, 'workspace.export')
  const { workspaceId, workspaceSlug, memberId: byId, now: at } = scope
  return inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const since = new Date(at.getTime() - GIVEN_UP_AFTER_MS)
    const other = await tx.workspaceExport.findFirst({
      where: { workspaceId, state: { in: ['waiting', 'writing'] }, at: { gt: since } },
      select: { id: true },
    })
    if (other) throw new Refusal('A file is being written already.', 'Wait until it is done.')
    const kind = withPages ? WITH_PAGES : 'workspace'
    const fileName = `${workspaceSlug}-${at.toISOString().slice(0, 10)}.zip`
    const { id: exportId } = await tx.workspaceExport.create({
      data: { workspaceId, kind, state: 'waiting', fileName, byId, at },
      select: { id: true },
    })
    await enqueue(tx, 'write-workspace-zip', { workspaceId, exportId })
    const details = { exportId, withPages }
    await recordAudit(tx, scope, 'export.workspace', { objectId: workspaceId, details })
    return { exportId }
  })
}

/** A finished file, for somebody who takes it with them. @throws NotFound also when its days are over */
export async function fetchWorkspaceZip(scope: WorkspaceScope, exportId: string) {
  const file = await getWorkspaceExportFile(scope, exportId)
  const thing = { objectId: scope.workspaceId, details: { exportId } }
  await inTransaction((tx) => recordAudit(tx, scope, 'export.workspace-fetched', thing))
  return file
}
