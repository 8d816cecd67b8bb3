import { SAXParser } from 'parse5-sax-parser'
import { contentOf } from '#lib/domain/link-check/page-content.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { BLOCK_BREAK } from '#lib/domain/link-check/page-record.ts'
import { baseOf, readRecord } from '#lib/domain/link-check/read-record.ts'
import { isHttp } from '#lib/domain/link-check/target-match.ts'
import { type OutgoingLinks, outgoingLinksOf } from '#lib/domain/outgoing-links.ts'
import { saysNofollow } from './page-nofollow.ts'

export type AnnouncedFeed = { url: string; type: string; title: string }

/** What one page of an outlet's own site says, for whoever wants to know the outlet. */
export type OutletText = {
  /** All a reader sees, one block a line. */
  text: string
  outgoing: OutgoingLinks
  /** Links within, with their words: to find further pages by. */
  links: { url: string; text: string }[]
  /** The feeds it announces in its head. */
  feeds: AnnouncedFeed[]
}

const TEXT_MAX_CHARACTERS = 300_000
const LINKS_MAX = 2_000
const LINK_TEXT_MAX_CHARACTERS = 80
const FEEDS_MAX = 20
const FEED_TYPES = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/json',
])

/** Reads a page of an outlet; null for what is no HTML. It may be slow on a hostile page: see page-threads. */
export function outletTextOf(observation: PageObservation): OutletText | null {
  const content = contentOf(observation)
  if (content.kind !== 'html' && content.kind !== 'xhtml') return null
  const { record, markup } = readRecord(observation, content)
  const pageUrl = observation.finalUrl ?? observation.requestedUrl
  const base = baseOf(record, pageUrl)
  const text = record.text
    .slice(0, TEXT_MAX_CHARACTERS)
    .split(BLOCK_BREAK)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
  const pageNofollow = saysNofollow(record, observation)
  return {
    text,
    outgoing: outgoingLinksOf(record.links, { base, pageUrl, within: 'page', pageNofollow }),
    links: record.links.slice(0, LINKS_MAX).flatMap((link) => {
      const url = URL.parse(link.href, base)
      if (!url || !isHttp(url) || link.end - link.start > LINK_TEXT_MAX_CHARACTERS) return []
      const from = link.isInHiddenText ? record.hiddenText : record.text
      return [{ url: url.href, text: from.slice(link.start, link.end).replace(/\s+/g, ' ').trim() }]
    }),
    feeds: feedsIn(markup, base),
  }
}

/** `<link rel="alternate" type="application/rss+xml" …>`, each address once. Tokens only: no page makes it slow. */
function feedsIn(markup: string, base: string): AnnouncedFeed[] {
  const feeds = new Map<string, AnnouncedFeed>()
  const parser = new SAXParser()
  parser.on('startTag', ({ tagName, attrs }) => {
    if (tagName !== 'link' || feeds.size >= FEEDS_MAX) return
    const value = (name: string) => attrs.find((attribute) => attribute.name === name)?.value.trim() ?? ''
    const type = (value('type').split(';')[0] ?? '').trim().toLowerCase()
    const rel = value('rel').toLowerCase().split(/\s+/)
    // A JSON alternate is a feed only where it calls itself one: WordPress announces its API the same way.
    const isFeed = FEED_TYPES.has(type) && (type !== 'application/json' || /feed/i.test(value('href')))
    if (!rel.includes('alternate') || !isFeed) return
    const url = URL.parse(value('href'), base)
    if (url && isHttp(url) && !feeds.has(url.href))
      feeds.set(url.href, { url: url.href, type, title: value('title').replace(/\s+/g, ' ').slice(0, 200) })
  })
  parser.end(markup)
  return [...feeds.values()]
}
