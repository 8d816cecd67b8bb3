import { labelToName } from '@exodus/bytes/encoding.js'
import { decodeText } from '../link-check/decode-text.ts'

const DECLARATION_BYTES = 300

/**
 * A feed's bytes as text. A byte order mark decides; then what the XML or the server says, unless the bytes say otherwise:
 * feeds are often labelled with an encoding they are not in. Never throws.
 */
export function decodeFeed(bytes: Uint8Array, contentType = ''): string {
  const marked = byMark(bytes) ?? byShape(bytes)
  if (marked) return withoutMark(decodeText(bytes, marked))
  const said = nameOf(declaredIn(bytes)) ?? nameOf(/charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1])
  const utf8 = asUtf8(bytes)
  // Hardly any text in another encoding happens to be valid UTF-8; a wrong label is far more common.
  if (utf8 !== null) return withoutMark(utf8)
  return withoutMark(decodeText(bytes, said === null || said === 'utf-8' ? 'windows-1252' : said))
}

function byMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** UTF-16 without a mark: a "<" or "{" with a zero beside it. */
function byShape([first, second]: Uint8Array): string | null {
  if ((first === 0x3c || first === 0x7b) && second === 0) return 'utf-16le'
  return first === 0 && (second === 0x3c || second === 0x7b) ? 'utf-16be' : null
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES))
  return /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']+)["']/i.exec(start)?.[1]
}

/** UTF-16 cannot be true here: its declaration was read byte by byte. */
function nameOf(label: string | undefined): string | null {
  const name = label === undefined ? null : labelToName(label)
  if (name === null) return null
  const lower = name.toLowerCase()
  return lower.startsWith('utf-16') || lower === 'replacement' ? 'utf-8' : lower
}

/** ISO-2022-JP is ASCII with escapes, so that it would pass for UTF-8. */
function asUtf8(bytes: Uint8Array): string | null {
  if (bytes.includes(0x1b)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
