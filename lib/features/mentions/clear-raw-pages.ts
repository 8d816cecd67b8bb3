import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

const BATCH = 200

/** Removes the kept pages whose days are over, in every workspace. May run twice without harm. */
export async function clearRawPages(now: Date): Promise<{ removed: number }> {
  const db = databaseAcrossWorkspaces()
  let removed = 0
  for (;;) {
    const over = await db.rawPage.findMany({
      where: { keptUntil: { lte: now }, ...OF_STANDING },
      orderBy: { keptUntil: 'asc' },
      take: BATCH,
      select: { id: true },
    })
    const { count } = await db.rawPage.deleteMany({ where: { id: { in: over.map(({ id }) => id) } } })
    removed += count
    if (over.length < BATCH) return { removed }
  }
}
