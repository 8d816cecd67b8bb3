import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { Resolve } from './resolve-host.ts'

/** A server of this machine for tests of fetching, and a resolver that knows only it. */
export type LocalServer = { port: number; hits: string[]; close: () => Promise<void> }

/** Answers by path; what is not listed is a 404. */
export async function startHttp(routes: Record<string, RequestListener>): Promise<LocalServer> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.headers.host}${request.url}`)
    const route = routes[new URL(request.url ?? '/', 'http://x').pathname]
    if (route) route(request, response)
    else response.writeHead(404).end()
  })
  return listening(server, hits)
}

/** A server that speaks whatever the test wants. */
export async function startTcp(talk: (socket: Socket) => void): Promise<LocalServer> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    talk(socket)
  })
  return listening(server, [])
}

async function listening(server: Server, hits: string[]): Promise<LocalServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket).size)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { port, hits, close }
}

/** Sends every name that ends in .test to a local server, past the guard; other names do not exist. */
export function resolveTo(server: LocalServer): Resolve {
  return async (host) => {
    if (!host.endsWith('.test')) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    return [{ address: '127.0.0.1', port: server.port, exempt: true }]
  }
}
