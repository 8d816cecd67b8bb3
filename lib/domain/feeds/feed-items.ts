import { feedDate } from './feed-date.ts'
import { plainLine } from './post-text.ts'
import type { FeedItem, Parsed } from './read-feed.ts'

const URL_MAX_CHARACTERS = 2_000
const GUID_MAX_CHARACTERS = 2_000
const TITLE_MAX_CHARACTERS = 300
const AUTHOR_MAX_CHARACTERS = 120

type Raw = {
  guid?: string | undefined
  addresses: (string | undefined)[]
  title?: string | undefined
  authors: (string | undefined)[]
  htmls: (string | undefined)[]
  summaries: (string | undefined)[]
  audios: (string | undefined)[]
  /** As they stand in the feed. */
  dates: unknown[]
}

/** Every post of a feed with an address or a name of its own, whatever kind of feed it is. */
export function itemsOf(parsed: Parsed, feedUrl: string): FeedItem[] {
  return rawItems(parsed).flatMap((raw) => itemOf(raw, feedUrl) ?? [])
}

function rawItems(parsed: Parsed): Raw[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map((item) => ({
        guid: item.guid?.value,
        addresses: [
          item.link,
          item.atom?.links?.find(({ rel }) => !rel || rel === 'alternate')?.href,
          item.guid?.isPermaLink === false ? undefined : item.guid?.value,
          item.enclosures?.[0]?.url,
        ],
        title: item.title ?? item.itunes?.title,
        authors: [...(item.dc?.creators ?? []), ...(item.authors ?? []).map(nameOf), item.itunes?.author],
        htmls: [item.content?.encoded, item.description, item.itunes?.summary],
        summaries: [item.content?.encoded ? item.description : undefined, item.itunes?.subtitle],
        audios: (item.enclosures ?? []).filter(isSound).map(({ url }) => url),
        dates: [item.pubDate, ...(item.dc?.dates ?? []), item.atom?.updated],
      }))
    case 'atom':
      return (parsed.feed.entries ?? []).map((entry) => ({
        guid: entry.id,
        addresses: [
          entry.links?.find(({ rel }) => !rel || rel === 'alternate')?.href,
          entry.links?.find(({ rel }) => rel !== 'self' && rel !== 'enclosure')?.href,
          entry.id,
        ],
        title: textOf(entry.title),
        authors: (entry.authors ?? []).map(nameOf),
        htmls: [textOf(entry.content), textOf(entry.summary), entry.media?.groups?.[0]?.description?.value],
        summaries: [textOf(entry.content) ? textOf(entry.summary) : undefined],
        audios: (entry.links ?? [])
          .filter((link) => link.rel === 'enclosure' && isSound(link))
          .map(({ href }) => href),
        dates: [entry.published, entry.updated, ...(entry.dc?.dates ?? [])],
      }))
    case 'rdf':
      return (parsed.feed.items ?? []).map((item) => ({
        guid: item.rdf?.about ?? item.link,
        addresses: [item.link, item.rdf?.about],
        title: item.title,
        authors: item.dc?.creators ?? [],
        htmls: [item.content?.encoded, item.description],
        summaries: [item.content?.encoded ? item.description : undefined],
        audios: [],
        dates: item.dc?.dates ?? [],
      }))
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        guid: item.id === undefined ? undefined : String(item.id),
        addresses: [item.url, item.external_url, item.id === undefined ? undefined : String(item.id)],
        title: item.title,
        authors: (item.authors ?? []).map(nameOf),
        htmls: [item.content_html, item.content_text, item.summary],
        summaries: [item.summary],
        audios: (item.attachments ?? [])
          .filter((each) => each.mime_type?.startsWith('audio/'))
          .map(({ url }) => url),
        dates: [item.date_published, item.date_modified],
      }))
  }
}

function itemOf(raw: Raw, feedUrl: string): FeedItem | null {
  const url = firstAddress(raw.addresses, feedUrl)
  const title = plainLine(raw.title ?? '').slice(0, TITLE_MAX_CHARACTERS)
  const html = first(raw.htmls)
  const publishedAt = dateOf(raw.dates)
  const guid = (raw.guid?.trim() || url || `${title} ${publishedAt?.toISOString() ?? ''}`.trim()).slice(
    0,
    GUID_MAX_CHARACTERS,
  )
  // Without an address there is nothing to open, and without words nothing to read.
  if (!url || (title === '' && html === '')) return null
  return {
    guid,
    url,
    title,
    author: plainLine(first(raw.authors)).slice(0, AUTHOR_MAX_CHARACTERS),
    html,
    summaryHtml: first(raw.summaries),
    audioUrl: firstAddress(raw.audios, feedUrl) || null,
    publishedAt,
  }
}

function dateOf(dates: readonly unknown[]): Date | null {
  for (const date of dates) {
    const found = typeof date === 'string' ? feedDate(date) : null
    if (found) return found
  }
  return null
}

function first(texts: readonly (string | undefined)[]): string {
  return texts.find((text) => text?.trim())?.trim() ?? ''
}

/** Credentials and fragments are no part of where a post stands; an address that is not of the web is none. */
function firstAddress(addresses: readonly (string | undefined)[], feedUrl: string): string {
  for (const address of addresses) {
    const text = address?.trim()
    if (!text || text.length > URL_MAX_CHARACTERS || /\s/.test(text)) continue
    const url = URL.parse(text, feedUrl)
    if (!url || !/^https?:$/.test(url.protocol) || !url.hostname) continue
    url.username = ''
    url.password = ''
    if (url.href.length <= URL_MAX_CHARACTERS) return url.href
  }
  return ''
}

function textOf(text: string | { value?: string } | undefined): string | undefined {
  return typeof text === 'string' ? text : text?.value
}

function nameOf(person: string | { name?: string; email?: string } | undefined): string | undefined {
  if (typeof person !== 'string') return person?.name
  // RSS has "jo@example.com (Jo Whitcombe)"; an address alone is not shown.
  return /\(([^)]+)\)\s*$/.exec(person)?.[1] ?? (person.includes('@') ? undefined : person)
}

function isSound({ type, url, href }: { type?: string; url?: string; href?: string }): boolean {
  return type?.startsWith('audio/') ?? /\.(?:mp3|m4a|ogg|opus|wav)(?:[?#]|$)/i.test(url ?? href ?? '')
}
