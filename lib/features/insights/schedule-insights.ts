import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { enqueueAll } from '#lib/server/jobs.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

const INSIGHTS_AT_ONCE = 200
const NOT_AGAIN_WITHIN_MS = 10 * 60 * 1000

/**
 * Asks for insights to be looked for in new looks, across all workspaces, those longest ago first. May run twice, or beside
 * another worker: each is asked for once in ten minutes.
 */
export async function scheduleInsights(now: Date): Promise<{ asked: number }> {
  const before = new Date(now.getTime() - NOT_AGAIN_WITHIN_MS)
  const db = databaseAcrossWorkspaces()
  const due = await db.insight.findMany({
    where: { deletedAt: null, ...OF_STANDING, OR: [{ searchedAt: null }, { searchedAt: { lt: before } }] },
    orderBy: [{ searchedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: INSIGHTS_AT_ONCE,
    select: { id: true, workspaceId: true },
  })
  let asked = 0
  for (const [workspaceId, insights] of Map.groupBy(due, (insight) => insight.workspaceId))
    asked += await ask(
      workspaceId,
      insights.map(({ id }) => id),
      { now, before },
    )
  return { asked }
}

/** Who comes second finds nothing due any more. */
function ask(
  workspaceId: string,
  ids: string[],
  { now, before }: { now: Date; before: Date },
): Promise<number> {
  return inTransaction(async (tx) => {
    const asked = await tx.insight.updateManyAndReturn({
      where: {
        ...{ workspaceId, id: { in: ids }, deletedAt: null },
        OR: [{ searchedAt: null }, { searchedAt: { lt: before } }],
      },
      data: { searchedAt: now },
      select: { id: true },
    })
    await enqueueAll(
      tx,
      'tie-insight',
      asked.map(({ id }) => ({ data: { workspaceId, insightId: id } })),
    )
    return asked.length
  })
}
