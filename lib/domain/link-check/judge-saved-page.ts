import { examinePage } from './examine-page.ts'
import { LOOKS_LIKE_REDIRECTOR } from './hop-likelihood.ts'
import { judgeWithEvidence, type PageEvidence } from './judge-page.ts'
import type { LinkFacts } from './link-facts.ts'
import type { LinkQuestion } from './link-question.ts'
import { type Verdict, verdictOf } from './link-verdict.ts'
import type { PageObservation } from './page-observation.ts'
import { NO_SURROUNDINGS } from './surroundings.ts'
import { pageAddress } from './target-match.ts'

export type SavedPage = {
  url: string
  html: string
  /** Default: `content-type: text/html; charset=utf-8`. */
  headers?: Record<string, string>
  status?: number
  /** The robots.txt saved with the page; null when the host has none. Left out: not known. */
  robotsTxt?: string | null
  /** When it was saved, ISO 8601: decides whether an `unavailable_after` has passed. */
  savedAt?: string
}

/**
 * Judges a page from its saved HTML, by the same judge as one that was fetched. Nobody follows hops from a saved page:
 * where they were asked for, links that look like redirectors leave the answer open.
 */
export function judgeSavedPage(
  question: LinkQuestion,
  saved: SavedPage,
): { facts: LinkFacts; verdict: Verdict; evidence: PageEvidence } {
  const observation = observationOf(saved)
  const robots =
    saved.robotsTxt === undefined
      ? null
      : { status: saved.robotsTxt === null ? 404 : 200, text: saved.robotsTxt ?? '' }
  const exam = examinePage(question, observation)
  const hopsLeftOut = exam.hopCandidates.some(({ likelihood }) => likelihood >= LOOKS_LIKE_REDIRECTOR)
  const { facts, evidence } = judgeWithEvidence(question, observation, exam, {
    ...NO_SURROUNDINGS,
    robots,
    hopsLeftOut,
  })
  return { facts, verdict: verdictOf(facts, question), evidence }
}

/** A saved page as if it had just been fetched. */
export function observationOf(saved: SavedPage): PageObservation {
  const headers = Object.entries(saved.headers ?? {}).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ])
  if (!headers.some(([name]) => name === 'content-type'))
    headers.push(['content-type', 'text/html; charset=utf-8'])
  return {
    requestedUrl: saved.url,
    fetchedAt: saved.savedAt ?? '1970-01-01T00:00:00.000Z',
    failure: null,
    failureDetail: null,
    status: saved.status ?? 200,
    finalUrl: withoutFragment(saved.url),
    redirects: [],
    headers,
    body: new TextEncoder().encode(saved.html),
    cut: false,
    forbiddenByRobots: false,
  }
}

function withoutFragment(address: string): string {
  const url = URL.parse(address)
  return url ? pageAddress(url) : address
}
