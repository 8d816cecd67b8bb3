import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'

/** A look that has not come back by then may be asked for again. */
export const LOOK_STUCK_AFTER_MS = 10 * 60 * 1000
/** Whoever asks again so soon gets the look that was just taken. */
const FRESH_MS = 10 * 60 * 1000

/**
 * Asks for a look at an outlet's homepage and its pages for advertisers and guest writers. While one is on its way, nothing
 * happens.
 *
 * @throws NotFound; Refusal where there is no homepage to open, or one was opened a moment ago
 */
export async function askForOutletLook(scope: WorkspaceScope, { prospectId }: { prospectId: string }) {
  authorize(scope, 'prospects.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const prospect = await tx.prospect.findFirst({
      where: { id: prospectId, workspaceId, deletedAt: null },
      select: { homepage: true, outletLook: { select: { state: true, at: true } } },
    })
    if (!prospect) throw new NotFound()
    if (!URL.canParse(prospect.homepage))
      throw new Refusal('There is no homepage to look at.', 'Add the address of their site first.')
    const { state, at } = prospect.outletLook ?? {}
    if (state === 'done' && at && now.getTime() - at.getTime() < FRESH_MS)
      throw new Refusal('Their pages were looked at a moment ago.', 'Look again later: pages change slowly.')
    await enqueueOutletLook(tx, workspaceId, { prospectId, homepage: prospect.homepage, now })
  })
}

/**
 * Puts a look into the queue, if none is on its way. Part of a command that has asked who may, or of a job.
 *
 * @returns whether a look was put there
 */
export async function enqueueOutletLook(
  tx: Transaction,
  workspaceId: string,
  { prospectId, homepage, now }: { prospectId: string; homepage: string; now: Date },
): Promise<boolean> {
  const asked = { state: 'waiting', requestedAt: now, failure: null, tries: 0, nextTryAt: null }
  const { count } = await tx.outletLook.updateMany({
    where: {
      workspaceId,
      prospectId,
      OR: [
        { state: { in: ['done', 'failed'] } },
        { requestedAt: { lt: new Date(now.getTime() - LOOK_STUCK_AFTER_MS) } },
      ],
    },
    data: asked,
  })
  if (count === 0) {
    const { count: made } = await tx.outletLook.createMany({
      data: [{ workspaceId, prospectId, ...asked }],
      skipDuplicates: true,
    })
    if (made === 0) return false
  }
  await enqueue(tx, 'look-at-outlet', { workspaceId, prospectId }, { group: new URL(homepage).host })
  return true
}
