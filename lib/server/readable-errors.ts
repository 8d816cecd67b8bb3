import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliDecompressSync, unzipSync } from 'node:zlib'
import { PRESS_EMBED, PRESS_PAGE, SHARED_REPORT } from './page-headers.ts'

/** An address no route has: Next answers it with the whole 404 page, drawn on the server. */
const NOWHERE = '/not-here'
const PROBLEM = '/problem'
const INNER = 'x-rapport-inner'

/**
 * Next answers notFound() and thrown bugs with the right status but an empty body, to be drawn by scripts. Without
 * scripts one would see nothing. So for a whole page (not for data asked by scripts) such an answer is left out, and
 * the page that says the same, drawn by the server, is sent in its place with the same status.
 *
 * @param port where this very server listens on loopback
 */
export function makeErrorsReadable(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  host: string,
) {
  if (request.headers[INNER] || request.headers.rsc || request.headers['next-action']) return
  if ([PRESS_PAGE, PRESS_EMBED, SHARED_REPORT].some((ours) => ours.test(request.url ?? ''))) return
  const original = {
    write: response.write,
    end: response.end,
    writeHead: response.writeHead,
    flushHeaders: response.flushHeaders,
  }
  const leftOut: Buffer[] = []
  let decided: 'pass' | 'replace' | undefined

  const replaces = () => {
    decided ??= isBlankPage(response) ? 'replace' : 'pass'
    return decided === 'replace'
  }
  response.writeHead = function writeHead(this: ServerResponse, status: number, ...rest: unknown[]) {
    this.statusCode = status
    return replaces() ? this : Reflect.apply(original.writeHead, this, [status, ...rest])
  } as typeof response.writeHead
  response.flushHeaders = function flushHeaders() {
    if (!replaces()) original.flushHeaders.call(response)
  }
  response.write = function write(this: ServerResponse, ...args: unknown[]) {
    if (!replaces()) return Reflect.apply(original.write, this, args)
    leftOut.push(Buffer.from(args[0] as Uint8Array))
    return true
  } as typeof response.write
  response.end = function end(this: ServerResponse, ...args: unknown[]) {
    if (!replaces()) return Reflect.apply(original.end, this, args)
    if (args[0] instanceof Uint8Array || typeof args[0] === 'string')
      leftOut.push(Buffer.from(args[0] as Uint8Array))
    const status = this.statusCode
    const path = status === 404 ? NOWHERE : `${PROBLEM}?id=${errorIdIn(leftOut, response)}`
    Object.assign(response, original)
    sendInstead(request, response, { status, path, port, host })
    return this
  } as typeof response.end
}

function isBlankPage(response: ServerResponse): boolean {
  const isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html')
  return isPage && (response.statusCode === 404 || response.statusCode === 500)
}

function sendInstead(
  request: IncomingMessage,
  response: ServerResponse,
  to: { status: number; path: string; port: number; host: string },
) {
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  const headers = { host: request.headers.host, cookie: request.headers.cookie ?? '', [INNER]: '1' }
  const inner = httpRequest(
    { host: to.host === '0.0.0.0' ? '127.0.0.1' : to.host, port: to.port, path: to.path, headers },
    (answer) => {
      response.writeHead(to.status, { ...answer.headers, 'cache-control': 'no-store' })
      answer.pipe(response)
    },
  )
  inner.on('error', () =>
    response
      .writeHead(to.status, { 'content-type': 'text/plain; charset=utf-8' })
      .end('This page cannot be shown right now.\n'),
  )
  inner.end()
}

/** The number Next logged the bug under stands in the page it would have sent. */
function errorIdIn(chunks: Buffer[], response: ServerResponse): string {
  const body = Buffer.concat(chunks)
  const encoding = response.getHeader('content-encoding')
  try {
    const html = encoding === 'br' ? brotliDecompressSync(body) : encoding ? unzipSync(body) : body
    return (
      /data-next-error-digest="(\w+)"|"digest\\?":\\?"(\w+)/.exec(html.toString())?.slice(1).find(Boolean) ??
      ''
    )
  } catch {
    return ''
  }
}
