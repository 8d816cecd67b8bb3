import type { Failure, Redirect } from './page-observation.ts'

export type LinkElement = 'a' | 'area' | 'svg-a' | 'noscript-a' | 'shadow-a'

/**
 * What one look found: every fact is true, false, a value, or null for "cannot tell". False is a claim and must be
 * certain. Plain JSON. The meaning of each fact stands in the guide "How Rapport looks at a page".
 */
export type LinkFacts = {
  reachable: boolean
  httpStatus: number | null
  finalUrl: string | null
  redirects: Redirect[]
  failure: Failure | null
  failureDetail: string | null
  transient: boolean | null
  botWall: boolean | null
  /** Who put up the wall, where its marks say so. */
  botWallBy: string | null
  forbiddenByRobots: boolean
  gone: boolean | null
  soft404: boolean | null
  contentType: string | null
  charset: string | null
  bytesRead: number
  truncated: boolean
  /** Script could have written what is missing. */
  scriptRendered: boolean | null
  linked: boolean | null
  linkedDirectly: boolean | null
  viaRedirect: boolean | null
  redirectTo: string | null
  linkCount: number | null
  matchedHref: string | null
  resolvedUrl: string | null
  anchorText: string | null
  context: string | null
  element: LinkElement | null
  exactUrl: boolean | null
  /** Some link, not only the best one, leads to the page hoped for (scheme, "www." and tracking aside). */
  targetUrlLinked: boolean | null
  /** Status of the page of ours the best link leads to, where it was looked at. */
  targetStatus: number | null
  rel: string[] | null
  crawlable: boolean | null
  followed: boolean | null
  hidden: boolean | null
  noindex: boolean | null
  pageNofollow: boolean | null
  canonicalUrl: string | null
  canonicalElsewhere: boolean | null
  googlebotAllowed: boolean | null
  hopGooglebotAllowed: boolean | null
  indexable: boolean | null
  mentioned: boolean | null
  /** The brand that was found, and the words around it. */
  mentionedAs: string | null
  mentionContext: string | null
  lost: boolean | null
}
