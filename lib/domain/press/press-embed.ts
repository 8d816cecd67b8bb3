import { localDateOf } from '../local-date.ts'
import { readableAddress } from '../readable-address.ts'
import { htmlText as escaped } from '../text/html-text.ts'
import { wordsToShow } from '../text/words-to-show.ts'
import type { PressEntry } from './press-html.ts'
import { relTo } from './press-rel.ts'

/** Pages that link to the Site, and pages that name it without a link. */
export const EMBED_KINDS = ['link', 'name'] as const
export type EmbedKind = (typeof EMBED_KINDS)[number]
export const EMBED_KIND_WORDS: Readonly<Record<EmbedKind, string>> = {
  link: 'With a link',
  name: 'Named, without a link',
}
export const EMBED_COUNTS = [3, 5, 10, 20, 50] as const

/** What somebody chose to have shown. */
export type EmbedChoice = { count: number; kinds: readonly EmbedKind[]; withWords: boolean }

export type EmbedFacts = {
  siteName: string
  timeZone: string
  withWords: boolean
  entries: readonly PressEntry[]
}

/** Once the shape changes so that a reader could stumble over it, this name does. */
const JSON_FORMAT = 'rapport-press-1'

/** To copy into a page of one's own: a list as it is at this moment, without scripts, styles or anything to load. */
export function embedSnippet({ entries, siteName, ...how }: EmbedFacts): string {
  const items = entries.map((entry) => `  <li>\n${itemLines(entry, how).join('\n')}\n  </li>`)
  return `<h2>Press about ${escaped(siteName)}</h2>\n<ul>\n${items.join('\n')}\n</ul>\n`
}

/** For programs. Documented on the page where it is turned on, and in docs/user-guide.md. */
export function embedJson({ entries, siteName, timeZone, withWords }: EmbedFacts): string {
  const mentions = entries.map((entry) => ({
    ...{ url: entry.url, title: entry.title || hostOf(entry), outlet: hostOf(entry) },
    kind: entry.isLinked ? 'link' : 'name',
    publishedOn: entry.publishedOn ? localDateOf(entry.publishedOn, 'UTC') : null,
    seenOn: localDateOf(entry.recordedAt, timeZone),
    rel: relTo(entry.provenance),
    ...(withWords ? { words: wordsToShow(entry.words) } : {}),
  }))
  return `${JSON.stringify({ format: JSON_FORMAT, site: siteName, mentions }, null, 2)}\n`
}

/** The live list as a page to put into a frame of one's own. Its links open beside the page that holds it. */
export function embedHtml({ entries, siteName, ...how }: EmbedFacts): string {
  const items = entries.map(
    (entry) =>
      `<li>${itemLines(entry, { ...how, inFrame: true })
        .map((line) => line.trim())
        .join('')}</li>`,
  )
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>Nothing stands here yet.</p>'
  return documentOf(
    `Press about ${siteName}`,
    `<main><h1>Press about <bdi>${escaped(siteName)}</bdi></h1>${list}</main>`,
  )
}

/** What everybody gets who asks for one that is not there, or not there any more. */
export function noEmbedHtml(): string {
  return documentOf('Nothing here', '<main><h1>There is nothing here</h1></main>')
}

/** How the live page is put into another: it may open links, and nothing else. */
export function embedFrame(siteName: string, href: string): string {
  return `<iframe src="${escaped(href)}" title="Press about ${escaped(siteName)}" width="100%" height="480" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>\n`
}

type How = { timeZone: string; withWords: boolean; inFrame?: boolean }

function itemLines(entry: PressEntry, { timeZone, withWords, inFrame }: How): string[] {
  const rel = [inFrame ? 'noopener noreferrer' : '', relTo(entry.provenance)].filter(Boolean).join(' ')
  const target = inFrame ? ' target="_blank"' : ''
  const [host, { publishedOn, recordedAt, words }] = [hostOf(entry), entry]
  const day = publishedOn ? localDateOf(publishedOn, 'UTC') : localDateOf(recordedAt, timeZone)
  const shown = withWords ? wordsToShow(words) : ''
  return [
    `    <a href="${escaped(entry.url)}"${rel ? ` rel="${rel}"` : ''}${target}><bdi>${escaped(entry.title || host)}</bdi></a>`,
    ...(entry.title ? [`    <span><bdi>${escaped(host)}</bdi></span>`] : []),
    `    <time datetime="${day}">${publishedOn ? '' : 'seen '}${inWords(day)}</time>`,
    ...(shown ? [`    <blockquote dir="auto">${escaped(shown)}</blockquote>`] : []),
  ]
}

function documentOf(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${EMBED_STYLE}</style></head><body>${body}</body></html>
`
}

function hostOf({ url }: PressEntry): string {
  return readableAddress(URL.parse(url)?.hostname.replace(/^www\./, '') ?? url)
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}

/** Narrow and plain, on whatever page it stands: by day and by night. The colours are those of app/styles/tokens.css. */
export const EMBED_STYLE = `:root{color-scheme:light dark;--paper:light-dark(oklch(0.997 0.003 95),oklch(0.245 0.009 85));--ink:light-dark(oklch(0.25 0.016 55),oklch(0.93 0.012 85));--soft:light-dark(oklch(0.44 0.018 60),oklch(0.77 0.014 80));--line:light-dark(oklch(0.885 0.017 86),oklch(0.345 0.011 85));--accent:light-dark(oklch(0.405 0.075 222),oklch(0.81 0.062 213))}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}main{padding:1rem}h1{font-size:1.125rem;line-height:1.3;margin:0 0 .5rem}
ul{list-style:none;margin:0;padding:0}li{padding:.625rem 0;border-top:1px solid var(--line)}li:first-child{border-top:0}li a{display:block;font-weight:600}a{color:var(--accent);text-underline-offset:.15em}a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
span,time{color:var(--soft);font-size:.9375rem}span+time::before{content:", "}blockquote{margin:.375rem 0 0;font:1rem/1.55 Georgia,serif;max-width:72ch}`
