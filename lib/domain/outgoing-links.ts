import type { PageRecord } from './link-check/page-record.ts'
import { isHttp } from './link-check/target-match.ts'
import { outletKeyOf } from './outlet-key.ts'

/** What a page links to outside its own outlet. Counts are of links; one that says both nofollow and ugc counts in both. */
export type OutgoingLinks = {
  /** Whether only the article was counted, or all of the page because nobody can tell where the article is. */
  within: 'article' | 'page'
  /** Links that lead to another outlet. */
  out: number
  /** Those without nofollow, sponsored or ugc. */
  followed: number
  nofollow: number
  sponsored: number
  ugc: number
  /** Different outlets they lead to, and those that a followed link leads to. */
  domains: number
  followedDomains: number
  /** The outlets linked to most. */
  most: { domain: string; links: number; followed: number }[]
}

type Links = readonly Pick<PageRecord['links'][number], 'href' | 'rel' | 'element'>[]
type PageWords = {
  /** What relative addresses are relative to. */
  base: string
  /** Whose links within itself are none of these. */
  pageUrl: string
  within: OutgoingLinks['within']
  /** The page itself says nofollow, for every link on it. */
  pageNofollow?: boolean
}

const LINKS_READ_MAX = 20_000
const DOMAINS_KEPT = 25
const CLICKABLE = new Set(['a', 'noscript-a', 'shadow-a', 'area'])
/** "Share this" is no recommendation of the platform it leads to. */
const SHARES =
  /^(?:(?:twitter|x)\.com\/(?:intent|share|home\?status)|facebook\.com\/(?:sharer|share\.php|dialog)|pinterest\.[a-z.]+\/pin\/create|linkedin\.com\/(?:share|sharing|cws\/share)|reddit\.com\/submit|(?:t\.me|telegram\.me)\/share|wa\.me\/\?|api\.whatsapp\.com\/send|getpocket\.com\/(?:save|edit)|news\.ycombinator\.com\/submitlink|tumblr\.com\/(?:widgets\/)?share|bsky\.app\/intent|threads\.net\/intent|buffer\.com\/add|mix\.com\/add)/i

/** Counts the links of a page that lead elsewhere, by whose they are and how they are marked. */
export function outgoingLinksOf(
  links: Links,
  { base, pageUrl, within, pageNofollow }: PageWords,
): OutgoingLinks {
  const own = keyOf(new URL(pageUrl))
  const counts = { out: 0, followed: 0, nofollow: 0, sponsored: 0, ugc: 0 }
  const byDomain = new Map<string, { links: number; followed: number }>()
  for (const link of links.slice(0, LINKS_READ_MAX)) {
    if (!CLICKABLE.has(link.element)) continue
    const url = URL.parse(link.href, base)
    if (!url || !isHttp(url) || isShare(url)) continue
    const domain = keyOf(url)
    if (domain === own) continue
    const rel = relOf(link.rel)
    const isFollowed = !pageNofollow && !QUALIFIERS.some((word) => rel.has(word))
    counts.out += 1
    if (isFollowed) counts.followed += 1
    if (pageNofollow || rel.has('nofollow')) counts.nofollow += 1
    if (rel.has('sponsored')) counts.sponsored += 1
    if (rel.has('ugc')) counts.ugc += 1
    const seen = byDomain.get(domain) ?? { links: 0, followed: 0 }
    byDomain.set(domain, { links: seen.links + 1, followed: seen.followed + (isFollowed ? 1 : 0) })
  }
  const domains = [...byDomain].map(([domain, seen]) => ({ domain, ...seen }))
  return {
    within,
    ...counts,
    domains: domains.length,
    followedDomains: domains.filter(({ followed }) => followed > 0).length,
    most: domains.sort((a, b) => b.links - a.links || (a.domain < b.domain ? -1 : 1)).slice(0, DOMAINS_KEPT),
  }
}

/** Reads what was stored of a page's links; null where nothing was, or nothing one can read. */
export function readOutgoingLinks(stored: unknown): OutgoingLinks | null {
  const links = stored as Partial<OutgoingLinks> | null
  if (typeof links !== 'object' || links === null || typeof links.out !== 'number') return null
  const number = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : 0)
  return {
    within: links.within === 'article' ? 'article' : 'page',
    out: number(links.out),
    followed: number(links.followed),
    nofollow: number(links.nofollow),
    sponsored: number(links.sponsored),
    ugc: number(links.ugc),
    domains: number(links.domains),
    followedDomains: number(links.followedDomains),
    most: Array.isArray(links.most) ? links.most.slice(0, DOMAINS_KEPT) : [],
  }
}

const QUALIFIERS = ['nofollow', 'sponsored', 'ugc'] as const

function relOf(rel: string | null): Set<string> {
  return new Set((rel ?? '').toLowerCase().split(/[\t\n\f\r ,]+/))
}

/** The outlet an address belongs to; the host where it belongs to none (a platform's own pages). */
function keyOf(url: URL): string {
  const host = url.hostname.replace(/^www\.(?=[^.]+\.)/, '')
  const outlet = outletKeyOf(url.href)
  return outlet.ok ? outlet.key : host
}

function isShare(url: URL): boolean {
  return SHARES.test(`${url.hostname.replace(/^(?:www|m)\./, '')}${url.pathname}${url.search}`)
}
