import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { forgetSettings } from '#lib/server/env.ts'
import { composeMail } from '#lib/server/mail/compose-mail.ts'
import { openImap } from '#lib/server/mail/imap.ts'
import { openSmtp } from '#lib/server/mail/smtp.ts'
import {
  type PersonName,
  REFUSED_ADDRESS,
  type TestMailServers,
  UNKNOWN_ADDRESS,
} from './mail-world-for-tests.ts'
import { startStandIn } from './stand-in.ts'
import { startMailServers } from './start-mail-servers.ts'

let main: TestMailServers
let standIn: TestMailServers

beforeAll(async () => {
  main = await startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' })
  standIn = await startStandIn()
  process.env.MAIL_ALLOW_HOSTS = `${main.allowHosts},${standIn.allowHosts}`
  forgetSettings()
})
afterAll(async () => {
  await Promise.all([main.stop(), standIn.stop()])
})

describe('the servers of mail tests', () => {
  it.each([
    ['those of this machine', () => main],
    ['the stand-in', () => standIn],
  ])('carry a mail from one person to another and to nobody else: %s', async (_, those) => {
    const servers = those()
    await send(servers, servers.people.blogger.address, 'Grüße')
    await send(servers, servers.people.private.address, 'At home')
    expect(await subjectsOf(servers, 'blogger', 1)).toEqual(['Grüße'])
    expect(await subjectsOf(servers, 'private', 1)).toEqual(['At home'])
    await expect(send(servers, REFUSED_ADDRESS, 'No')).rejects.toMatchObject({ responseCode: 550 })
  })

  it('answer holidays and bounces of their own', async (context) => {
    if (main.kind !== 'real') return context.skip('Only real servers bounce')
    await send(main, main.people.away.address, 'Are you there')
    await send(main, main.people.full.address, 'A full box')
    await send(main, UNKNOWN_ADDRESS, 'Who is there')
    const texts = await textsOf(main, 'sender', 3)
    const holding = (words: string) => texts.filter((text) => text.includes(words))
    expect(holding('I am away until Monday')).toHaveLength(1)
    expect(holding('5.2.2')).toHaveLength(1)
    expect(holding('5.1.1')).toHaveLength(1)
    expect(holding('message/delivery-status')).toHaveLength(2)
  })

  it('end with whoever started them, even when that is killed', async (context) => {
    if (main.kind !== 'real') return context.skip('The stand-in lives in the test itself')
    const starter = spawn(process.execPath, [path.join(import.meta.dirname, 'start-and-wait.ts')], {
      cwd: path.resolve(import.meta.dirname, '../../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void starter.kill('SIGKILL'))
    let folder = ''
    let port = 0
    for await (const line of createInterface(starter.stdout)) {
      if (!line.startsWith('{')) continue
      ;({ folder, port } = JSON.parse(line))
      break
    }
    expect([existsSync(folder), await isOpen(port)]).toEqual([true, true])
    starter.kill('SIGKILL')
    for (let tries = 0; tries < 200 && existsSync(folder); tries += 1) await pause(50)
    expect([existsSync(folder), await isOpen(port)]).toEqual([false, false])
  })

  it('must be real ones where that is asked for', async () => {
    await expect(startMailServers({ required: true, places: ['/nowhere'] })).rejects.toThrow(
      /Dovecot and Exim cannot be found/,
    )
    const { kind, stop } = await startMailServers({ required: false, places: ['/nowhere'] })
    await stop()
    expect(kind).toBe('stand-in')
  })
})

function worldOf({ ca }: TestMailServers) {
  return ca ? { ca } : {}
}

async function send(servers: TestMailServers, to: string, subject: string) {
  const { address, password } = servers.people.sender
  const login = { ...servers.smtp, user: address, password }
  const raw = await composeMail({
    ...{ from: { name: 'Anna', address }, to: { name: '', address: to }, subject, text: 'Hello' },
    ...{ messageId: `<${crypto.randomUUID()}@rapport.test>`, date: new Date() },
  })
  const transport = await openSmtp(login, address, worldOf(servers))
  try {
    await transport.sendMail({ envelope: { from: address, to: [to] }, raw })
  } finally {
    transport.close()
  }
}

/** What is in somebody's inbox, once there are so many. */
async function inbox(servers: TestMailServers, name: PersonName, count: number) {
  const { address, password, imap } = servers.people[name]
  const client = await openImap({ ...imap, user: address, password }, worldOf(servers))
  try {
    for (let tries = 0; tries < 100; tries += 1) {
      const { exists } = await client.mailboxOpen('INBOX', { readOnly: true })
      if (exists >= count) break
      await pause(50)
    }
    const messages = []
    for await (const message of client.fetch('1:*', { envelope: true, source: true })) messages.push(message)
    return messages
  } finally {
    client.close()
  }
}

async function subjectsOf(...those: Parameters<typeof inbox>) {
  return (await inbox(...those)).map(({ envelope }) => envelope?.subject)
}

async function textsOf(...those: Parameters<typeof inbox>) {
  return (await inbox(...those)).map(({ source }) => String(source))
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
