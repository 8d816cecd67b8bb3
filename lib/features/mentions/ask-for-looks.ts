import { inTransaction } from '#lib/server/database.ts'
import { enqueueAll } from '#lib/server/jobs.ts'
import { countLooks, takeLooks } from './look-budget.ts'
import { LOOK_PRIORITIES, lookMayBeAskedFor } from './look-requests.ts'
import { hostOf, isDemoAddress } from './mention-question.ts'

type Batch = {
  workspaceId: string
  mentions: readonly { id: string; url: string }[]
  /** The check of many that asks; left out where it is the clock. */
  runId?: string
  /** false where these looks were counted before: they were asked for and never came, or are taken over. */
  isCounted: boolean
  /** Looks set out within this time, so that nobody's server sees them all at once. */
  spreadOverMs?: number
}

/**
 * Asks for looks at many mentions of one workspace: what the hour allows of them, in one transaction with their jobs.
 * Beside another scheduler each is asked for once. Demo pages do not count.
 *
 * @returns how many were asked for
 */
export async function askForLooks(batch: Batch, now: Date): Promise<number> {
  const { workspaceId, mentions, runId, isCounted, spreadOverMs = 0 } = batch
  if (mentions.length === 0) return 0
  const asker = runId ? 'run' : 'clock'
  return inTransaction(async (tx) => {
    const counted = isCounted ? mentions.filter(({ url }) => !isDemoAddress(url)) : []
    const granted = await takeLooks(tx, now, counted.length)
    const heldBack = new Set(counted.slice(granted).map(({ id }) => id))
    const asked = await tx.mention.updateManyAndReturn({
      where: {
        workspaceId,
        id: { in: mentions.flatMap(({ id }) => (heldBack.has(id) ? [] : [id])) },
        deletedAt: null,
        ...lookMayBeAskedFor(asker, now),
      },
      data: { lookState: 'waiting', lookAskedBy: asker, lookRequestedAt: now },
      select: { id: true, url: true },
    })
    const used = isCounted ? asked.filter(({ url }) => !isDemoAddress(url)).length : 0
    if (used < granted) await countLooks(tx, now, used - granted)
    const jobs = asked.map(({ id: mentionId, url }) => ({
      data: { workspaceId, mentionId, requestedById: null, ...(runId ? { runId } : {}) },
      group: hostOf(url),
      priority: LOOK_PRIORITIES[asker],
      ...(spreadOverMs > 0
        ? { startAfter: new Date(now.getTime() + Math.round(Math.random() * spreadOverMs)) }
        : {}),
    }))
    await enqueueAll(tx, 'look-at-mention', jobs)
    return asked.length
  })
}
