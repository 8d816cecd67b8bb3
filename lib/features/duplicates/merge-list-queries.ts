import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import { type ChildTable, childWords } from './merge-children.ts'
import type { MergeRecord } from './merge-record.ts'

export const MERGES_PER_PAGE = 50
const SORT = '-merged'

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
export async function listMerges(scope: WorkspaceScope, list: { after?: string; before?: string } = {}) {
  authorizeToSee(scope, 'prospects.read')
  const place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, SORT, 'time')
  const { rows, before, after } = await pageAt(
    place,
    MERGES_PER_PAGE,
    (beyond) => placesOf(scope, beyond),
    ({ at, id }) => writeCursor(SORT, at, id),
  )
  const found = await database().merge.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: rows.map(({ id }) => id) } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { by: { select: { name: true } }, undoneBy: { select: { name: true } } },
  })
  const merges = found.map(({ before: rowsBefore, ...merge }) => ({
    ...merge,
    kind: merge.kind as MergeKind,
    words: merge.undoneAt ? outcomeWords(merge, rowsBefore as unknown as MergeRecord) : [],
  }))
  return { merges, before, after }
}

function placesOf(scope: WorkspaceScope, place: PagePlace | null) {
  const isBack = place?.way === 'before'
  const beyond = place
    ? Prisma.sql`AND ("at", "id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`} (${place.cursor.value}::timestamptz, ${place.cursor.id})`
    : Prisma.empty
  const direction = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return workspaceSql<{ id: string; at: Date }>(database(), scope)`
    SELECT "id", "at" FROM "Merge" WHERE "workspaceId" = ${WORKSPACE} ${beyond}
     ORDER BY "at" ${direction}, "id" ${direction} LIMIT ${MERGES_PER_PAGE + 1}`
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
