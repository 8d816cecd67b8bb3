import { withQueryEncoded } from './encode-query.ts'
import { hopLikelihoods } from './hop-likelihood.ts'
import type { LinkElement } from './link-facts.ts'
import type { LinkQuestion } from './link-question.ts'
import { linkSourceOf } from './link-source.ts'
import { anchorTextOf, contextOf } from './link-words.ts'
import type { PageRecord, RecordedLink } from './page-record.ts'
import { hostsOf, isHttp, pageAddress, samePageAs, targetMatcher } from './target-match.ts'

export type FoundLink = {
  /** Its place among the links of the page. */
  order: number
  element: LinkElement
  href: string
  url: string
  rel: string[]
  /** Null: nobody can say. */
  hidden: boolean | null
  /** Null where the page was cut inside the link. */
  anchorText: string | null
  context: string
  /** Its own source and some of what stands around it; null where its place is not known. */
  html: string | null
  /** Its tag stands behind what Google reads of a page. */
  isBeyondGoogle: boolean | null
  /** An HTML `<a href>`, as Google's link guide asks. */
  crawlable: boolean
  /** nofollow, sponsored or ugc is on it. */
  qualified: boolean
  /** For a link elsewhere: how much it looks like a redirector, 0 to 3. */
  likelihood: number
  /** How many links of the page it stands for: of many to one address elsewhere not all are kept. */
  count: number
}

/** What is known of the page a record was made from. */
export type PageSource = {
  base: string
  pageUrl: string
  charset: string
  markup: string
  /** Only a part of the page is known: a `base` may still come, and the last link may go on. */
  isPart: boolean
  /** What is not ASCII may still turn out to be other letters. */
  lettersAreOpen: boolean
  /** How many characters of the markup Google reads. */
  googleReads: number
}

export type Found = {
  links: FoundLink[]
  /** Whether what is not known of the page yet may make a link to a target of one before the first: of none, of links that are all crawlable, or of any. */
  mayPrecede: 'none' | 'crawlable' | 'any'
  linkCount: number
  leadsToTargetUrl: boolean
  /** All links to one address together. */
  hopCandidates: FoundLink[]
  /** There were more candidates than are kept. */
  hopsLeftOut: boolean
}

/** More than anybody follows, so that whoever follows sees that some were left out. */
const KEPT_ADDRESSES = 80
const KEPT_OF_ONE_ADDRESS = 5
const JUDGED_CANDIDATES = 5_000
const NOT_ASCII = /[^\0-\x7f]/
const QUALIFIERS = new Set(['nofollow', 'sponsored', 'ugc'])

type Place = { link: RecordedLink; order: number; url: URL; rel: string[]; likelihood: number; count: number }

/**
 * The links of a page to the targets, and, when hops are to be followed, those that may lead there. Of the links to the
 * targets the first is kept, and the first that may be followed; all are counted.
 */
export function findLinks(record: PageRecord, question: LinkQuestion, page: PageSource): Found {
  const isTarget = targetMatcher(question.targets)
  const isElsewhere = question.followHops || page.isPart ? () => false : plainlyElsewhere(question, page.base)
  const likelihoodOf = hopLikelihoods(question, page.pageUrl)
  const isTargetUrl = question.targetUrl ? samePageAs(question.targetUrl) : () => false
  const isDoubtful = page.isPart && record.baseHref === null
  const links: Place[] = []
  const candidates = new Map<string, Place[]>()
  let mayPrecede: Found['mayPrecede'] = 'none'
  let linkCount = 0
  let judged = 0
  let leadsToTargetUrl = false
  for (const [order, link] of record.links.entries()) {
    if (isElsewhere(link.href)) continue
    const url = URL.parse(withQueryEncoded(link.href, page.charset), page.base)
    if (!url || !isHttp(url)) continue
    if ((isDoubtful && dependsOnBase(link.href, url)) || (page.lettersAreOpen && NOT_ASCII.test(link.href))) {
      if (links.length === 0 && mayPrecede !== 'any') mayPrecede = isCrawlable(link) ? 'crawlable' : 'any'
      continue
    }
    if (isTarget(url)) {
      linkCount += 1
      leadsToTargetUrl ||= isTargetUrl(url.href)
      const isFirstFollowed = isFollowable(link) && !links.some((place) => isFollowable(place.link))
      if (links.length === 0 || isFirstFollowed)
        links.push({ link, order, url, rel: relOf(link), likelihood: 0, count: 1 })
    } else if (question.followHops) {
      judged += 1
      if (judged > JUDGED_CANDIDATES) continue
      const rel = relOf(link)
      const likelihood = likelihoodOf(url, rel)
      if (likelihood > 0) addCandidate(candidates, { link, order, url, rel, likelihood, count: 1 })
    }
  }
  return {
    links: links.map((place) => detailsOf(record, place, page)),
    mayPrecede,
    linkCount,
    leadsToTargetUrl,
    hopCandidates: likeliest(candidates).map((place) => detailsOf(record, place, page)),
    hopsLeftOut: judged > JUDGED_CANDIDATES || candidates.size > KEPT_ADDRESSES,
  }
}

