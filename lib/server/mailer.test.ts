import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { forgetSettings } from './env.ts'
import { canSendMail, sendMail } from './mailer.ts'

const mail = {
  to: 'anna@people.test',
  subject: 'A new password',
  text: 'Hello Anna,\n\nhttps://rapport.test/reset/abc\n',
}
let server: Server | undefined

afterEach(() => {
  server?.close()
  setMail(undefined)
})

describe('mail', () => {
  it('is handed to the server as plain text, from the address that was set', async () => {
    const { port, received } = await aMailServer('250 taken')
    setMail(`smtp://127.0.0.1:${port}`)
    expect(await sendMail(mail)).toEqual({ sent: true })
    const letter = (await received).replaceAll('\r\n', '\n')
    expect(letter).toContain('From: Rapport <desk@rapport.test>')
    expect(letter).toContain('To: anna@people.test')
    expect(letter).toContain('Content-Type: text/plain')
    expect(letter).not.toContain('text/html')
    expect(letter).toContain('https://rapport.test/reset/abc')
  })

  it('that the server refuses is an answer with a reason', async () => {
    const { port } = await aMailServer('550 no such person')
    setMail(`smtp://127.0.0.1:${port}`)
    expect(await sendMail(mail)).toEqual({
      sent: false,
      why: 'The mail server did not take the mail (EENVELOPE).',
    })
  })

  it('to a server that is down is an answer with a reason', async () => {
    setMail('smtp://127.0.0.1:1')
    const down = { sent: false, why: expect.stringContaining('ESOCKET'), isUnreached: true }
    expect(await sendMail(mail)).toEqual(down)
  })

  it('to a server nobody knows was certainly not sent', async () => {
    setMail('smtp://no-such-host.invalid:25')
    expect(await sendMail(mail)).toMatchObject({ sent: false, isUnreached: true })
  })

  it('is not sent where nobody set it up', async () => {
    expect(canSendMail()).toBe(false)
    expect(await sendMail(mail)).toEqual({ sent: false, why: 'This server sends no mail.' })
  })
})

function setMail(url: string | undefined) {
  if (url) Object.assign(process.env, { SMTP_URL: url, MAIL_FROM: 'Rapport <desk@rapport.test>' })
  else for (const name of ['SMTP_URL', 'MAIL_FROM']) delete process.env[name]
  forgetSettings()
}

/** As much of RFC 5321 as one mail needs. */
function aMailServer(answerToRecipient: string): Promise<{ port: number; received: Promise<string> }> {
  let deliver: (letter: string) => void
  const received = new Promise<string>((resolve) => {
    deliver = resolve
  })
  server = createServer((socket) => {
    let pending = ''
    let letter: string | undefined
    const say = (text: string) => socket.write(`${text}\r\n`)
    say('220 mail.test')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      pending += chunk
      for (let end = pending.indexOf('\r\n'); end !== -1; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        if (letter !== undefined) {
          if (line !== '.') letter += `${line}\r\n`
          else {
            deliver(letter)
            letter = undefined
            say('250 taken')
          }
        } else if (/^DATA/i.test(line)) {
          letter = ''
          say('354 go on')
        } else if (/^RCPT/i.test(line)) say(answerToRecipient)
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else say('250 mail.test')
      }
    })
  })
  const listening = server
  return new Promise((resolve) => {
    listening.listen(0, '127.0.0.1', () => {
      resolve({ port: (listening.address() as AddressInfo).port, received })
    })
  })
}
