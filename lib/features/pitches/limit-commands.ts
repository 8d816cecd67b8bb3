import { Refusal } from '#lib/domain/refusal.ts'
import { changedLimits, LIMIT_NAMES, type LimitsAsked } from '#lib/domain/workspace-limits.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { limitsAsked } from './pitch-limits.ts'

/** Sets what this workspace allows itself; null: as it is by itself. @throws Refusal when somebody else was faster */
export async function changeLimits(scope: WorkspaceScope, limits: LimitsAsked) {
  authorize(scope, 'limits.change')
  const { workspaceId: id } = scope
  await inTransaction(async (tx) => {
    const { settings: kept } = await tx.workspace.findUniqueOrThrow({
      where: { id },
      select: { settings: true },
    })
    const changed = changedLimits(limitsAsked(kept), limits)
    if (changed.length === 0) return
    const settings = { ...(kept as Prisma.JsonObject) }
    for (const name of LIMIT_NAMES) {
      if (limits[name] === null) delete settings[name]
      else settings[name] = limits[name]
    }
    const { count } = await tx.workspace.updateMany({
      where: { id, settings: { equals: kept as Prisma.InputJsonValue } },
      data: { settings },
    })
    if (count === 0)
      throw new Refusal('Somebody else changed the settings a moment ago.', 'Load this page again.')
    await recordAudit(tx, scope, 'settings.limits', { objectId: id, details: { settings: changed } })
  })
}
