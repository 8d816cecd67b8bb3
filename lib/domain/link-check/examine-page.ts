import { recogniseWall, type Wall } from './bot-wall.ts'
import { collapse, findMention, type Mention } from './brand-mention.ts'
import { type FoundLink, findLinks } from './find-links.ts'
import { parseLinkHeader } from './link-header.ts'
import type { LinkQuestion } from './link-question.ts'
import { contentOf } from './page-content.ts'
import { headerValues, type PageObservation } from './page-observation.ts'
import { BLOCK_BREAK, type PageRecord } from './page-record.ts'
import { baseOf, readRecord } from './read-record.ts'
import { parseRefresh } from './refresh.ts'
import { type RobotsRules, rulesOfHeader, rulesOfMeta, strictest } from './robots-directives.ts'
import { lookAtScripts } from './script-rendered.ts'
import { saysNotFound } from './soft-404.ts'
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
  linkCount: number
  /** Other links, the likeliest redirectors first; filled only when hops are to be followed. */
  hopCandidates: FoundLink[]
  rules: RobotsRules
  canonicals: string[]
  wall: Wall
  soft404: boolean
  isShell: boolean
  /** Code or data on the page names a target or a brand, so script may write what is missing. */
  scriptsNameTarget: boolean
  scriptsNameBrand: boolean
  mention: Mention | null
  mentionIsHidden: boolean
}

/** Reads a page's bytes once and answers all that can be told from them. Pure, and bounded in time by the node budget. */
export function examinePage(question: LinkQuestion, observation: PageObservation): PageExam {
  const content = contentOf(observation)
  const { record, overBudget, charset, markup } = readRecord(observation, content)
  const words = collapse(record.text)
  const now = new Date(observation.fetchedAt)
  const isReadable = content.kind !== 'other'
  const pageUrl = observation.finalUrl ?? observation.requestedUrl
  const base = baseOf(record, pageUrl)
  const found = findLinks(record, question, { base, pageUrl, charset })
  const brands = question.brands ?? []
  const hosts = question.targets.flatMap(({ domain }) => asciiHost(domain) ?? [])
  const visible = findMention(withoutAlts(record), brands, hosts)
  const hidden = visible ? null : findMention(record.hiddenText, brands, hosts)
  const { isShell, material } = lookAtScripts(record, words)
  return {
    contentType: observation.status === null ? null : content.contentType,
    charset: isReadable && observation.status !== null ? charset : null,
    isReadable,
    isEmpty: observation.body.length === 0 || (isReadable && markup.trim() === ''),
    overBudget,
    ...found,
    rules: strictest([
      ...headerValues(observation, 'x-robots-tag').map((value) => rulesOfHeader(value, now)),
      ...record.metas.map(({ name, content: list }) => rulesOfMeta(name, list, now)),
    ]),
    canonicals: canonicalsOf(record, observation, base, pageUrl),
    wall: recogniseWall(observation, { markup, words, title: record.title, headings: record.headings }),
    soft404:
      content.kind !== 'other' && saysNotFound({ ...record, words, firstWords: firstBlocks(record.text) }),
    isShell: isShell || record.hasFrameset,
    scriptsNameTarget: namesHost(material, hosts),
    scriptsNameBrand: findMention(material, brands, hosts) !== null,
    mention: visible ?? hidden,
    mentionIsHidden: hidden !== null,
  }
}

/** Where an immediate refresh on this page leads (HTML standard), absolute; null when there is none. */
export function immediateRefreshOf(observation: PageObservation): string | null {
  const pageUrl = observation.finalUrl ?? observation.requestedUrl
  const { record } = readRecord(observation, contentOf(observation))
  // The first one that can be read counts, and a header comes before the page.
  const refreshes = [
    ...headerValues(observation, 'refresh')
      .slice(0, 1)
      .map((value) => ({ value, base: pageUrl })),
    ...record.refreshes.map((value) => ({ value, base: baseOf(record, pageUrl) })),
  ]
  for (const { value, base } of refreshes) {
    const refresh = parseRefresh(value)
    if (refresh)
      return refresh.seconds === 0 && refresh.url !== null
        ? (URL.parse(refresh.url, base)?.href ?? null)
        : null
  }
  return null
}

function canonicalsOf(
  record: PageRecord,
  observation: PageObservation,
  base: string,
  pageUrl: string,
): string[] {
  const fromHeader = headerValues(observation, 'link')
    .flatMap(parseLinkHeader)
    .filter(
      ({ rel, anchor }) =>
        rel.includes('canonical') && (anchor === null || URL.parse(anchor, pageUrl)?.href === pageUrl),
    )
    .map(({ uri }) => URL.parse(uri, pageUrl))
  const fromHead = record.canonicals.filter((href) => href.trim() !== '').map((href) => URL.parse(href, base))
  return [...new Set([...fromHead, ...fromHeader].flatMap((url) => (url && isHttp(url) ? url.href : [])))]
}

function withoutAlts(record: PageRecord): string {
  if (record.altRanges.length === 0) return record.text
  const pieces: string[] = []
  let at = 0
  for (const [start, end] of record.altRanges) {
    pieces.push(record.text.slice(at, start), ' ')
    at = end
  }
  return `${pieces.join('')}${record.text.slice(at)}`
}

function firstBlocks(text: string): string[] {
  return text.slice(0, 20_000).split(BLOCK_BREAK).map(collapse).filter(Boolean).slice(0, 40)
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
