import { parseFeed } from 'feedsmith'
import { itemsOf } from './feed-items.ts'
import { closeCutFeed } from './mend-feed.ts'
import { plainLine } from './post-text.ts'

export const FEED_KINDS = ['rss', 'atom', 'json', 'podcast'] as const
export type FeedKind = (typeof FEED_KINDS)[number]

/** One post as the feed tells of it. Nothing in it is trusted: HTML is not read yet. */
export type FeedItem = {
  /** What the feed calls it; its address, or title and date, where it has no name. */
  guid: string
  url: string
  title: string
  author: string
  /** The post, or as much of it as the feed carries: HTML or plain text. */
  html: string
  /** A shorter telling of it, where there is one. */
  summaryHtml: string
  audioUrl: string | null
  publishedAt: Date | null
}

export type ReadFeed = {
  kind: FeedKind
  title: string
  /** The newest first; those without a date as they stand. */
  items: FeedItem[]
  /** How often they ask to be looked at, where they say. */
  ttlMinutes: number | null
  /** Hours of the day (UTC) at which they ask not to be looked at. */
  skipHours: number[]
}

/** So many posts of one fetch count. */
export const POSTS_MAX = 200
const SKIP_HOURS = /<skipHours>([\s\S]{0,2000}?)<\/skipHours>/i

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed and podcast feeds. Broken ones are mended where the meaning is plain; null
 * for what is no feed. Never throws.
 *
 * @param url where it was fetched: relative addresses count from there
 */
export function readFeed(text: string, url: string, { isCut = false } = {}): ReadFeed | null {
  const plain = cleaned(isCut ? closeCutFeed(text) : text)
  const parsed = parsedFeed(plain) ?? parsedFeed(closeCutFeed(plain))
  if (!parsed) return null
  const { format, feed } = parsed
  const items = itemsOf(parsed, url)
  return {
    kind: format === 'json' ? 'json' : isPodcast(parsed) ? 'podcast' : format === 'atom' ? 'atom' : 'rss',
    title: plainLine(titleOf(feed)).slice(0, 200),
    items: newestFirst(items).slice(0, POSTS_MAX),
    ttlMinutes: 'ttl' in feed && typeof feed.ttl === 'number' && feed.ttl > 0 ? feed.ttl : null,
    skipHours: skipHoursIn(plain),
  }
}

export type Parsed = ReturnType<typeof parseFeed>

function parsedFeed(text: string): Parsed | null {
  if (text === '') return null
  try {
    return parseFeed(text)
  } catch {
    // The parser throws for what is no feed, and for what is too broken to be one.
    return null
  }
}

/** Control characters are not allowed in XML, and stand in feeds all the same; so do blank lines before its first line. */
function cleaned(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const kept = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').trimStart()
  const start = kept.search(/[<{]/)
  return start > 0 && start < 500 ? kept.slice(start) : kept
}

function titleOf(feed: Parsed['feed']): string {
  const title = feed.title
  return typeof title === 'string' ? title : (title?.value ?? '')
}

/** A podcast is a feed whose posts are mostly sound. */
function isPodcast({ format, feed }: Parsed): boolean {
  if (format !== 'rss') return false
  const items = feed.items ?? []
  const withSound = items.filter((item) => item.enclosures?.some(({ type }) => type?.startsWith('audio/')))
  return withSound.length > 0 && withSound.length >= items.length / 2
}

function newestFirst(items: FeedItem[]): FeedItem[] {
  const isDated = items.every(({ publishedAt }) => publishedAt !== null)
  if (!isDated) return items
  return items.toSorted((a, b) => (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0))
}

function skipHoursIn(text: string): number[] {
  const hours = SKIP_HOURS.exec(text)?.[1] ?? ''
  const numbers = [...hours.matchAll(/<hour>\s*(\d{1,2})\s*<\/hour>/gi)].map((match) => Number(match[1]) % 24)
  // Somebody who asks for all hours means none.
  return numbers.length < 24 ? [...new Set(numbers)] : []
}
