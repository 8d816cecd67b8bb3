import { type WorkspaceLife, workspaceLife } from '#lib/domain/workspace-deletion.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { enqueue, type Jobs } from '#lib/server/jobs.ts'

/**
 * The one condition under which anything is done for a workspace by a clock: nobody asked for its deletion. Whatever looks
 * across workspaces to find work asks for it; a test goes through all of them.
 */
export const STANDS = { deletionDueAt: null } satisfies Prisma.WorkspaceWhereInput

/** The same, for rows of workspaces. */
export const OF_STANDING = { workspace: STANDS } as const

/** Long enough that a week of waiting is nothing to the queue, short enough that work goes on soon after it is taken back. */
const ASK_AGAIN_AFTER_MS = 30 * 60 * 1000

/** What its owners may still have done: their own copy of everything. */
const DONE_WHILE_LEAVING: ReadonlySet<keyof Jobs> = new Set(['write-workspace-zip'])

/** A workspace that is not there any more is gone as well. */
export async function lifeOfWorkspace(id: string, now: Date): Promise<WorkspaceLife> {
  const workspace = await database().workspace.findUnique({ where: { id }, select: { deletionDueAt: true } })
  return workspace ? workspaceLife(workspace.deletionDueAt, now) : 'gone'
}

type AtHand<Queue extends keyof Jobs> = { queue: Queue; data: Jobs[Queue] | null; group?: string | null }

/**
 * What stands before every job of the queues: one for a workspace that is leaving is put off, and stands in the queue again;
 * one for a workspace that is gone is dropped. Killed in between, it is put off twice: jobs may run twice.
 *
 * @returns whether the job is not to be done now
 */
export async function standsStill<Queue extends keyof Jobs>(
  { queue, data, group }: AtHand<Queue>,
  now: Date,
): Promise<boolean> {
  // What the clock starts carries nothing.
  if (!data || !('workspaceId' in data)) return false
  const life = await lifeOfWorkspace(data.workspaceId, now)
  if (life === 'standing' || (life === 'leaving' && DONE_WHILE_LEAVING.has(queue))) return false
  if (life === 'gone') return true
  const startAfter = new Date(now.getTime() + ASK_AGAIN_AFTER_MS)
  await inTransaction((tx) => enqueue(tx, queue, data, { startAfter, ...(group ? { group } : {}) }))
  return true
}
