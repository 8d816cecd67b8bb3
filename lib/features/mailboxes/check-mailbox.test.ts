import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import { openImap } from '#lib/server/mail/imap.ts'
import type { MailDns } from '#lib/server/mail/mail-dns.ts'
import type { MailWorld } from '#lib/server/mail/mail-world.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMailbox } from '#lib/testing/a-mailbox.ts'
import { MAIL_KEYS, mailKeyEntry } from '#lib/testing/mail-keys-for-tests.ts'
import type { MailPlace, TestMailServers } from '#lib/testing/mail-servers/mail-world-for-tests.ts'
import { startStandIn } from '#lib/testing/mail-servers/stand-in.ts'
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { checkMailbox } from './check-mailbox.ts'
import { connectMailbox, pauseMailbox, testMailbox } from './mailbox-commands.ts'
import { getMailbox } from './mailbox-queries.ts'

let servers: TestMailServers
let world: MailWorld
let ours: WorkspaceScope
const silent: Server[] = []

beforeAll(async () => {
  servers = await startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' })
})
afterAll(() => servers.stop())
afterEach(() => {
  for (const server of silent.splice(0)) server.close()
})

beforeEach(async () => {
  ours = await aWorkspace('Ours')
  allow(servers.allowHosts)
  world = {
    now: () => NOON,
    dns: noDns(),
    answerMs: 2000,
    arrivalMs: 10_000,
    ...(servers.ca ? { ca: servers.ca } : {}),
  }
})

