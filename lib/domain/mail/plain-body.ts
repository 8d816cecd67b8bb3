import { bodyBehindHeaders, decodeUnnamed, readHeaderBlock } from './header-block.ts'
import { plainContentType } from './mail-facts.ts'

const HEAD_BYTES = 256 * 1024
const MOST_LINES = 60_000
const LINE_FEED = 10

/** A message of one part that nothing has to be decoded of but its letters: its head, and its body as text. */
export type PlainMessage = { head: Uint8Array; body: string; isHtml: boolean }

/**
 * Takes such a message apart without the MIME parser, which is slow on very many lines and takes every unnamed letter for UTF-8.
 * Null for everything else, flowed text too.
 */
export function readPlainMessage(raw: Uint8Array): PlainMessage | null {
  const end = endOfHead(raw)
  if (end === null) return null
  const head = raw.subarray(0, end)
  const headers = readHeaderBlock(decodeUnnamed(head))
  const type = plainContentType(headers.get('content-type')?.[0] ?? 'text/plain')
  const encoding = headers.get('content-transfer-encoding')?.[0]?.trim() ?? ''
  if (!/^text\/(?:plain|html)(?:;|$)/.test(type) || /flowed/.test(type)) return null
  if (/base64|quoted-printable/i.test(encoding)) return null
  if (/attachment/i.test(headers.get('content-disposition')?.[0] ?? '')) return null
  const charset = /;charset=([^;]{1,40})/.exec(type)?.[1] ?? ''
  return { head, body: decoded(raw.subarray(end), charset), isHtml: type.startsWith('text/html') }
}

/** The start of a message, up to as many lines as anybody reads. */
export function firstLines(raw: Uint8Array): Uint8Array {
  let lines = 0
  for (let at = raw.indexOf(LINE_FEED); at !== -1; at = raw.indexOf(LINE_FEED, at + 1)) {
    lines += 1
    if (lines === MOST_LINES) return raw.subarray(0, at + 1)
  }
  return raw
}

/** Where the body begins: behind the first empty line. */
function endOfHead(raw: Uint8Array): number | null {
  const start = Buffer.from(raw.subarray(0, HEAD_BYTES)).toString('latin1')
  const body = bodyBehindHeaders(start)
  return body === '' ? null : start.length - body.length
}

/** In the letters it names. A name nobody knows, UTF-7 among them, is no name; what calls itself UTF-8 may not be that. */
function decoded(body: Uint8Array, charset: string): string {
  if (charset === '' || /^(?:us-ascii|ascii|utf-?8)$/.test(charset)) return decodeUnnamed(body)
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return decodeUnnamed(body)
  }
}
