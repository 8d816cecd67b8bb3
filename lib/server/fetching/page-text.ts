import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { serialize } from 'parse5'
import { contentOf } from '#lib/domain/link-check/page-content.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { BLOCK_BREAK, type PageRecord } from '#lib/domain/link-check/page-record.ts'
import { NODE_BUDGET, parsePage } from '#lib/domain/link-check/page-tree.ts'
import { baseOf, readRecord } from '#lib/domain/link-check/read-record.ts'
import { recordPage } from '#lib/domain/link-check/record-page.ts'
import { type OutgoingLinks, outgoingLinksOf } from '#lib/domain/outgoing-links.ts'
import { saysNofollow } from './page-nofollow.ts'

/** What a person would read on a page. */
export type PageText = {
  title: string | null
  /** The article as plain text: blank lines between paragraphs, headings on lines of their own. */
  text: string
  /** All a reader can see, one block a line: headings, list items, link texts, and alternative texts of pictures. */
  wholeText: string
  /** What the article links to, or the page where nobody can tell the article; null for what is no HTML. */
  links: OutgoingLinks | null
}

/** Larger pages are read whole, without the search for the article, whose time grows faster than the page. */
const ARTICLE_MAX_CHARACTERS = 2_000_000
/** An alternative text this short is an emoji in a sentence, not a picture beside it. */
const EMOJI_MAX_CHARACTERS = 8

/** The readable text of a page's bytes; null for what is neither HTML nor text. Without an article, `text` is all of it. */
export function pageTextOf(observation: PageObservation): PageText | null {
  const content = contentOf(observation)
  if (content.kind === 'other') return null
  const { record, markup } = readRecord(observation, content)
  if (content.kind === 'text') {
    return { title: null, text: markup.trim(), wholeText: markup.trim(), links: null }
  }
  const whole = linesOf(record, true)
  const article = markup.length > ARTICLE_MAX_CHARACTERS ? null : articleOf(markup)
  const title = article?.title || (record.title ?? '').replace(/\s+/g, ' ').trim()
  const pageUrl = observation.finalUrl ?? observation.requestedUrl
  const links = outgoingLinksOf(article?.links ?? record.links, {
    ...{ base: baseOf(record, pageUrl), pageUrl, within: article ? 'article' : 'page' },
    pageNofollow: saysNofollow(record, observation),
  })
  return {
    title: title || null,
    text: article?.text || whole.join('\n\n'),
    wholeText: whole.join('\n'),
    links,
  }
}

function articleOf(markup: string): { title: string; text: string; links: PageRecord['links'] } | null {
  try {
    // linkedom repairs nothing, so it gets the page as the standard's parser understood it.
    const { document } = parseHTML(serialize(parsePage(markup, { left: NODE_BUDGET })))
    const found = new Readability(document, { charThreshold: 200 }).parse()
    if (!found?.content) return null
    const { record } = recordPage(`<!doctype html><body>${found.content}`)
    const text = linesOf(record, false).join('\n\n')
    return { title: found.title?.trim() ?? '', text, links: record.links }
  } catch {
    // A page this library cannot take apart still has its whole text.
    return null
  }
}

function linesOf(record: PageRecord, withPictures: boolean): string[] {
  let text = ''
  let at = 0
  for (const [start, end] of record.altRanges) {
    const alt = record.text.slice(start, end)
    const isEmoji = alt.trim().length <= EMOJI_MAX_CHARACTERS
    text +=
      record.text.slice(at, start) + (isEmoji ? alt : withPictures ? BLOCK_BREAK + alt + BLOCK_BREAK : ' ')
    at = end
  }
  text += record.text.slice(at)
  return text
    .split(BLOCK_BREAK)
    .map((block) =>
      block
        .replace(/\u00ad/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
}
