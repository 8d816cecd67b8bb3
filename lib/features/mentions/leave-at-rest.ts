import { database } from '#lib/server/database.ts'
import { isAtRest } from '#lib/server/host-rests.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { lookMayBeAnswered } from './look-requests.ts'
import { hostOf } from './mention-question.ts'

/**
 * Puts a look back that nobody waits for before the screen, where its host has asked to be left alone: the clock asks for
 * it again when that time is over. A person's look goes ahead.
 *
 * @returns whether it was put back
 */
export async function leaveAtRest(job: Jobs['look-at-mention'], now: Date): Promise<boolean> {
  if (job.requestedById !== null) return false
  const { workspaceId, mentionId: id } = job
  const mention = await database().mention.findFirst({ where: { workspaceId, id }, select: { url: true } })
  if (!mention || !(await isAtRest(hostOf(mention.url), now))) return false
  await database().mention.updateMany({
    where: { workspaceId, id, lookState: 'waiting', ...lookMayBeAnswered(job) },
    data: { lookState: 'idle' },
  })
  return true
}