describe('trying a mailbox', () => {
  it('sends a mail from it to itself, sees it arrive, and reads what the receiver says', async () => {
    const mailboxId = await connect()
    await check(mailboxId)
    const { state, failure, lastLookAt, lastMessageAt, ...mailbox } = await getMailbox(ours, mailboxId)
    expect(results(mailbox)).toEqual([
      'servers ok',
      'read ok',
      'folders ok',
      'send ok',
      'mail ok',
      'arrive ok',
      'verdict ok',
    ])
    expect({ state, failure, lastLookAt, lastMessageAt }).toEqual({
      ...{ state: 'connected', failure: '', lastLookAt: NOON, lastMessageAt: NOON },
    })
    const { words = '' } = mailbox.steps.at(-1) ?? {}
    expect(words).toContain('SPF: pass')
    expect(words).toContain(servers.kind === 'real' ? 'signed by rapport.test' : 'no signature')
  })

  it('works after STARTTLS as well', async (context) => {
    const { imapStartTls } = servers.people.sender
    const { smtpStartTls } = servers
    if (!imapStartTls || !smtpStartTls) return context.skip('The stand-in has no TLS')
    const mailboxId = await connect({ ...imapFields(imapStartTls), ...smtpFields(smtpStartTls) })
    await check(mailboxId)
    expect((await getMailbox(ours, mailboxId)).state).toBe('connected')
  })

  it('twice for one check sends one mail', async () => {
    const mailboxId = await connect()
    const before = await countInbox()
    const { checkId } = await row(mailboxId)
    await check(mailboxId)
    // As after a worker that was killed before it could say how it went.
    await database().mailbox.updateMany({
      where: { id: mailboxId, workspaceId: ours.workspaceId, checkId },
      data: { checkState: 'checking' },
    })
    await check(mailboxId)
    expect(await countInbox()).toBe(before + 1)
    const mailbox = await getMailbox(ours, mailboxId)
    expect(mailbox.state).toBe('connected')
    expect(mailbox.steps.find(({ step }) => step === 'mail')?.words).toContain('before')
  })

  it('without sending is done once the inbox is open', async () => {
    const mailboxId = await connect({ sends: undefined, smtpHost: '' })
    await check(mailboxId)
    const mailbox = await getMailbox(ours, mailboxId)
    expect(results(mailbox)).toEqual(['servers ok', 'read ok', 'folders ok', 'send skipped'])
    expect(mailbox.state).toBe('connected')
  })

  it('with a wrong password asks for a new one, and never tries the refused one again', async () => {
    const mailboxId = await connect({ password: 'wrong secret' })
    await check(mailboxId)
    const mailbox = await getMailbox(ours, mailboxId)
    expect(results(mailbox)).toEqual(['servers ok', 'read failed'])
    expect(mailbox).toMatchObject({ state: 'reconnect-needed', failureKind: 'login' })
    expect(JSON.stringify(mailbox)).not.toContain('wrong secret')
    await expect(testMailbox(ours, { mailboxId })).rejects.toThrow(/lock your account/)
    expect(mailbox.steps.at(-1)?.words).toContain('does not take this user name and password')
  })

  it('with a wrong password for sending alone says that it is that one', async () => {
    const mailboxId = await connect({ smtpPassword: 'wrong secret' })
    await check(mailboxId)
    const mailbox = await getMailbox(ours, mailboxId)
    expect(results(mailbox)).toEqual(['servers ok', 'read ok', 'folders ok', 'send failed'])
    expect(mailbox).toMatchObject({ state: 'reconnect-needed', failureKind: 'login' })
  })

  it('at a port where nobody listens says so', async () => {
    allow('127.0.0.1:1')
    const mailboxId = await connect({ imapPort: '1' })
    await check(mailboxId)
    expect(await failureOf(mailboxId)).toMatchObject({
      state: 'reconnect-needed',
      failureKind: 'unreachable',
    })
  })

  it('at the port of sending is no mailbox', async () => {
    const mailboxId = await connect(imapFields(servers.smtp))
    await check(mailboxId)
    const mailbox = await getMailbox(ours, mailboxId)
    expect(results(mailbox)).toEqual(['servers ok', 'read failed'])
    expect(['timeout', 'broken-off']).toContain(mailbox.failureKind)
  })

  it('whose certificate nobody vouches for gets no password', async (context) => {
    if (!servers.ca) return context.skip('The stand-in has no TLS')
    const { ca: _, ...untrusting } = world
    const mailboxId = await connect()
    await check(mailboxId, untrusting)
    expect(await failureOf(mailboxId)).toMatchObject({ failureKind: 'untrusted' })
  })

  it('with TLS asked of a server without it says so', async () => {
    const place = servers.people.sender.imapStartTls ?? servers.people.sender.imap
    const mailboxId = await connect(imapFields({ ...place, security: 'tls' }))
    await check(mailboxId)
    expect(await failureOf(mailboxId)).toMatchObject({ failureKind: 'no-tls' })
  })

  it.each(['tls', 'starttls'] as const)(
    'at a server that says nothing (%s) ends in time',
    async (security) => {
      const place = { ...(await aSilentServer()), security }
      allow(`127.0.0.1:${place.port}`)
      const mailboxId = await connect(imapFields(place))
      const started = performance.now()
      await check(mailboxId, { ...world, answerMs: 300 })
      expect(performance.now() - started).toBeLessThan(3000)
      expect(await failureOf(mailboxId)).toMatchObject({ failureKind: 'timeout' })
    },
  )

  it('at a server for sending that says nothing ends in time', async () => {
    const place = await aSilentServer()
    allow(`${servers.allowHosts},127.0.0.1:${place.port}`)
    const mailboxId = await connect(smtpFields(place))
    const started = performance.now()
    await check(mailboxId, { ...world, answerMs: 1000 })
    expect(performance.now() - started).toBeLessThan(6000)
    const mailbox = await getMailbox(ours, mailboxId)
    expect(results(mailbox).at(-1)).toBe('send failed')
    expect(mailbox.failureKind).toBe('timeout')
  })

  it('at a server that takes the password and then falls silent ends in time', async () => {
    const place: MailPlace = { ...(await aServer(takesLoginOnly)), security: 'none' }
    allow(`127.0.0.1:${place.port}`)
    const mailboxId = await connect(imapFields(place))
    const started = performance.now()
    await check(mailboxId, { ...world, answerMs: 500 })
    expect(performance.now() - started).toBeLessThan(4000)
    const mailbox = await getMailbox(ours, mailboxId)
    expect(results(mailbox)).toEqual(['servers ok', 'read ok', 'folders failed'])
    expect(mailbox.failureKind).toBe('timeout')
  })

  it('inside a private network opens no connection that nobody allowed', async () => {
    allow('')
    const mailboxId = await connect({ imapPort: '993' })
    await check(mailboxId)
    expect(await failureOf(mailboxId)).toMatchObject({ failureKind: 'closed-address' })
    const named = await connect({
      address: 'carla@rapport.test',
      imapHost: 'inside.example',
      imapPort: '993',
    })
    await check(named, { ...world, resolve: async () => [{ address: '10.0.0.8' }] })
    expect(await failureOf(named)).toMatchObject({ failureKind: 'closed-address' })
  })

  it('at a port that is none of mail’s asks nobody', async () => {
    allow('')
    const mailboxId = await connect({ imapHost: 'mail.example', imapPort: '5432' })
    await check(mailboxId)
    expect(await failureOf(mailboxId)).toMatchObject({ failureKind: 'closed-port' })
  })

  it('sends no password without TLS beyond this machine', async () => {
    allow('mail.example:143')
    const mailboxId = await connect({ imapHost: 'mail.example', imapPort: '143', imapSecurity: 'none' })
    await check(mailboxId, { ...world, resolve: async () => [{ address: '10.0.0.8' }] })
    expect(await failureOf(mailboxId)).toMatchObject({ failureKind: 'plain' })
  })

  it('that worked stays connected when its server is away, and says what failed', async () => {
    const mailboxId = await connect()
    await check(mailboxId)
    allow('')
    await testMailbox(ours, { mailboxId })
    await check(mailboxId)
    const mailbox = await getMailbox(ours, mailboxId)
    expect(mailbox.state).toBe('connected')
    expect(mailbox.failure).not.toBe('')
  })

  it('that was paused meanwhile changes nothing', async () => {
    const mailboxId = await connect()
    await pauseMailbox(ours, { mailboxId })
    await check(mailboxId)
    expect(await row(mailboxId)).toMatchObject({ state: 'paused', checkState: 'waiting', checkSentAt: null })
  })

  it('that cannot be unsealed asks for the password', async () => {
    const mailboxId = await connect()
    process.env.MAIL_SECRET_KEYS = mailKeyEntry('k9', 'other')
    forgetSettings()
    await check(mailboxId)
    process.env.MAIL_SECRET_KEYS = MAIL_KEYS
    forgetSettings()
    expect(await failureOf(mailboxId)).toMatchObject({ state: 'reconnect-needed', failureKind: 'no-key' })
  })
})

