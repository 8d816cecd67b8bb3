import { OUTLET_WARNING_KINDS, type OutletWarning } from '#lib/domain/outlet-warnings.ts'
import type { AnnouncedFeed } from '#lib/server/fetching/outlet-text.ts'

export type OutletFacts = {
  /** Pages that were opened, the homepage first; with why, where one did not come. */
  pages: { url: string; role: 'home' | 'offer'; failure: string | null }[]
  warnings: OutletWarning[]
  /** As the homepage announces them. */
  feeds: AnnouncedFeed[]
  /** Of the homepage: links to other sites, and how many of those sites a followed link leads to. */
  homeLinks: { out: number; followedDomains: number }
}

const NOTHING: OutletFacts = { pages: [], warnings: [], feeds: [], homeLinks: { out: 0, followedDomains: 0 } }

/** What a look stored, whatever version of us stored it. */
export function readOutletFacts(stored: unknown): OutletFacts {
  const facts = (stored ?? {}) as Partial<OutletFacts>
  return {
    pages: Array.isArray(facts.pages) ? facts.pages : NOTHING.pages,
    warnings: Array.isArray(facts.warnings)
      ? facts.warnings.filter(({ kind }) => OUTLET_WARNING_KINDS.includes(kind))
      : NOTHING.warnings,
    feeds: Array.isArray(facts.feeds) ? facts.feeds : NOTHING.feeds,
    homeLinks: facts.homeLinks ?? NOTHING.homeLinks,
  }
}
