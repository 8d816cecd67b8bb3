import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { forgetSettings } from '#lib/server/env.ts'

/** A mail server of this installation's own, which takes everything. `stop` when the tests are over. */
export async function anSmtpServer() {
  const letters: string[] = []
  const sockets: Socket[] = []
  const behaviour = { hangsUp: false }
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, answer) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        letters.push(Buffer.concat(pieces).toString())
        if (behaviour.hangsUp) for (const socket of sockets) socket.destroy()
        else answer()
      })
    },
  })
  smtp.server.on('connection', (socket: Socket) => sockets.push(socket))
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
  mailGoesOutBy(url)
  return {
    url,
    /** What it took, newest last. */
    letters,
    /** `hangsUp`: it takes a letter and breaks off before it says so. */
    behaviour,
    async stop() {
      mailGoesOutBy(undefined)
      await new Promise<void>((resolve) => smtp.close(resolve))
    },
  }
}

/** Sets SMTP_URL and MAIL_FROM, or neither. */
export function mailGoesOutBy(url: string | undefined) {
  if (url) Object.assign(process.env, { SMTP_URL: url, MAIL_FROM: 'Rapport <desk@rapport.test>' })
  else for (const name of ['SMTP_URL', 'MAIL_FROM']) delete process.env[name]
  forgetSettings()
}
