import { recogniseWall, type Wall } from './bot-wall.ts'
import { findMention, type Mention } from './brand-mention.ts'
import { decodeText } from './decode-text.ts'
import { withQueryEncoded } from './encode-query.ts'
import { type Found, type FoundLink, findLinks, type PageSource } from './find-links.ts'
import { parseLinkHeader } from './link-header.ts'
import type { LinkQuestion } from './link-question.ts'
import { contentOf } from './page-content.ts'
import { headerValues, type PageObservation } from './page-observation.ts'
import { BLOCK_BREAK, type PageRecord } from './page-record.ts'
import { baseOf, readRecord } from './read-record.ts'
import { parseRefresh, refreshTarget } from './refresh.ts'
import { type RobotsRules, rulesOfHeader, rulesOfMeta, strictest } from './robots-directives.ts'
import { lookAtScripts } from './script-rendered.ts'
import { saysNotFound } from './soft-404.ts'
import { recogniseStandIn, type StandIn } from './stand-in.ts'
import { asciiHost, isHttp } from './target-match.ts'

/** What reading the bytes of a page gives, before robots.txt and hops are known. Plain JSON, so that a thread can send it. */
export type PageExam = {
  contentType: string | null
  charset: string | null
  /** HTML or text that was read. */
  isReadable: boolean
  isEmpty: boolean
  /** More nodes than the budget: read token by token. */
  overBudget: boolean
  links: FoundLink[]
  /** Links before the first of these that more of the page may make links to a target too. */
  mayPrecede: Found['mayPrecede']
  linkCount: number
  /** Some link leads to the page hoped for, as far as its address says. */
  leadsToTargetUrl: boolean
  /** Other links, the likeliest redirectors first, all links to one address together; filled only when hops are to be followed. */
  hopCandidates: FoundLink[]
  /** There were more of them than anybody follows. */
  hopsLeftOut: boolean
  rules: RobotsRules
  canonicals: string[]
  wall: Wall
  soft404: boolean
  /** What came in the page's place, where it plainly is something else. */
  instead: StandIn | null
  isShell: boolean
  /** Code or data on the page names a target or a brand, so script may write what is missing. */
  scriptsNameTarget: boolean
  scriptsNameBrand: boolean
  mention: Mention | null
  /** Null where nobody can tell. */
  mentionIsHidden: boolean | null
  /** What the page calls itself, in one line. */
  title: string | null
  /** All a reader sees, a line for each block, white space collapsed, letters composed. The same text gives the same string. */
  visibleText: string
}

