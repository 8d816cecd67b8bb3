import type { Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'

const ROWS_AT_ONCE = 2_000

/**
 * Asks for one look at each of these mentions of this workspace, as a check of many does, in the caller's transaction. It does
 * not wait for a check that is under way: both come to their end. Mentions that wait in a check for the same already, and those
 * in the trash, are left out.
 *
 * @param words what it is for, as the list of checks shows it
 * @returns how many looks were asked for
 */
export async function freshenLooks(
  tx: Transaction,
  { workspaceId, memberId: askedById, now: at }: WorkspaceScope,
  { mentionIds, words }: { mentionIds: readonly string[]; words: string },
): Promise<number> {
  await lockWorkspace(tx, workspaceId)
  const mentions = await tx.mention.findMany({
    where: {
      ...{ workspaceId, id: { in: [...mentionIds] }, deletedAt: null },
      runItems: { none: { workspaceId, state: 'waiting', run: { state: 'running' } } },
    },
    select: { id: true },
  })
  if (mentions.length === 0) return 0
  const { id: runId } = await tx.checkRun.create({
    data: { workspaceId, askedById, words, total: mentions.length, state: 'running', at },
    select: { id: true },
  })
  for (let from = 0; from < mentions.length; from += ROWS_AT_ONCE) {
    const some = mentions.slice(from, from + ROWS_AT_ONCE)
    await tx.checkRunItem.createMany({
      data: some.map(({ id: mentionId }) => ({ workspaceId, runId, mentionId, state: 'waiting' })),
    })
  }
  await enqueue(tx, 'schedule-due-looks', {})
  return mentions.length
}
