import { notFound, redirect } from 'next/navigation'
import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { findKeptId } from './merge-lock-queries.ts'

/**
 * What a page's query found; where that one was merged into another, on to the other's page; else the 404 page. Not a
 * permanent redirect: the two may be parted again.
 *
 * @param under which of its pages this is, such as "/edit"
 */
export async function foundOrMoved<T>(
  query: Promise<T>,
  scope: WorkspaceScope,
  kind: MergeKind,
  id: string,
  under: `/${string}` | '' = '',
): Promise<T> {
  try {
    return await query
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
  }
  const keptId = await findKeptId(database(), scope, kind, id)
  if (keptId) redirect(`/w/${scope.workspaceSlug}/${kind}s/${keptId}${under}`)
  notFound()
}
