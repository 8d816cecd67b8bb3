import { NotFound } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { countLooks } from './look-budget.ts'
import { LOOK_PRIORITIES } from './look-requests.ts'
import { hostOf, isDemoAddress } from './mention-question.ts'
import type { AcknowledgeOwnPageInput } from './own-page-schema.ts'
import { ASK_AGAIN_AFTER_MS } from './schedule-own-pages.ts'

/** The person has seen that this page of ours is broken, and in which way; another way is still news. @throws NotFound */
export async function acknowledgeOwnPage(
  scope: WorkspaceScope,
  { ownPageId, state }: AcknowledgeOwnPageInput,
) {
  authorize(scope, 'mentions.write')
  const here = { workspaceId: scope.workspaceId, id: ownPageId }
  const { count } = await database().ownPage.updateMany({
    where: { ...here, state },
    data: { seenState: state },
  })
  if (count > 0) return
  const page = await database().ownPage.findFirst({ where: here, select: { id: true } })
  if (!page) throw new NotFound()
}

/** Asks for a look at a page of ours, as one does after putting it right. While one is on its way, nothing changes. @throws NotFound */
export async function lookAtOwnPageNow(scope: WorkspaceScope, { ownPageId }: { ownPageId: string }) {
  authorize(scope, 'mentions.write')
  const { workspaceId, memberId: requestedById, now } = scope
  await inTransaction(async (tx) => {
    const page = await tx.ownPage.findFirst({
      where: { workspaceId, id: ownPageId, site: { deletedAt: null } },
      select: { url: true },
    })
    if (!page) throw new NotFound()
    const looks = isDemoAddress(page.url) ? 0 : 1
    if (looks > 0) await countLooks(tx, now, looks)
    const { count } = await tx.ownPage.updateMany({
      where: { workspaceId, id: ownPageId, OR: [{ lookState: 'idle' }, { nextLookAt: { lte: now } }] },
      data: { lookState: 'waiting', nextLookAt: new Date(now.getTime() + ASK_AGAIN_AFTER_MS) },
    })
    if (count === 0) {
      if (looks > 0) await countLooks(tx, now, -looks)
      return
    }
    await enqueue(
      tx,
      'look-at-own-page',
      { workspaceId, ownPageId, requestedById },
      { group: hostOf(page.url), priority: LOOK_PRIORITIES.person },
    )
  })
}
