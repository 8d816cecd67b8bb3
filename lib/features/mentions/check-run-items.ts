import { database, type Transaction } from '#lib/server/database.ts'

type Item = { workspaceId: string; runId: string; mentionId: string }

/**
 * Marks a run's mention as looked at, in the transaction that writes the look.
 *
 * @returns the run to write into the look; null where it waits for none: the run was stopped meanwhile, or has its look
 */
export async function takeRunItem(tx: Transaction, item: Item): Promise<string | null> {
  const { count } = await tx.checkRunItem.updateMany({
    where: { ...item, state: 'waiting' },
    data: { state: 'done' },
  })
  return count > 0 ? item.runId : null
}

/** A run is over once nothing of it waits. May be asked as often as one likes; the first time that it is so counts. */
export async function finishCheckRun(
  { workspaceId, runId }: { workspaceId: string; runId: string },
  now: Date,
) {
  await database().checkRun.updateMany({
    where: { workspaceId, id: runId, state: 'running', items: { none: { state: 'waiting' } } },
    data: { state: 'finished', endedAt: now },
  })
}
