import { createServer, type IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import path from 'node:path'
import next from 'next'
import { refuseAtApiDoor } from '#lib/server/api-door.ts'
import { SettingsError, settings } from '#lib/server/env.ts'
import { sendInOnePiece } from '#lib/server/one-piece.ts'
import { setPageHeaders } from '#lib/server/page-headers.ts'
import { drawWhole } from '#lib/server/page-markup.ts'
import { peerOf } from '#lib/server/peer-address.ts'
import { makeErrorsReadable } from '#lib/server/readable-errors.ts'

const development = process.argv.includes('--dev')

try {
  await serve()
} catch (error) {
  console.error(error instanceof SettingsError ? `Rapport cannot start. ${error.message}` : error)
  process.exit(1)
}

/** The web process: Next behind a server of ours, which knows the peer's true address and, in local mode, checks Host. */
async function serve() {
  const { port, host, local, trustedProxies, appUrl } = settings()
  const secure = appUrl.startsWith('https:')
  const app = next({ dev: development, dir: path.resolve(import.meta.dirname, '..'), hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  const upgrade = app.getUpgradeHandler()
  const server = createServer((request, response) => {
    if (local && !isLoopbackHost(request)) {
      response
        .writeHead(421, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Rapport runs in local mode and answers to localhost only.\n')
      return
    }
    if (refuseAtApiDoor(request, response)) return
    const peer = peerOf(request.socket.remoteAddress, request.headers['x-forwarded-for'], trustedProxies)
    request.headers['x-rapport-peer'] = peer
    request.headers['x-forwarded-for'] = peer
    if (!development) {
      sendInOnePiece(response)
      makeErrorsReadable(request, response, port, host)
    }
    setPageHeaders(request, response, { development, secure })
    drawWhole(request, () => void handle(request, response))
  })
  server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head))
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Rapport cannot start. Port ${port} is taken by another program: choose another with PORT.`
        : error,
    )
    process.exit(1)
  })
  server.listen(port, host, () => process.send?.('listening'))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      server.close(() => process.exit(0))
      server.closeIdleConnections()
      setTimeout(() => process.exit(0), 3000).unref()
    })
  }
  process.on('disconnect', () => process.exit(0)) // `npm start` was killed: nobody is left to stop us
}

/** A page elsewhere that resolves its own name to 127.0.0.1 must not be able to talk to us. */
function isLoopbackHost(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return host === 'localhost' || host === '127.0.0.1' || (isIP(host) === 6 && host === '::1')
}
