import type { Failure, Redirect } from './page-observation.ts'
import type { StandIn } from './stand-in.ts'
import type { TargetTrouble } from './target-trouble.ts'

export type LinkElement = 'a' | 'area' | 'svg-a' | 'noscript-a' | 'shadow-a'

/**
 * What one look found: every fact is true, false, a value, or null for "cannot tell". False is a claim and must be
 * certain. Plain JSON.
 *
 * Of a page that was cut (`truncated`) only what more of it could not change is told. A link that came is there
 * (`linked`, `linkedDirectly`, `viaRedirect`, `targetUrlLinked` may be true, never false), a name that came is said
 * (`mentioned`), a rule that came holds (`noindex`, `pageNofollow`, and with it `followed: false`). `linkCount` and
 * `hidden` are null, for more may come, and a style sheet with it. So is `followed: true`: a rule against it may still
 * come. `matchedHref`, `resolvedUrl`, `redirectTo`, `element` and `rel` are those of the best link among the ones that
 * came; further down there may be a better one, except where the first link of all may already be followed. Only then,
 * or where no better one could change them, are `exactUrl` and `crawlable` told. `anchorText` is null where the cut
 * falls into the link; `context` and `mentionContext` end where the page does. Not thought of is what would leave nothing
 * to say: a style sheet or a shadow root behind the cut that takes a name from sight, and text behind it that a browser
 * puts in front of a table.
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
  /** Our own agent could not read robots.txt, and so did not open the page. Not kept by looks of before. */
  robotsUnavailable?: boolean
  gone: boolean | null
  soft404: boolean | null
  /** What came in the page's place, where it plainly is something else. Not kept by looks of before. */
  instead?: StandIn | null
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
  /** What is certainly wrong with that page. Not kept by looks of before. */
  targetTrouble?: TargetTrouble | null
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
