import { NotFound } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import type { RawPageDaysInput } from './mention-schema.ts'
import { shortenRawPages } from './raw-page-queries.ts'

/** For how many days pages are kept as they came. Fewer days count for what is kept already, too. @throws NotFound */
export async function changeRawPageDays(scope: WorkspaceScope, { rawPageDays }: RawPageDaysInput) {
  authorize(scope, 'evidence.manage')
  await inTransaction(async (tx) => {
    const { count } = await tx.workspace.updateMany({
      where: { id: scope.workspaceId },
      data: { rawPageDays },
    })
    if (count === 0) throw new NotFound()
    await shortenRawPages(tx, scope, rawPageDays)
    const details = { settings: ['rawPageDays'] }
    await recordAudit(tx, scope, 'settings.retention', { objectId: scope.workspaceId, details })
  })
}
