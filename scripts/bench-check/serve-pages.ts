import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { benchPage, POST_PATH } from './bench-pages.ts'

const DIFFERENT_PAGES = 64
const ROBOTS = 'User-agent: *\nDisallow: /admin\nDisallow: /*?print=\nAllow: /\n'

/** Serves the pages on loopback, in a process of its own, and says at which port. */
export async function servePages(): Promise<void> {
  const pages = Array.from({ length: DIFFERENT_PAGES }, (_, number) => {
    const bytes = Buffer.from(benchPage(number))
    return { bytes, figuresAt: bytes.indexOf(`${POST_PATH}000000`) + POST_PATH.length }
  })
  const server = createServer((request, response) => {
    const figures = /^\/posts\/(\d{6})$/.exec(request.url ?? '')?.[1]
    const page = figures === undefined ? undefined : pages[Number(figures) % DIFFERENT_PAGES]
    if (page && figures !== undefined) {
      const body = Buffer.from(page.bytes)
      body.write(figures, page.figuresAt)
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }
      response.writeHead(200, headers).end(body)
    } else if (request.url === '/robots.txt')
      response.writeHead(200, { 'content-type': 'text/plain' }).end(ROBOTS)
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Ours.</p>')
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.send?.({ port: (server.address() as AddressInfo).port })
}
