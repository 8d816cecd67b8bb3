import { readableAddress } from '../readable-address.ts'
import { htmlText as escaped } from '../text/html-text.ts'
import { wordsToShow } from '../text/words-to-show.ts'
import { relTo } from './press-rel.ts'
import { PRESS_STYLE } from './press-style.ts'

/** A page about the Site, as it is shown to everybody. */
export type PressEntry = {
  url: string
  /** What the piece is called, where somebody says so. */
  title: string
  isLinked: boolean
  /** How it came about: lib/domain/mention-provenance.ts */
  provenance: string
  /** The day it came out; null where nobody knows. */
  publishedOn: Date | null
  recordedAt: Date
  /** What stands around the link or the name. */
  words: string
}

export type PressPageFacts = {
  siteName: string
  /** The Site's own address. */
  domain: string | null
  intro: string
  isFindable: boolean
  timeZone: string
  entries: readonly PressEntry[]
  withLink: number
  total: number
  page: number
  pages: number
}

/**
 * A Site's press as one page of HTML: no scripts, nothing loaded from anywhere, to read by day and by night and to print. Links
 * and mentions without one stand side by side, each said to be what it is.
 */
export function pressHtml(facts: PressPageFacts): string {
  const { siteName, domain, intro, isFindable, entries, page, pages, total } = facts
  const name = escaped(siteName)
  const home = domain ? ` <a href="https://${escaped(domain)}/">${escaped(readableAddress(domain))}</a>` : ''
  const list =
    total === 0
      ? '<p>Nothing stands here yet.</p>'
      : `<ol>${entries.map((entry) => entryHtml(entry, facts.timeZone)).join('')}</ol>`
  return documentOf({
    title: page > 1 ? `Press about ${siteName}, page ${page}` : `Press about ${siteName}`,
    isFindable: isFindable && page === 1,
    body: `<main><h1>Press about <bdi>${name}</bdi></h1><p class="soft">${countsOf(facts)}${home}</p>${
      intro ? `<p class="intro" dir="auto">${escaped(intro)}</p>` : ''
    }${list}${pages > 1 ? pagesHtml(page, pages) : ''}</main><footer class="soft">Each page was looked at; what stands here was seen on it.</footer>`,
  })
}

/** What everybody gets who asks for a page that is not there, not there any more, or not open. */
export function noPressHtml(): string {
  return documentOf({
    title: 'No press page here',
    isFindable: false,
    body: '<main><h1>There is no press page here</h1><p>Perhaps it has moved. Whoever gave you the address knows the new one.</p></main>',
  })
}

function documentOf({
  title,
  isFindable,
  body,
}: {
  title: string
  isFindable: boolean
  body: string
}): string {
  const robots = isFindable ? '' : '<meta name="robots" content="noindex">'
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${robots}<title>${escaped(title)}</title><style>${PRESS_STYLE}</style></head><body>${body}</body></html>
`
}

function entryHtml(entry: PressEntry, timeZone: string) {
  const { url, title, isLinked, publishedOn, recordedAt, words } = entry
  const rel = ['noreferrer', relTo(entry.provenance)].filter(Boolean).join(' ')
  const host = hostOf(url)
  const heading = title || host
  const outlet = title ? `<p class="soft"><bdi>${escaped(host)}</bdi></p>` : ''
  const when = publishedOn ? dayOf(publishedOn, 'UTC') : `seen ${dayOf(recordedAt, timeZone)}`
  const seen = wordsToShow(words)
  return `<li><div class="head"><h2><a href="${escaped(url)}" rel="${rel}"><bdi>${escaped(heading)}</bdi></a></h2><span class="soft">${when}</span></div>${outlet}<p class="soft">${
    isLinked ? 'With a link' : 'Named, without a link'
  }</p>${seen ? `<blockquote dir="auto">${escaped(seen)}</blockquote>` : ''}</li>`
}

function pagesHtml(page: number, pages: number): string {
  const to = (number: number, words: string) => `<a href="?page=${number}">${words}</a>`
  return `<nav aria-label="Pages">${page > 1 ? to(page - 1, 'Newer') : ''}<span class="soft">Page ${page} of ${pages}</span>${
    page < pages ? to(page + 1, 'Older') : ''
  }</nav>`
}

/** Counted apart, never added up to one number of successes. */
function countsOf({ total, withLink }: PressPageFacts): string {
  const without = total - withLink
  const links = withLink === 1 ? '1 page with a link' : `${withLink.toLocaleString('en')} pages with a link`
  return without === 0 ? `${links}.` : `${links}, ${without.toLocaleString('en')} without.`
}

function hostOf(url: string): string {
  return readableAddress(URL.parse(url)?.hostname.replace(/^www\./, '') ?? url)
}

function dayOf(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(date)
}
