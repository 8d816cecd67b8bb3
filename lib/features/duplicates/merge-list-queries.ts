import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type ChildTable, childWords } from './merge-children.ts'
import type { MergeRecord } from './merge-record.ts'

export const MERGES_PER_PAGE = 50

/** What was merged into this one and is not parted, newest first. */
export async function listMergesInto(scope: WorkspaceScope, kind: MergeKind, keptId: string) {
  authorizeToSee(scope, 'prospects.read')
  return database().merge.findMany({
    where: { workspaceId: scope.workspaceId, kind, keptId, undoneAt: null },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MERGES_PER_PAGE,
    select: { id: true, goneName: true, at: true, by: { select: { name: true } } },
  })
}

/** One page of all merges, newest first, with what became of those that were parted. */
export async function listMerges(scope: WorkspaceScope, { page = 1 }: { page?: number } = {}) {
  authorizeToSee(scope, 'prospects.read')
  const where = { workspaceId: scope.workspaceId }
  const rows = await database().merge.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * MERGES_PER_PAGE,
    take: MERGES_PER_PAGE + 1,
    include: { by: { select: { name: true } }, undoneBy: { select: { name: true } } },
  })
  const merges = rows.slice(0, MERGES_PER_PAGE).map(({ before, ...merge }) => ({
    ...merge,
    kind: merge.kind as MergeKind,
    words: merge.undoneAt ? outcomeWords(merge, before as unknown as MergeRecord) : [],
  }))
  return { merges, page, hasMore: rows.length > MERGES_PER_PAGE }
}

/** What parting two left as it was since the merge, in sentences. */
function outcomeWords({ kind, keptName }: { kind: string; keptName: string }, record: MergeRecord): string[] {
  const { edited = [], added = {}, elsewhere = 0 } = record.outcome ?? {}
  const counted = (Object.entries(added) as [ChildTable, number][]).map(([name, count]) =>
    childWords(kind as MergeKind, name, count),
  )
  return [
    ...(edited.length > 0 ? [`Edited since, and kept: ${edited.join(', ')}.`] : []),
    ...(counted.length > 0 ? [`Added since, and still with ${keptName}: ${counted.join(', ')}.`] : []),
    ...(elsewhere > 0
      ? [
          `${elsewhere} ${elsewhere === 1 ? 'thing has' : 'things have'} moved on since and stay where they are.`,
        ]
      : []),
  ]
}
