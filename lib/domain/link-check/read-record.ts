import { decodeText } from './decode-text.ts'
import type { PageContent } from './page-content.ts'
import type { PageObservation } from './page-observation.ts'
import type { PageRecord } from './page-record.ts'
import { recordPage } from './record-page.ts'

export type Reading = { record: PageRecord; overBudget: boolean; charset: string; markup: string }

/** Decodes a body and reads it in one walk. What is neither HTML nor text gives an empty record. */
export function readRecord(observation: PageObservation, content: PageContent): Reading {
  const charset = content.charset ?? 'utf-8'
  const markup = content.kind === 'other' ? '' : decodeText(observation.body, charset)
  const first = recordAs(content, markup)
  const later = content.charsetIsTentative ? laterCharset(first.record) : null
  if (later === null || later === charset) return { ...first, charset, markup }
  const again = decodeText(observation.body, later)
  return { ...recordAs(content, again), charset: later, markup: again }
}

function recordAs(content: PageContent, markup: string): { record: PageRecord; overBudget: boolean } {
  const source =
    content.kind === 'text' || content.kind === 'other'
      ? `<pre>${markup.replace(/&/g, '&amp;').replace(/</g, '&lt;')}`
      : content.kind === 'xhtml'
        ? asHtml(markup)
        : markup
  const { record, truncated } = recordPage(source)
  return { record, overBudget: truncated }
}

/** In XHTML any element may close itself; an HTML parser would leave it open and swallow what follows. */
function asHtml(xhtml: string): string {
  return xhtml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
    )
    .replace(/<([A-Za-z][\w:-]*)((?:\s+[^<>"']*(?:"[^"]*"|'[^']*')?)*?)\s*\/>/g, '<$1$2></$1>')
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