/** What is read as text at the end of a part, and may be a tag, white space or another letter in the whole. */
const CUT_IN_TOKEN = /(?:<[/!?]?|&[#\w]*|\ufffd)$/
const CUT_MAX_CHARACTERS = 40
/** So many bytes decide whether a text is one (MIME Sniffing standard). */
const SNIFFED_BYTES = 1_445
/** Below the first combining mark every text is in NFC already (Unicode Standard Annex 15). */
const MAY_COMPOSE = /[\u0300-\uffff]/
const TITLE_MAX_CHARACTERS = 300
/** Google reads so much of a page's HTML. */
const GOOGLE_READS_BYTES = 2 * 1024 * 1024

/** Reads a page's bytes once and answers all that can be told from them. Pure, and bounded in time by the node budget. */
export function examinePage(question: LinkQuestion, observation: PageObservation): PageExam {
  const content = contentOf(observation)
  const { record, overBudget, charset, charsetIsOpen, markup, source } = readRecord(observation, content)
  const lines = linesOf(record.text)
  const words = lines.replaceAll('\n', ' ')
  const now = new Date(observation.fetchedAt)
  const isReadable = content.kind !== 'other'
  const pageUrl = observation.finalUrl ?? observation.requestedUrl
  const base = baseOf(record, pageUrl)
  const isPart = observation.cut || observation.status === 206 || overBudget
  const isUnsniffed = content.kind === 'text' && observation.body.length < SNIFFED_BYTES
  const lettersAreOpen = isPart && (isUnsniffed || (charsetIsOpen && mayReadOtherwise(markup)))
  const page: PageSource = {
    base,
    pageUrl,
    charset,
    markup: source,
    isPart,
    lettersAreOpen,
    googleReads: googleReads(observation, source, charset),
  }
  const bodyMayGo = isPart && (record.bodyMayGo || CUT_IN_TOKEN.test(source.slice(-CUT_MAX_CHARACTERS)))
  const found = bodyMayGo ? NOTHING_CERTAIN : findLinks(record, question, page)
  const brands = question.brands ?? []
  const hosts = question.targets.flatMap(({ domain }) => asciiHost(domain) ?? [])
  const visible = lettersAreOpen ? null : findMention(surelySeen(record), brands, hosts, isPart)
  const mayBeOpen = !visible && !isPart && record.openRanges.length > 0
  const open = mayBeOpen ? findMention(without(record.text, record.altRanges), brands, hosts) : null
  const hidden = visible || open || isPart ? null : findMention(record.hiddenText, brands, hosts)
  const { isShell, material } = lookAtScripts(record, words, markup)
  const seen = { ...record, words, firstWords: lines.slice(0, 20_000).split('\n', 40), markup }
  return {
    contentType: observation.status === null ? null : content.contentType,
    charset: isReadable && observation.status !== null ? charset : null,
    isReadable,
    isEmpty: observation.body.length === 0 || (isReadable && markup.trim() === ''),
    overBudget,
    ...found,
    rules: strictest([
      ...headerValues(observation, 'x-robots-tag').map((value) => rulesOfHeader(value, now)),
      ...record.metas
        .filter(({ inHead }) => inHead || !bodyMayGo)
        .map(({ name, content: list }) => rulesOfMeta(name, list, now)),
    ]),
    // Until the body has begun, another one may come.
    canonicals: bodyMayGo || (isPart && isUnsniffed) ? [] : canonicalsOf(record, observation, page),
    wall: recogniseWall(observation, seen),
    soft404: isReadable && saysNotFound(seen),
    instead: isReadable ? recogniseStandIn({ ...seen, ...observation }) : null,
    isShell,
    scriptsNameTarget: namesHost(material, hosts),
    scriptsNameBrand: findMention(material, brands, hosts) !== null,
    mention: visible ?? open ?? hidden,
    mentionIsHidden: open ? null : hidden !== null,
    title: isReadable ? titleOf(record.title) : null,
    visibleText: MAY_COMPOSE.test(lines) ? lines.normalize('NFC') : lines,
  }
}

function titleOf(title: string | null): string | null {
  const line = (title ?? '').slice(0, TITLE_MAX_CHARACTERS).toWellFormed().replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

/** A `frameset` behind the cut would take the place of all that came. */
const NOTHING_CERTAIN: Found = {
  links: [],
  mayPrecede: 'any',
  linkCount: 0,
  leadsToTargetUrl: false,
  hopCandidates: [],
  hopsLeftOut: false,
}

/** Bytes that another encoding would take for other letters; an escape changes what follows it in some. */
function mayReadOtherwise(markup: string): boolean {
  return /[^\0-\x7f]/.test(markup) || markup.includes('\u001b')
}

/** How many characters of a page Google reads. */
function googleReads({ body }: PageObservation, source: string, charset: string): number {
  return body.length <= GOOGLE_READS_BYTES
    ? source.length
    : decodeText(body.subarray(0, GOOGLE_READS_BYTES), charset).length
}

/** Where an immediate refresh on this page leads (HTML standard), absolute; null when there is none. */
export function immediateRefreshOf(observation: PageObservation): string | null {
  const pageUrl = observation.finalUrl ?? observation.requestedUrl
  const { record, charset } = readRecord(observation, contentOf(observation))
  // The first one that can be read counts, and a header comes before the page.
  const refreshes = [
    ...headerValues(observation, 'refresh')
      .slice(0, 1)
      .map((value) => ({ value, base: pageUrl })),
    ...record.refreshes.map((value) => ({ value, base: baseOf(record, pageUrl) })),
  ]
  for (const { value, base } of refreshes) {
    const refresh = parseRefresh(value)
    if (!refresh) continue
    const url = refresh.url === null ? null : withQueryEncoded(refresh.url, charset)
    return refreshTarget({ ...refresh, url }, base, pageUrl)
  }
  return null
}

function canonicalsOf(
  record: PageRecord,
  observation: PageObservation,
  { base, pageUrl, charset, isPart }: PageSource,
): string[] {
  const fromHeader = headerValues(observation, 'link')
    .flatMap(parseLinkHeader)
    .filter(
      ({ rel, anchor, isForOne }) =>
        rel.includes('canonical') &&
        !isForOne &&
        (anchor === null || URL.parse(anchor, pageUrl)?.href === pageUrl),
    )
    .map(({ uri }) => URL.parse(uri, pageUrl))
  const hrefs = record.canonicals.filter((href) => href.trim() !== '')
  // A base behind the cut would lead a relative one elsewhere.
  if (isPart && record.baseHref === null && !hrefs.every((href) => URL.canParse(href))) return []
  const fromHead = hrefs.map((href) => URL.parse(withQueryEncoded(href, charset), base))
  return [...new Set([...fromHeader, ...fromHead].flatMap((url) => (url && isHttp(url) ? url.href : [])))]
}

/** The text without alternative texts, and without what may be hidden. */
function surelySeen({ text, altRanges, openRanges }: PageRecord): string {
  if (openRanges.length === 0) return without(text, altRanges)
  return without(
    text,
    [...altRanges, ...openRanges].sort(([a], [b]) => a - b),
  )
}

function without(text: string, ranges: PageRecord['altRanges']): string {
  if (ranges.length === 0) return text
  const pieces: string[] = []
  let at = 0
  for (const [start, end] of ranges) {
    pieces.push(text.slice(at, start), ' ')
    at = end
  }
  return `${pieces.join('')}${text.slice(at)}`
}

/** One block a line. The text's white space is collapsed already. */
function linesOf(text: string): string {
  return text
    .replaceAll('\n', ' ')
    .replaceAll(` ${BLOCK_BREAK}`, BLOCK_BREAK)
    .replaceAll(BLOCK_BREAK, '\n')
    .trim()
}

function namesHost(material: string, hosts: string[]): boolean {
  if (material === '') return false
  const lower = material.toLowerCase()
  return hosts.some((host) =>
    new RegExp(`(?<![a-z0-9-])${host.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9-]|\\.[a-z0-9])`).test(
      lower,
    ),
  )
}
