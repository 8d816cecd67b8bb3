import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Resolve } from '#lib/server/fetching/resolve-host.ts'

export type Page = { status?: number; headers?: Record<string, string>; html?: string; waitMs?: number }

/**
 * A real server that answers for every host. Pages are kept by "host/path" and may be changed while it runs; what is
 * not there is a 404; what has the marks a request asks by (ETag, Last-Modified) is a 304. `resolve` leads every name to
 * it, and exempts it from the address guard.
 */
export async function otherPeoplesPages(pages: Record<string, Page> = {}) {
  const asked: { host: string; address: string; userAgent: string; ifChanged: boolean; at: number }[] = []
  const open = new Map<string, number>()
  const most = new Map<string, number>()
  const server = createServer((request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? ''
    const address = `${host}${request.url}`
    const { 'if-none-match': etag, 'if-modified-since': since } = request.headers
    asked.push({
      host,
      address,
      userAgent: request.headers['user-agent'] ?? '',
      ifChanged: etag !== undefined || since !== undefined,
      at: performance.now(),
    })
    open.set(host, (open.get(host) ?? 0) + 1)
    most.set(host, Math.max(most.get(host) ?? 0, open.get(host) ?? 0))
    response.once('close', () => open.set(host, (open.get(host) ?? 0) - 1))
    answer(response, isUnchanged(pages[address], etag, since) ? NOT_MODIFIED : pages[address])
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const resolve: Resolve = async () => [{ address: '127.0.0.1', port, exempt: true }]
  return {
    pages,
    asked,
    port,
    resolve,
    /** How many requests to one host were open at the same time, at most. */
    mostAtOnce: (host: string) => most.get(host) ?? 0,
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** A page with a text and, where given, a link in it. */
export function post(inside: string, head = ''): Page {
  return {
    html: `<!doctype html><html lang="en"><head><title>A post</title>${head}</head><body><h1>A post</h1>
      <p>Long enough to be read: we walked for three days with packs we had never tried before, and liked it.</p>
      <p>${inside}</p></body></html>`,
  }
}

const NOT_MODIFIED: Page = { status: 304 }

function isUnchanged(page: Page | undefined, etag: string | undefined, since: string | undefined): boolean {
  if (etag !== undefined) return page?.headers?.etag === etag
  return since !== undefined && page?.headers?.['last-modified'] === since
}

function answer(response: ServerResponse, page: Page | undefined) {
  const {
    status = 200,
    headers = {},
    html = '',
    waitMs = 0,
  } = page ?? { status: 404, html: '<h1>Not found</h1>' }
  setTimeout(() => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(html)
  }, waitMs)
}
