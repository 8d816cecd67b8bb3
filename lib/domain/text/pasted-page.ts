import { BLOCK_BREAK } from '../link-check/page-record.ts'
import { baseOf } from '../link-check/read-record.ts'
import { recordPage } from '../link-check/record-page.ts'
import { type OutgoingLinks, outgoingLinksOf } from '../outgoing-links.ts'
import { withPostMarks } from './post-marks.ts'

/** `text` is for reading and has marks (post-marks.ts); `wholeText` is for searching. */
export type PastedPage = {
  title: string
  text: string
  wholeText: string
  /** What the page links to; null where words alone were pasted. */
  links: OutgoingLinks | null
}

const LINE_OR_BLOCK_END = new RegExp(`[\\r\\n${BLOCK_BREAK}\\u2028\\u2029]+`)

/**
 * What a person pasted, as plain text with a paragraph, heading or list item per line. A page's source is read as HTML,
 * alternative texts included; everything else is taken as it stands. `pageUrl`: where it stands, to tell its links. `title` is the source's, or the first line if it is short.
 */
export function readPastedPage(pasted: string, pageUrl: string | null = null): PastedPage {
  if (!isPageSource(pasted)) {
    const lines = linesOf(pasted)
    return { title: shortFirstLine(lines), text: lines.join('\n'), wholeText: lines.join('\n'), links: null }
  }
  const { record } = recordPage(pasted)
  const lines = linesOf(record.text)
  const wholeText = lines.join('\n')
  const title = linesOf(record.title ?? '').join(' ') || shortFirstLine(lines)
  const base = pageUrl === null ? null : baseOf(record, pageUrl)
  const links = base && pageUrl ? outgoingLinksOf(record.links, { base, pageUrl, within: 'page' }) : null
  return { title, text: withPostMarks(wholeText, pasted), wholeText, links }
}

/** A post about HTML may hold tags; the source of a page begins with one. */
function isPageSource(pasted: string): boolean {
  return /^\s*<(?:!doctype|!--|[a-z][a-z0-9-]*[\s>/])/i.test(pasted) && /<\/[a-z]/i.test(pasted)
}

function linesOf(text: string): string[] {
  return text
    .split(LINE_OR_BLOCK_END)
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
}

const TITLE_MAX_CHARACTERS = 120

function shortFirstLine([first]: string[]): string {
  return first && first.length <= TITLE_MAX_CHARACTERS ? first : ''
}
