import { collapse, windowOf } from './brand-mention.ts'
import { hopLikelihood } from './hop-likelihood.ts'
import type { LinkElement } from './link-facts.ts'
import type { LinkQuestion } from './link-question.ts'
import { BLOCK_BREAK, type PageRecord, type RecordedLink } from './page-record.ts'
import { isHttp, pageAddress, targetMatcher } from './target-match.ts'

export type FoundLink = {
  /** Its place among the links of the page. */
  order: number
  element: LinkElement
  href: string
  url: string
  rel: string[]
  hidden: boolean
  anchorText: string
  context: string
  /** An HTML `<a href>`, as Google's link guide asks. */
  crawlable: boolean
  /** nofollow, sponsored or ugc is on it. */
  qualified: boolean
  /** For a link elsewhere: how much it looks like a redirector, 0 to 3. */
  likelihood: number
}

const KEPT_LINKS = 200
const KEPT_CANDIDATES = 60
const QUALIFIERS = new Set(['nofollow', 'sponsored', 'ugc'])

/** The links of a page to the targets, in document order, and, when hops are to be followed, those that may lead there. */
export function findLinks(
  record: PageRecord,
  question: LinkQuestion,
  { base, pageUrl, charset }: { base: string; pageUrl: string; charset: string },
): { links: FoundLink[]; linkCount: number; hopCandidates: FoundLink[] } {
  const isTarget = targetMatcher(question.targets)
  const links: FoundLink[] = []
  const candidates = new Map<string, FoundLink>()
  let linkCount = 0
  for (const [order, link] of record.links.entries()) {
    const url = URL.parse(withQueryEncoded(link.href, charset), base)
    if (!url || !isHttp(url)) continue
    if (isTarget(url)) {
      linkCount += 1
      const isFirstFollowed =
        !isQualified(relOf(link)) &&
        isCrawlable(link) &&
        !links.some((one) => one.crawlable && !one.qualified)
      if (links.length < KEPT_LINKS || isFirstFollowed) links.push(detailsOf(record, link, url, order, 0))
    } else if (question.followHops) {
      const likelihood = hopLikelihood(url, question, pageUrl)
      if (likelihood === 0 || candidates.has(pageAddress(url)) || candidates.size >= 2_000) continue
      candidates.set(pageAddress(url), detailsOf(record, link, url, order, likelihood))
    }
  }
  const hopCandidates = [...candidates.values()]
    .sort((a, b) => b.likelihood - a.likelihood || a.order - b.order)
    .slice(0, KEPT_CANDIDATES)
  return { links, linkCount, hopCandidates }
}

function detailsOf(
  record: PageRecord,
  link: RecordedLink,
  url: URL,
  order: number,
  likelihood: number,
): FoundLink {
  const rel = relOf(link)
  return {
    order,
    element: link.element,
    href: link.href,
    url: url.href,
    rel,
    hidden: link.hidden,
    anchorText: anchorTextOf(record, link),
    context: contextOf(record, link),
    crawlable: isCrawlable(link),
    qualified: isQualified(rel),
    likelihood,
  }
}

function relOf({ rel }: RecordedLink): string[] {
  return [
    ...new Set(
      (rel ?? '')
        .toLowerCase()
        .split(/[\s,]+/)
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

function anchorTextOf(record: PageRecord, link: RecordedLink): string {
  if (link.alt !== null) return collapse(link.alt)
  return collapse(textOf(record, link).slice(link.start, link.end))
}

function textOf(record: PageRecord, link: RecordedLink): string {
  return link.hidden ? record.hiddenText : record.text
}

/** The block the link stands in; where that says no more than the link itself, the text around it. */
function contextOf(record: PageRecord, link: RecordedLink): string {
  const text = textOf(record, link)
  const blockStart = text.lastIndexOf(BLOCK_BREAK, Math.max(0, link.start - 1)) + 1
  const blockEnd = text.indexOf(BLOCK_BREAK, link.end)
  const inBlock = cut(text, Math.min(blockStart, link.start), blockEnd === -1 ? text.length : blockEnd, link)
  if (inBlock.length > link.end - link.start + 20) return inBlock
  return cut(text, Math.max(0, link.start - 2_000), Math.min(text.length, link.end + 2_000), link)
}

function cut(text: string, from: number, to: number, link: RecordedLink): string {
  const before = text
    .slice(Math.max(from, link.start - 2_000), link.start)
    .replace(/\s+/g, ' ')
    .trimStart()
  const inside = text.slice(link.start, Math.min(link.end, link.start + 2_000)).replace(/\s+/g, ' ')
  const after = text
    .slice(link.end, Math.min(to, link.end + 2_000))
    .replace(/\s+/g, ' ')
    .trimEnd()
  return windowOf(before + inside + after, before.length, before.length + inside.length)
}

/**
 * The URL standard writes a query in the document's own encoding. Only one-byte encodings can be turned round without
 * a table; the others stay as UTF-8, which matters for no comparison of hosts.
 */
function withQueryEncoded(href: string, charset: string): string {
  const mark = href.indexOf('?')
  if (mark === -1 || charset.startsWith('utf-') || !/[^\0-\x7f]/.test(href.slice(mark))) return href
  const hash = href.indexOf('#', mark)
  const query = href.slice(mark, hash === -1 ? undefined : hash)
  const table = bytesOf(charset)
  if (!table) return href
  const encoded = query.replace(/[^\0-\x7f]/gu, (character) => {
    const byte = table.get(character)
    return byte === undefined ? `%26%23${character.codePointAt(0)}%3B` : `%${byte.toString(16).toUpperCase()}`
  })
  return href.slice(0, mark) + encoded + (hash === -1 ? '' : href.slice(hash))
}

const ONE_BYTE = /^(?:windows-12\d\d|windows-874|iso-8859-\d+|koi8-[ru]|macintosh|ibm866|x-mac-cyrillic)$/

function bytesOf(charset: string): Map<string, number> | null {
  if (!ONE_BYTE.test(charset)) return null
  try {
    const decoder = new TextDecoder(charset)
    const upper = Array.from({ length: 128 }, (_, at) => at + 128)
    return new Map(upper.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  } catch {
    return null
  }
}
