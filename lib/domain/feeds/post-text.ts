import { BLOCK_BREAK } from '../link-check/page-record.ts'
import { recordPage } from '../link-check/record-page.ts'
import { isHttp } from '../link-check/target-match.ts'

/** More of one post is not read: a long read has 60,000 letters. */
const HTML_MAX_CHARACTERS = 300_000
const LINKS_MAX = 500

export type PostWords = {
  /** What a reader sees, a blank line between paragraphs. Nothing of the markup is left. */
  text: string
  /** Where its links lead. */
  links: URL[]
}

/** A post's HTML as plain paragraphs and the addresses it links to. */
export function wordsOfPost(html: string, baseUrl: string): PostWords {
  const cut = html.slice(0, HTML_MAX_CHARACTERS)
  if (!/[<&]/.test(cut)) return { text: paragraphsOf(cut), links: [] }
  const { record } = recordPage(`<!doctype html><body>${cut}`)
  const links = record.links.slice(0, LINKS_MAX).flatMap(({ href }) => {
    const url = URL.parse(href.trim(), baseUrl)
    return url && isHttp(url) ? [url] : []
  })
  return { text: blocksOf(withoutPictures(record)).join('\n\n'), links }
}

/** A title as people read it: without tags, on one line. */
export function plainLine(html: string): string {
  const text = /<[a-z/!]|&[a-z#]/i.test(html)
    ? recordPage(`<!doctype html><body>${html.slice(0, 5_000)}`).record.text
    : html
  return text.replaceAll(BLOCK_BREAK, ' ').replace(/\s+/g, ' ').trim()
}

/** An alternative text stands for its picture, which the reading list does not show. */
function withoutPictures({ text, altRanges }: { text: string; altRanges: [number, number][] }): string {
  let kept = ''
  let at = 0
  for (const [start, end] of altRanges) {
    kept += text.slice(at, start)
    at = end
  }
  return kept + text.slice(at)
}

function blocksOf(text: string): string[] {
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

function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n')
}
