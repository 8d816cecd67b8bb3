import { connect, createServer, type Socket } from 'node:net'
import type { MailPlace } from './mail-servers/mail-world-for-tests.ts'

/** Stands between a reader and its mail server, so that a test can cut the line, or take the server away for a while. */
export async function aMailProxy(to: MailPlace) {
  const sockets = new Set<Socket>()
  let isDown = false
  let taken = 0
  const server = createServer((socket) => {
    if (isDown) {
      socket.destroy()
      return
    }
    taken += 1
    const other = connect(to.port, to.host)
    for (const [one, another] of [
      [socket, other],
      [other, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => another.destroy())
      one.on('close', () => {
        sockets.delete(one)
        another.destroy()
      })
      one.pipe(another)
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    place: { ...to, port },
    allowHosts: `${to.host}:${port}`,
    /** How many connections were taken so far. */
    taken: () => taken,
    open: () => sockets.size / 2,
    cut,
    takeAway() {
      isDown = true
      cut()
    },
    bringBack() {
      isDown = false
    },
    stop() {
      cut()
      server.close()
    },
  }
}
