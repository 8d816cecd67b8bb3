import type { Prisma } from '#lib/generated/prisma/client.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import { lookIsOverdue, lookMayBeAskedFor } from './look-requests.ts'
import { hostOf, isDemoAddress } from './mention-question.ts'

const BATCH = 200
/** Looks that fall due together set out over this time, so that nobody's server sees them all at once. */
const SPREAD_OVER_MS = 8 * 60 * 1000

/**
 * Asks for the looks the clock is due for, across all workspaces, and again for those that were asked for long ago and
 * never came. May run twice, or beside another worker: each mention is asked for once. Demo pages, mentions in the trash
 * and those of a Site in the trash are left alone.
 */
export async function scheduleDueLooks(now: Date): Promise<{ asked: number }> {
  let asked = 0
  let after: string | undefined
  for (;;) {
    const due = await dueMentions(now, after)
    for (const mention of due) if (await askForLook(mention, now)) asked += 1
    after = due.at(-1)?.id
    if (due.length < BATCH) return { asked }
  }
}

function dueMentions(now: Date, after: string | undefined) {
  return databaseAcrossWorkspaces().mention.findMany({
    where: { ...isDue(now), ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true, workspaceId: true, url: true, lookState: true },
  })
}

function isDue(now: Date): Prisma.MentionWhereInput {
  return {
    deletedAt: null,
    site: { deletedAt: null },
    OR: [{ nextLookAt: { lte: now }, lookState: 'idle' }, lookIsOverdue(now)],
  }
}

type Due = { id: string; workspaceId: string; url: string; lookState: string }

async function askForLook({ id, workspaceId, url, lookState }: Due, now: Date): Promise<boolean> {
  if (isDemoAddress(url) && lookState === 'idle') return false
  return inTransaction(async (tx) => {
    const { count } = await tx.mention.updateMany({
      where: { id, workspaceId, deletedAt: null, ...lookMayBeAskedFor(now) },
      data: { lookState: 'waiting', lookRequestedAt: now },
    })
    if (count === 0) return false
    const startAfter = new Date(now.getTime() + Math.round(Math.random() * SPREAD_OVER_MS))
    await enqueue(
      tx,
      'look-at-mention',
      { workspaceId, mentionId: id, requestedById: null },
      { group: hostOf(url), startAfter },
    )
    return true
  })
}
