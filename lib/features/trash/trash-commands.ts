import { randomUUID } from 'node:crypto'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, isTaken } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { TRASH_WRITES, takeAway } from './trash-children.ts'
import { TRASH_DAYS, type TrashEntryKind, type TrashKind } from './trash-kinds.ts'
import { pathOf, putBack } from './trash-put-back.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Moves a thing and the children that make no sense without it to the trash, for 30 days. This is *the* undo.
 *
 * @throws NotFound when it is not there (or already in the trash)
 * @throws Refusal when something alive still stands on it
 */
export async function moveToTrash(
  scope: WorkspaceScope,
  kind: TrashKind,
  itemId: string,
): Promise<{ trashId: string }> {
  authorize(scope, TRASH_WRITES[kind])
  return layInTrash(scope, kind, itemId)
}

/**
 * A page found in somebody's feed is not about us, says whoever reviews: it goes to the trash, and no feed brings it back.
 * A second click finds it there.
 *
 * @throws NotFound; Refusal when somebody has confirmed it meanwhile
 */
export async function sayNotAboutUs(scope: WorkspaceScope, { mentionId }: { mentionId: string }) {
  authorize(scope, 'outcomes.review')
  const mention = await database().mention.findFirst({
    where: { workspaceId: scope.workspaceId, id: mentionId, foundBy: 'feed' },
    select: { url: true, deletedAt: true, reviewSince: true },
  })
  if (!mention) throw new NotFound()
  const host = URL.parse(mention.url)?.hostname ?? mention.url
  if (mention.deletedAt !== null) return { host }
  if (mention.reviewSince === null)
    throw new Refusal(
      'Somebody has confirmed this one meanwhile.',
      'Open the mention; it can still be moved to the trash there.',
    )
  await layInTrash(scope, 'mention', mentionId)
  return { host }
}

async function layInTrash(
  scope: WorkspaceScope,
  kind: TrashKind,
  itemId: string,
): Promise<{ trashId: string }> {
  const trashId = randomUUID()
  await inTransaction(async (tx) => {
    const taken = await takeAway(tx, scope, kind, itemId, trashId)
    if (!taken) throw new NotFound()
    await tx.trashEntry.create({
      data: {
        id: trashId,
        workspaceId: scope.workspaceId,
        kind,
        itemId,
        label: taken.label,
        withIt: taken.withIt,
        at: scope.now,
        byId: scope.memberId,
        purgeAt: new Date(scope.now.getTime() + TRASH_DAYS * DAY_MS),
      },
    })
  })
  return { trashId }
}

/**
 * Puts a thing and the children that went with it back.
 *
 * @returns where it is now, as a path inside the workspace
 * @throws Refusal when its key has been taken meanwhile, or what it stands on is itself in the trash
 */
export async function restoreFromTrash(scope: WorkspaceScope, trashId: string): Promise<{ path: string }> {
  authorize(scope, 'trash.restore')
  try {
    return await inTransaction(async (tx) => {
      const { workspaceId } = scope
      const entry = await tx.trashEntry.findFirst({ where: { workspaceId, id: trashId } })
      if (!entry) throw new NotFound()
      const kind = entry.kind as TrashEntryKind
      authorize(scope, TRASH_WRITES[kind])
      const { count } = await tx.trashEntry.deleteMany({ where: { workspaceId, id: trashId } })
      if (count === 0) throw new NotFound()
      await putBack(tx, scope, trashId)
      return { path: await pathOf(tx, scope, kind, entry.itemId) }
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal(
      'The same one has been added again meanwhile.',
      'Move the newer one to the trash first, then restore this one.',
    )
  }
}
