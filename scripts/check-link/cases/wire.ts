import type { Served } from './page-case.ts'

export const HTML = 'Content-Type: text/html; charset=utf-8\r\n'

/** An answer of 200 as it goes over the wire: more headers, and everything after them. */
export function raw(head: string, body: string, after?: 'stall' | 'reset'): Served {
  return { raw: `HTTP/1.1 200 OK\r\n${HTML}${head}Connection: close\r\n\r\n${body}`, after }
}

/** An answer of 200 whose body is coded already. */
export function coded(
  coding: string,
  body: Buffer,
  more: readonly (readonly [string, string])[] = [],
): Served {
  return { headers: [['Content-Encoding', coding], ...more], bytes: body.toString('latin1') }
}

/** One chunk of a chunked body. */
export function chunk(text: string, extension = ''): string {
  return `${Buffer.byteLength(text).toString(16)}${extension}\r\n${text}\r\n`
}
