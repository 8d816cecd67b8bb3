import { targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { database } from '#lib/server/database.ts'
import type { OpenedImport } from '#lib/server/imports/open-import.ts'
import { type ImportBatchRow, optionsOf } from './import-batch.ts'

/**
 * Whose mentions a file brings: the Site a person chose, the only one there is, or the one that its links lead to.
 * Null where there is none to choose; "asked" where only a person can say.
 */
export async function settleSite(batch: ImportBatchRow, opened: OpenedImport) {
  const { workspaceId } = batch
  if (optionsOf(batch).withoutMentions) return null
  const sites = await database().site.findMany({
    where: { workspaceId, deletedAt: null, ...(batch.siteId ? { id: batch.siteId } : {}) },
    select: { id: true, domains: true },
    orderBy: { name: 'asc' },
  })
  if (sites.length <= 1) return sites[0] ?? null
  if (!opened.columns.some(({ field }) => field?.startsWith('mention.'))) return null
  const targets = opened.columns.flatMap(({ field }, at) =>
    field === 'mention.targetUrl' ? opened.samples.flatMap((row) => URL.parse(row[at] ?? '') ?? []) : [],
  )
  const meant = sites.filter(({ domains }) => {
    const isOurs = targetMatcher(domains.map((domain) => ({ domain, includeSubdomains: true })))
    return targets.some(isOurs)
  })
  return meant.length === 1 && meant[0] ? meant[0] : 'asked'
}
