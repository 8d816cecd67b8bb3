import { carriedAddresses } from './carried-addresses.ts'
import type { LinkQuestion } from './link-question.ts'
import { isOnHost, PLAIN_SITES, REDIRECTING_PARTS, REDIRECTORS } from './redirectors.ts'
import { pageAddress, targetMatcher } from './target-match.ts'

/** From here on a link looks so much like a redirector that the answer stays open where it could not be followed. */
export const LOOKS_LIKE_REDIRECTOR = 2

/** Segments of a path that say "this leads on", at its beginning. */
const REDIRECTING_PATH =
  /^\/(?:[a-z]{2}\/)?(?:go|goto|out|outbound|exit|leave|away|link|links|redirect|redir|visit|refer|recommend|recommends|likes|get|aff|affiliate|partner|click|clk|track|jump|url|external|deal|offer|shop-now|buy)(?:\.php|\/|$)/i
/** Others that do so on the site's own pages; elsewhere they are too common to say it. */
const OWN_REDIRECTING_PATH =
  /(?:^|\/)(?:go|goto|out|outbound|exit|leave|away|link|links|redirect|redir|r|rd|l|to|visit|refer|ref|recommend|recommends|likes|get|aff|affiliate|partner|click|clk|track|jump|url|external|deal|offer|shop-now|buy)(?:\.php|\/|$)/i
const SHORT_PATH = /^\/[A-Za-z0-9_-]{1,24}\/?$/
/** What a marked link on one's own site is besides a pretty link: something to do. */
const ACTION =
  /(?:^|[/_.-])(?:log-?(?:in|out)|sign-?(?:in|out|up)|register|wp-admin|admin|cart|basket|checkout|unsubscribe|delete|remove|reply|respond|print|edit|vote|report|search|feed|rss|tag|tags|category|author|page)(?:[/_.-]|$)|[?&](?:add-to-cart|replytocom|share|print|s)=/i

/** How much a link that is not on a target looks like a redirector to it. `rel`: its own rel tokens, in lower case. */
export type HopLikelihood = (url: URL, rel: readonly string[]) => number

/**
 * Tells of the links of one page how much each looks like a redirector: 3 it carries an address on a target within
 * itself, 2 it is a known redirector, its path says so, it carries another address, or it is a paid link within the
 * site; 1 to 2 it leads to another host, or is a marked link within the site; 0 it is a plain link within the site, or
 * one to a place that passes nobody on: social networks, search engines, archives.
 */
export function hopLikelihoods(
  question: Pick<LinkQuestion, 'targets' | 'brands'>,
  pageUrl: string,
): HopLikelihood {
  const page = URL.parse(pageUrl)
  const pageKey = page && pageAddress(page)
  const isTarget = targetMatcher(question.targets)
  const slugs = (question.brands ?? []).map(slugOf).filter((slug) => slug.length > 2)
  return (url, rel) => {
    const host = url.hostname.replace(/^www\./, '')
    const isRedirector = isOnHost(host, REDIRECTORS) || redirectsAt(host, url.pathname)
    if (!isRedirector && isOnHost(host, PLAIN_SITES)) return 0
    const carried = carriedAddresses(url)
    if (carried.some(isTarget)) return 3
    // A link that carries the page's own address shares or returns to the page.
    const isForOther = ({ hostname }: URL) => hostname !== page?.hostname && hostname !== url.hostname
    if (isRedirector || carried.some(isForOther)) return 2
    if (url.hostname !== page?.hostname) {
      if (REDIRECTING_PATH.test(url.pathname)) return 2
      return SHORT_PATH.test(url.pathname) || namesBrand(url, slugs) ? 1.5 : 1
    }
    // A blog's own pretty links: by their path, by their mark, or by the brand in them ("/acme", "/gear/acme-kit").
    const isPaid = rel.includes('sponsored')
    if ((url.pathname === page.pathname && !isPaid) || pageAddress(url) === pageKey) return 0
    if (isPaid || OWN_REDIRECTING_PATH.test(url.pathname)) return 2
    const isMarked = rel.includes('nofollow') && !ACTION.test(url.pathname + url.search)
    return isMarked || namesBrand(url, slugs) ? 1 : 0
  }
}

function redirectsAt(host: string, path: string): boolean {
  return REDIRECTING_PARTS.some(({ hosts, paths }) => paths.test(path) && isOnHost(host, hosts))
}

function namesBrand(url: URL, slugs: readonly string[]): boolean {
  if (slugs.length === 0) return false
  const segments = decoded(url.pathname).split('/').map(slugOf)
  return slugs.some((slug) => segments.some((segment) => segment === slug || segment.startsWith(`${slug}-`)))
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
