import { NotFound } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { mentionKeyOf } from '../mentions/mention-key.ts'
import { hostOf, isDemoAddress } from '../mentions/mention-question.ts'
import type { AddFeedInput } from './feed-schema.ts'

/** A search or look that has not come back by then may be asked for again by hand. */
export const STUCK_AFTER_MS = 2 * 60 * 1000
/** One that the clock asked for and that never came is asked for again after this. */
export const ASK_AGAIN_AFTER_MS = 60 * 60 * 1000

/**
 * Puts a prospect's new posts on the reading list. Where no feed of theirs is known, their site is searched for one; asked
 * for again, it is searched again.
 *
 * @throws NotFound
 */
export async function followProspect(scope: WorkspaceScope, { prospectId }: { prospectId: string }) {
  authorize(scope, 'prospects.write')
  await inTransaction(async (tx) => {
    const { homepage } = await startFollowing(tx, scope, prospectId)
    if (await wakeFeeds(tx, scope, prospectId)) return
    await searchSite(tx, scope, prospectId, homepage)
  })
}

/** Their posts are no longer shown and their feeds rest. What was read stays read. @throws NotFound */
export async function unfollowProspect(scope: WorkspaceScope, { prospectId }: { prospectId: string }) {
  authorize(scope, 'prospects.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.prospect.updateMany({
      where: { workspaceId, id: prospectId, deletedAt: null },
      data: { followedAt: null, feedSearch: null, updatedAt: now },
    })
    if (count === 0) throw new NotFound()
    await tx.feed.updateMany({ where: { workspaceId, prospectId }, data: { nextLookAt: null } })
  })
}

/** Takes a feed's address from a person, and follows its prospect. The same address twice is one feed. @throws NotFound */
export async function addFeed(
  scope: WorkspaceScope,
  { prospectId, url }: AddFeedInput,
): Promise<{ feedId: string }> {
  authorize(scope, 'prospects.write')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    await startFollowing(tx, scope, prospectId)
    const urlKey = mentionKeyOf(url)
    const asked = {
      url,
      state: 'waiting',
      failure: null,
      failedInRow: 0,
      deletedAt: null,
      nextLookAt: askAgainAt(url, now),
    }
    const feed = await tx.feed.upsert({
      where: { workspaceId_prospectId_urlKey: { workspaceId, prospectId, urlKey } },
      create: { workspaceId, prospectId, urlKey, kind: 'unknown', createdAt: now, ...asked },
      update: asked,
      select: { id: true },
    })
    await askForFeed(tx, { id: feed.id, workspaceId, url })
    return { feedId: feed.id }
  })
}

/** Forgets a feed. Its posts leave the list; they are kept, should the same feed be given again. @throws NotFound */
export async function removeFeed(scope: WorkspaceScope, { feedId }: { feedId: string }) {
  authorize(scope, 'prospects.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.feed.updateMany({
      where: { workspaceId, id: feedId, deletedAt: null },
      data: { deletedAt: now, nextLookAt: null, state: 'idle' },
    })
    if (count === 0) throw new NotFound()
  })
}

/** Within the transaction of the feed's row. */
export async function askForFeed(
  tx: Transaction,
  { id, workspaceId, url }: { id: string; workspaceId: string; url: string },
) {
  await enqueue(tx, 'look-at-feed', { workspaceId, feedId: id }, { group: hostOf(url) })
}

/** Demo pages are saved copies, which the clock leaves alone. */
function askAgainAt(url: string, now: Date): Date | null {
  return isDemoAddress(url) ? null : new Date(now.getTime() + ASK_AGAIN_AFTER_MS)
}

/** Keeps the day somebody began to follow. */
async function startFollowing(tx: Transaction, { workspaceId, now }: WorkspaceScope, id: string) {
  const prospect = await tx.prospect.findFirst({
    where: { workspaceId, id, deletedAt: null },
    select: { homepage: true },
  })
  if (!prospect) throw new NotFound()
  await tx.prospect.updateMany({
    where: { workspaceId, id, followedAt: null },
    data: { followedAt: now, updatedAt: now },
  })
  return prospect
}

/** Feeds that rested because nobody followed are due now. @returns whether there are any that can be looked at */
async function wakeFeeds(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  prospectId: string,
): Promise<boolean> {
  const alive = { workspaceId, prospectId, deletedAt: null, state: { not: 'gone' } }
  const feeds = await tx.feed.findMany({ where: alive, select: { id: true, url: true, nextLookAt: true } })
  const resting = feeds
    .filter(({ url, nextLookAt }) => nextLookAt === null && !isDemoAddress(url))
    .map(({ id }) => id)
  if (resting.length > 0)
    await tx.feed.updateMany({ where: { ...alive, id: { in: resting } }, data: { nextLookAt: now } })
  return feeds.length > 0
}

/** While a search is on its way, a second click changes nothing. */
async function searchSite(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  prospectId: string,
  homepage: string,
) {
  const { count } = await tx.prospect.updateMany({
    where: {
      workspaceId,
      id: prospectId,
      OR: [
        { feedSearch: null },
        { feedSearch: { notIn: ['waiting', 'looking'] } },
        { feedSearchedAt: { lt: new Date(now.getTime() - STUCK_AFTER_MS) } },
      ],
    },
    data: { feedSearch: 'waiting', feedSearchedAt: now },
  })
  if (count > 0) await enqueue(tx, 'find-feeds', { workspaceId, prospectId }, { group: hostOf(homepage) })
}
