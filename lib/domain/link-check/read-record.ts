import { decodeText } from './decode-text.ts'
import type { PageContent } from './page-content.ts'
import type { PageObservation } from './page-observation.ts'
import type { PageRecord } from './page-record.ts'
import { recordPage } from './record-page.ts'
import { xhtmlAsHtml } from './xhtml.ts'

/** `source` is what the HTML parser was given: the markup, or what stands for it where it is XHTML or text. */
export type Reading = {
  record: PageRecord
  overBudget: boolean
  charset: string
  /** Nothing named the encoding, so a `<meta charset>` behind what is known still may. */
  charsetIsOpen: boolean
  markup: string
  source: string
}

/** Decodes a body and reads it in one walk. What is neither HTML nor text gives an empty record. */
export function readRecord(observation: PageObservation, content: PageContent): Reading {
  const charset = content.charset ?? 'utf-8'
  const markup = content.kind === 'other' ? '' : decodeText(observation.body, charset)
  const first = recordAs(content, markup)
  const later = content.charsetIsTentative ? laterCharset(first.record) : null
  const charsetIsOpen = content.charsetIsTentative && later === null
  if (later === null || later === charset) return { ...first, charset, charsetIsOpen, markup }
  const again = decodeText(observation.body, later)
  return { ...recordAs(content, again), charset: later, charsetIsOpen, markup: again }
}

function recordAs(
  content: PageContent,
  markup: string,
): { record: PageRecord; overBudget: boolean; source: string } {
  const source =
    content.kind === 'text' || content.kind === 'other'
      ? `<pre>${markup.replace(/&/g, '&amp;').replace(/</g, '&lt;')}`
      : content.kind === 'xhtml'
        ? xhtmlAsHtml(markup)
        : markup
  const { record, truncated } = recordPage(source)
  return { record, overBudget: truncated, source }
}

/** The parser meets a `<meta charset>` past the first 1024 bytes: the HTML standard then changes the encoding. */
function laterCharset(record: PageRecord): string | null {
  for (const label of record.charsets) {
    try {
      const name = new TextDecoder(label).encoding
      return name.startsWith('utf-16') ? 'utf-8' : name
    } catch {
      // An encoding nobody knows does not count.
    }
  }
  return null
}

/** The document's base URL. A base that is no address, or leads to `data:` or `javascript:`, does not count. */
export function baseOf(record: PageRecord, pageUrl: string): string {
  const base = record.baseHref === null ? null : URL.parse(record.baseHref, pageUrl)
  return base && base.protocol !== 'data:' && base.protocol !== 'javascript:' ? base.href : pageUrl
}
