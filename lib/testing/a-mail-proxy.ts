import { connect, createServer, type Socket } from 'node:net'
import type { MailPlace } from './mail-servers/mail-world-for-tests.ts'

/**
 * Stands between a reader and its mail server, so that a test can cut the line, take the server away for a while, or let it go
 * silent: connections stay open and nothing comes through them any more, as behind a router that forgot them.
 */
export async function aMailProxy(to: MailPlace) {
  const sockets = new Set<Socket>()
  let isDown = false
  let isSilent = false
  let msPerKilobyte = 0
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
      // What comes while it is silent is lost, as it is there.
      one.on('data', (piece) => {
        if (isSilent) return
        if (msPerKilobyte === 0 || one === socket) {
          another.write(piece)
          return
        }
        one.pause()
        setTimeout(
          () => {
            another.write(piece)
            one.resume()
          },
          (piece.length / 1024) * msPerKilobyte,
        )
      })
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
    goSilent() {
      isSilent = true
    },
    /** What the server says takes so long from now on. */
    slowDown(ms: number) {
      msPerKilobyte = ms
    },
    bringBack() {
      isDown = false
      isSilent = false
      msPerKilobyte = 0
    },
    stop() {
      cut()
      server.close()
    },
  }
}
