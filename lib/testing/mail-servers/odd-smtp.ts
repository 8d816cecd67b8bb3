import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { LOOPBACK, type MailPlace, passwordOf } from './mail-world-for-tests.ts'

/** What a server does that ordinary ones do not. */
export type Oddity = {
  /** Its answer to the recipient: "550 5.1.1 No such person". */
  atRecipient?: string
  /** Its answer after the final dot: "451 4.3.0 Later", "250 2.0.0 OK <other@id>". */
  afterData?: string
  /** The connection ends: while the mail is on its way, or after the final dot without a word. */
  hangsUp?: 'during-data' | 'after-data'
  /** Before it says yes. */
  onMail?: (letter: string) => Promise<void>
}

/** An SMTP server for what real ones do only sometimes. It takes a mail from whoever signs in, and keeps it. */
export async function startOddSmtp() {
  const odd: { does: Oddity } = { does: {} }
  const taken: string[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    ...{ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, hideSTARTTLS: true, logger: false },
    onAuth: ({ username = '', password }, _session, answer) => {
      if (password === passwordOf(username)) answer(null, { user: username })
      else answer(smtpError('535 5.7.8 Error: authentication failed'))
    },
    onRcptTo: (_address, _session, answer) => {
      answer(odd.does.atRecipient ? smtpError(odd.does.atRecipient) : null)
    },
    onData: (stream, session: SMTPServerSession, answer) => {
      const pieces: Buffer[] = []
      const { hangsUp, afterData = '250 OK', onMail } = odd.does
      if (hangsUp === 'during-data') return endAll(sockets)
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', async () => {
        const letter = Buffer.concat(pieces).toString('latin1')
        if (!/^[45]/.test(afterData)) taken.push(letter)
        await onMail?.(letter)
        if (hangsUp === 'after-data') return endAll(sockets)
        if (/^[45]/.test(afterData)) answer(smtpError(afterData))
        else (answer as (error: null, words: string) => void)(null, afterData.slice(4))
      })
      void session
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, LOOPBACK, ready))
  const { port } = server.server.address() as AddressInfo
  const place: MailPlace = { host: LOOPBACK, port, security: 'none' }
  return { place, taken, odd, stop: () => new Promise<void>((done) => server.close(done)) }
}

function endAll(sockets: Set<Socket>) {
  for (const socket of sockets) socket.destroy()
}

function smtpError(words: string): Error {
  const [code = '550', ...rest] = words.split(' ')
  return Object.assign(new Error(rest.join(' ')), { responseCode: Number(code) })
}
