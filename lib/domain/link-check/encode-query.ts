import '@exodus/bytes/encoding.js'
import { percentEncodeAfterEncoding } from '@exodus/bytes/whatwg.js'

/** The URL standard's special-query percent-encode set, without the controls and what is not ASCII. */
const ENCODED = ' "#\'<>'

/**
 * An href with its query percent-encoded in the page's own encoding, as the URL standard has it (4.4, query state) for
 * http and https. What the encoding cannot write becomes a character reference; UTF-16 and dead encodings write UTF-8.
 */
export function withQueryEncoded(href: string, charset: string): string {
  if (charset.startsWith('utf-') || charset === 'replacement') return href
  const hash = href.indexOf('#')
  const end = hash === -1 ? behindLastVisible(href) : hash
  const mark = href.slice(0, end).indexOf('?')
  if (mark === -1) return href
  const query = href.slice(mark + 1, end)
  if (!/[^\0-\x7f]/.test(query)) return href
  // The URL parser drops these before it reads the query.
  const read = query.replace(/[\t\n\r]/g, '')
  return `${href.slice(0, mark)}?${percentEncodeAfterEncoding(charset, read, ENCODED)}${href.slice(end)}`
}

/** Controls and spaces at the end of an href are no part of it. */
function behindLastVisible(href: string): number {
  let end = href.length
  while (end > 0 && href.charCodeAt(end - 1) <= 0x20) end -= 1
  return end
}
