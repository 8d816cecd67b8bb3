import { observationOf } from '#lib/domain/link-check/judge-saved-page.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { databaseAcrossWorkspaces } from './database.ts'

/**
 * The demo's pages. Names that end in .example belong to nobody (RFC 2606), so for them a saved copy stands in for the
 * network; without one it is as with any name that does not exist. Null for every other address.
 */
export async function lookAtSavedPage(url: string, now: Date): Promise<PageObservation | null> {
  if (!new URL(url).hostname.endsWith('.example')) return null
  const page = await findSavedPage(url)
  const seen = observationOf({
    url,
    html: page?.html ?? '',
    status: page?.status,
    headers: page?.headers as Record<string, string> | undefined,
    savedAt: now.toISOString(),
  })
  return page
    ? seen
    : { ...seen, failure: 'dns', failureDetail: 'no saved copy', status: null, finalUrl: null, headers: [] }
}

/** The saved copy of a page, whatever the spelling of its address; null when there is none. */
export function findSavedPage(url: string) {
  return databaseAcrossWorkspaces().savedPage.findFirst({ where: { url: { in: spellingsOf(url) } } })
}

/** With and without a slash at the end, and without a fragment. */
function spellingsOf(url: string): string[] {
  const plain = url.replace(/#.*$/s, '')
  return [plain, plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`]
}