/** Every link to an address is kept, since they may be marked in different ways; of very many the first, and the first that may be followed. */
function addCandidate(candidates: Map<string, Place[]>, place: Place) {
  const address = pageAddress(place.url)
  const known = candidates.get(address)
  if (!known) candidates.set(address, [place])
  else if (
    known.length < KEPT_OF_ONE_ADDRESS ||
    (isFollowable(place.link) && !known.some(({ link }) => isFollowable(link)))
  )
    known.push(place)
  else if (known[0]) known[0].count += 1
}

function likeliest(candidates: Map<string, Place[]>): Place[] {
  return [...candidates.values()]
    .map((places) => ({ places, likelihood: Math.max(...places.map(({ likelihood }) => likelihood)) }))
    .sort((a, b) => b.likelihood - a.likelihood)
    .slice(0, KEPT_ADDRESSES)
    .flatMap(({ places, likelihood }) => places.map((place) => ({ ...place, likelihood })))
}

function detailsOf(record: PageRecord, place: Place, page: PageSource): FoundLink {
  const { link, order, url, rel, likelihood, count } = place
  return {
    order,
    element: link.element,
    href: link.href,
    url: url.href,
    rel,
    hidden: link.hidden,
    anchorText: anchorTextOf(record, link, page),
    context: contextOf(record, link),
    html: link.span ? linkSourceOf(page.markup, link.span) : null,
    isBeyondGoogle: link.span
      ? link.span.to > page.googleReads
      : page.googleReads < page.markup.length
        ? null
        : false,
    crawlable: isCrawlable(link),
    qualified: isQualified(rel),
    likelihood,
    count,
  }
}

/** The white space that parts them is the HTML standard's; commas part them for Google too. */
function relOf({ rel }: RecordedLink): string[] {
  if (!rel) return []
  return [
    ...new Set(
      rel
        .toLowerCase()
        .split(/[\t\n\f\r ,]+/)
        .filter(Boolean),
    ),
  ].sort()
}

function isQualified(rel: string[]): boolean {
  return rel.some((token) => QUALIFIERS.has(token))
}

function isCrawlable({ element }: RecordedLink): boolean {
  return element === 'a' || element === 'noscript-a' || element === 'shadow-a'
}

function isFollowable(link: RecordedLink): boolean {
  return isCrawlable(link) && !isQualified(relOf(link))
}

/** Whether a `base` that comes later would lead this link to another host. */
function dependsOnBase(href: string, url: URL): boolean {
  return URL.parse(href, 'https://base.invalid/')?.host !== url.host
}

const PLAIN_ABSOLUTE = /^https?:\/\/((?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*)(?=[/?#]|$)/i
const PLAIN_RELATIVE = /^(?:[#?]|\/(?![/\\]))[\w.~%!$&'()*+,;=:@?#/-]*$/

/** Tells most links elsewhere by their spelling, so that only the others have to be parsed. It never tells one that is not. */
function plainlyElsewhere(question: LinkQuestion, base: string): (href: string) => boolean {
  const isTarget = targetMatcher(question.targets)
  const baseUrl = URL.parse(base)
  const baseIsElsewhere = baseUrl !== null && isHttp(baseUrl) && !isTarget(baseUrl)
  const hosts = hostsOf(question.targets)
  return (href) => {
    const host = PLAIN_ABSOLUTE.exec(href)?.[1]?.toLowerCase()
    if (host !== undefined) return !hosts.some((target) => host.endsWith(target))
    return baseIsElsewhere && PLAIN_RELATIVE.test(href)
  }
}