describe('trying a mailbox on the stand-in', () => {
  it('goes the same way', async () => {
    const standIn = await startStandIn()
    allow(standIn.allowHosts)
    const { address, password, imap } = standIn.people.sender
    const places = { ...imapFields(imap), ...smtpFields(standIn.smtp), password }
    const mailboxId = await connect({ address, ...places })
    await check(mailboxId)
    const { state, steps } = await getMailbox(ours, mailboxId)
    await standIn.stop()
    expect({ state, results: results({ steps }).filter((each) => !each.endsWith(' ok')) }).toEqual({
      ...{ state: 'connected', results: [] },
    })
  })
})

function connect(changes: Record<string, string | undefined> = {}) {
  const { sender } = servers.people
  const typed = {
    ...{ password: sender.password, ...imapFields(sender.imap), ...smtpFields(servers.smtp), ...changes },
  }
  return connectMailbox(ours, aMailbox(changes.address ?? sender.address, 'Anna', typed)).then(
    ({ mailboxId }) => mailboxId,
  )
}

function imapFields({ host, port, security }: MailPlace) {
  return { imapHost: host, imapPort: String(port), imapSecurity: security }
}

function smtpFields({ host, port, security }: MailPlace) {
  return { smtpHost: host, smtpPort: String(port), smtpSecurity: security }
}

async function check(mailboxId: string, here = world) {
  const { checkId } = await row(mailboxId)
  await checkMailbox({ workspaceId: ours.workspaceId, mailboxId, checkId: checkId ?? '' }, here)
}

function row(mailboxId: string) {
  return database().mailbox.findFirstOrThrow({ where: { id: mailboxId, workspaceId: ours.workspaceId } })
}

async function failureOf(mailboxId: string) {
  const { state, failureKind } = await row(mailboxId)
  return { state, failureKind }
}

function results({ steps }: { steps: { step: string; result: string }[] }): string[] {
  return steps.map(({ step, result }) => `${step} ${result}`)
}

async function countInbox(): Promise<number> {
  const { address, password, imap } = servers.people.sender
  const client = await openImap({ ...imap, user: address, password }, world)
  const { exists } = await client.mailboxOpen('INBOX', { readOnly: true })
  client.close()
  return exists
}

function allow(hosts: string) {
  process.env.MAIL_ALLOW_HOSTS = hosts
  forgetSettings()
}

/** Takes connections and never says a word. */
function aSilentServer(): Promise<MailPlace> {
  return aServer(() => {})
}

async function aServer(talk: (socket: Socket) => void): Promise<MailPlace> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    talk(socket)
  })
  silent.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return {
    host: '127.0.0.1',
    port: typeof address === 'object' && address ? address.port : 0,
    security: 'tls',
  }
}

/** As much IMAP as signing in needs. */
function takesLoginOnly(socket: Socket) {
  socket.write('* OK [CAPABILITY IMAP4rev1] hello\r\n')
  socket.on('data', (data) => {
    for (const [, tag, verb] of String(data).matchAll(/^(\S+) (\S+)/gm)) {
      if (verb === 'EXAMINE' || verb === 'SELECT') return
      socket.write(`${tag} OK done\r\n`)
    }
  })
}

function noDns(): MailDns {
  const none = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }))
  return { txt: none, mx: none, srv: none }
}
