import { createServer, type Socket } from 'node:net'
import { LOOPBACK, type MailPlace } from './mail-world-for-tests.ts'

/** silent: takes connections and never says a word. Otherwise: what it answers to whoever signs in. */
export type OddImapWay = 'silent' | { signIn: string }

/** A server that does what neither the real ones nor the stand-in can be made to do. */
export async function startOddImap(way: OddImapWay) {
  const sockets = new Set<Socket>()
  let taken = 0
  const server = createServer((socket) => {
    taken += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    if (way === 'silent') return
    socket.write('* OK ready\r\n')
    socket.on('data', (piece) => {
      for (const line of piece.toString().split('\r\n').filter(Boolean))
        socket.write(answerTo(line, way.signIn))
    })
  })
  await new Promise<void>((ready) => server.listen(0, LOOPBACK, ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const place: MailPlace = { host: LOOPBACK, port, security: 'none' }
  return {
    place,
    allowHosts: `${LOOPBACK}:${port}`,
    taken: () => taken,
    stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

function answerTo(line: string, signIn: string): string {
  const [tag = '*', command = ''] = line.split(' ')
  switch (command.toUpperCase()) {
    case 'CAPABILITY':
      return `* CAPABILITY IMAP4rev1\r\n${tag} OK done\r\n`
    case 'LOGIN':
      return `${tag} ${signIn}\r\n`
    default:
      return `${tag} OK done\r\n`
  }
}
