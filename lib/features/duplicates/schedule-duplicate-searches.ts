import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import { STANDS } from '../workspaces/standing-workspaces.ts'

const WORKSPACES_AT_ONCE = 200
const HOUR_MS = 60 * 60 * 1000

/** Once a night: a search in every workspace where somebody has written in the book since the last one. */
export async function scheduleDuplicateSearches(now: Date): Promise<{ asked: number }> {
  let asked = 0
  let after = ''
  for (;;) {
    const workspaces = await databaseAcrossWorkspaces().workspace.findMany({
      where: { id: { gt: after }, ...STANDS },
      orderBy: { id: 'asc' },
      take: WORKSPACES_AT_ONCE,
      select: { id: true, duplicateSearch: { select: { seenUntil: true } } },
    })
    for (const { id, duplicateSearch } of workspaces) {
      if (!(await changedSince(id, duplicateSearch?.seenUntil ?? null))) continue
      await inTransaction((tx) =>
        enqueue(tx, 'find-duplicates', { workspaceId: id }, { group: id, startAfter: now }),
      )
      asked += 1
    }
    after = workspaces.at(-1)?.id ?? ''
    if (workspaces.length < WORKSPACES_AT_ONCE) return { asked }
  }
}

/** An hour more, as an import may write rows long after the time it says they were changed. */
async function changedSince(workspaceId: string, seenUntil: Date | null): Promise<boolean> {
  const updatedAt = seenUntil ? { gte: new Date(seenUntil.getTime() - HOUR_MS) } : undefined
  const where = { workspaceId, deletedAt: null, ...(updatedAt ? { updatedAt } : {}) }
  const db = databaseAcrossWorkspaces()
  return (
    (await db.prospect.findFirst({ where, select: { id: true } })) !== null ||
    (await db.contact.findFirst({ where, select: { id: true } })) !== null
  )
}
