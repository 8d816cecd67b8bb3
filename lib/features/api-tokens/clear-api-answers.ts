import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

/** How long the same idempotency key gets the same answer. */
export const ANSWERS_KEPT_MS = 24 * 60 * 60 * 1000

/** Forgets what programs were answered more than a day ago, in every workspace. May run twice. */
export async function clearApiAnswers(now: Date): Promise<{ removed: number }> {
  const { count } = await databaseAcrossWorkspaces().apiAnswer.deleteMany({
    where: { claimedAt: { lte: new Date(now.getTime() - ANSWERS_KEPT_MS) }, ...OF_STANDING },
  })
  return { removed: count }
}
