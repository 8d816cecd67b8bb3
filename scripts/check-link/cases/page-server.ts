import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { addressOf, type PageCase, type Served } from './page-case.ts'

const CERTIFICATES = new URL('../../../lib/server/fetching/cases/', import.meta.url)
const CODINGS = {
  gzip: gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  'raw-deflate': deflateRawSync,
}
/** What our own site answers where no case says otherwise. */
const OUR_HOST = 'acme.test'
const OUR_PAGE: Served = '<!doctype html><title>Acme</title><h1>Acme</h1>'
const NOT_THERE: Served = { status: 404, body: '<!doctype html><title>Not found</title><h1>Not found</h1>' }

export type PageServers = {
  /** The table of names for the command line: "host:port" to "ip:port". */
  hosts: Record<string, string | null>
  close: () => Promise<void>
}

/** Serves every case from this machine, over HTTP and TLS. What goes over the wire is written byte by byte. */
export async function startPageServers(cases: readonly PageCase[]): Promise<PageServers> {
  const answers = answersOf(cases)
  const pem = readFileSync(new URL('blog.test.pem', CERTIFICATES), 'utf8')
  const plain = createServer((socket) => talk(socket, 'http', answers))
  const secure = createTlsServer({ cert: pem, key: pem }, (socket) => talk(socket, 'https', answers))
  const closed = createServer()
  const servers = [plain, secure, closed]
  const sockets = new Set<Socket>()
  for (const server of servers) server.on('connection', (socket) => sockets.add(socket))
  const [plainPort, securePort, closedPort] = await Promise.all(servers.map(listening))
  await closing(closed)
  const hosts: PageServers['hosts'] = { [`${OUR_HOST}:80`]: `127.0.0.1:${plainPort}` }
  for (const address of answers.keys()) {
    const url = new URL(address.replace(/^HEAD /, ''))
    const isSecure = url.protocol === 'https:'
    hosts[`${url.hostname}:${url.port || (isSecure ? 443 : 80)}`] =
      `127.0.0.1:${isSecure ? securePort : plainPort}`
  }
  for (const [pair, what] of cases.flatMap(({ names }) => Object.entries(names ?? {})))
    hosts[pair] = what === null ? null : `127.0.0.1:${what === 'closed' ? closedPort : plainPort}`
  return {
    hosts,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all([plain, secure].map(closing))
    },
  }
}

/** Each address belongs to one case: what one case serves must not change another's answer. */
function answersOf(cases: readonly PageCase[]): Map<string, Served> {
  const answers = new Map<string, Served>()
  for (const one of cases) {
    for (const [address, served] of [
      [addressOf(one), one.page] as const,
      ...Object.entries(one.also ?? {}),
    ]) {
      const key = keyOf(address)
      if (key === null || served === null) continue
      if (answers.has(key) && answers.get(key) !== served)
        throw new Error(`Two answers for ${key}, one of them of "${one.name}"`)
      answers.set(key, served)
    }
  }
  return answers
}

function keyOf(address: string): string | null {
  const [, method = '', rest = ''] = /^(HEAD )?(.*)$/s.exec(address) ?? []
  const url = URL.parse(rest)
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return `${method}${url.origin}${url.pathname}${url.search}`
}

function talk(socket: Socket, scheme: string, answers: Map<string, Served>) {
  socket.on('error', () => {})
  let request = ''
  socket.on('data', (chunk) => {
    request += chunk.toString('latin1')
    // Somebody who speaks TLS gets what a plain server says to that.
    if (request.startsWith('\x16')) return socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    if (!request.includes('\r\n\r\n')) return
    const [, method = '', path = ''] = /^(\S+) (\S+)/.exec(request) ?? []
    const host = /^host:\s*(\S+)/im.exec(request)?.[1] ?? ''
    const key = keyOf(`${scheme}://${host}${path}`) ?? ''
    request = ''
    const served = (method === 'HEAD' ? answers.get(`HEAD ${key}`) : undefined) ?? answers.get(key)
    send(socket, method, served ?? (host === OUR_HOST ? OUR_PAGE : NOT_THERE))
  })
}

function send(socket: Socket, method: string, served: Served) {
  const answer = typeof served === 'string' ? { body: served } : served
  const bytes = answer.raw === undefined ? wireOf(answer, method) : Buffer.from(answer.raw, 'latin1')
  if (answer.after === 'stall') socket.write(bytes)
  // A reset throws away what the other side has not read yet, so it gets a moment to read.
  else if (answer.after === 'reset')
    socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 100))
  else socket.end(bytes)
}

function wireOf(answer: Exclude<Served, string>, method: string): Buffer {
  const { status = 200, type = 'text/html; charset=utf-8', headers = [], body = '', bytes, coding } = answer
  const plain = bytes === undefined ? Buffer.from(body, 'utf8') : Buffer.from(bytes, 'latin1')
  const content = coding ? CODINGS[coding](plain) : plain
  const given = new Set(headers.map(([name]) => name.toLowerCase()))
  const lines = [
    `HTTP/1.1 ${status} Said`,
    ...(type === null || given.has('content-type') ? [] : [`Content-Type: ${type}`]),
    ...(coding && !given.has('content-encoding') ? [`Content-Encoding: ${coding.replace('raw-', '')}`] : []),
    ...(given.has('content-length') || given.has('transfer-encoding')
      ? []
      : [`Content-Length: ${content.length}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ]
  const start = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  return method === 'HEAD' ? start : Buffer.concat([start, content])
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
