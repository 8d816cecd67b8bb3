import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { STANDS } from '../workspaces/standing-workspaces.ts'
import { deleteOldPosts } from './old-post-queries.ts'

const WORKSPACES_AT_ONCE = 200
const BATCHES_A_NIGHT = 400

/**
 * At night: posts of feeds that nobody will look for any more go for good, in every workspace. Which those are, says
 * deleteOldPosts. May run twice, or beside another worker; what one night does not finish, the next one does.
 */
export async function clearFeedPosts(now: Date): Promise<{ removed: number }> {
  const db = databaseAcrossWorkspaces()
  let removed = 0
  let batches = 0
  let after = ''
  for (;;) {
    const workspaces = await db.workspace.findMany({
      where: { id: { gt: after }, feeds: { some: {} }, ...STANDS },
      orderBy: { id: 'asc' },
      take: WORKSPACES_AT_ONCE,
      select: { id: true },
    })
    for (const { id: workspaceId } of workspaces) {
      for (let count = 1; count > 0 && batches < BATCHES_A_NIGHT; batches += 1) {
        count = await deleteOldPosts(database(), { workspaceId, now })
        removed += count
      }
    }
    after = workspaces.at(-1)?.id ?? ''
    if (workspaces.length < WORKSPACES_AT_ONCE) return { removed }
  }
}
