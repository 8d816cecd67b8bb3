import { execFileSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMailProxy } from '#lib/testing/a-mail-proxy.ts'
import { pitchRow } from '#lib/testing/a-pitch.ts'
import {
  aConnectedMailbox,
  aMail,
  aPitchTo,
  asOwner,
  emptyMailbox,
  putMails,
  type ReadingWorld,
  readingWorldOf,
  readOnce,
} from '#lib/testing/a-read-mailbox.ts'
import { startOddImap } from '#lib/testing/mail-servers/odd-imap.ts'
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { changeMailbox } from '../mailboxes/mailbox-commands.ts'
import { changeMailboxSchema } from '../mailboxes/mailbox-schema.ts'
import { type MailboxesWorld, watchMailboxes } from './watch-mailboxes.ts'

const HOUR_MS = 3_600_000

let reading: ReadingWorld
let proxy: Awaited<ReturnType<typeof aMailProxy>>
let ours: WorkspaceScope
let mailboxId: string
let running: ReturnType<typeof watchMailboxes>[] = []
const ends: (() => void)[] = []

beforeAll(async () => {
  reading = readingWorldOf(await startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' }))
  proxy = await aMailProxy(reading.servers.people.sender.imap)
  allow(proxy.allowHosts)
})
afterAll(async () => {
  proxy.stop()
  await reading.servers.stop()
})
beforeEach(async () => {
  proxy.bringBack()
  await emptyMailbox(reading)
  ours = await aWorkspace('Ours', new Date())
  mailboxId = await aConnectedMailbox(ours, reading, { imapPort: String(proxy.place.port) })
})
afterEach(async () => {
  for (const watch of running.splice(0)) await watch.stop()
  running = []
  for (const end of ends.splice(0)) end()
  await databaseAcrossWorkspaces().mailbox.updateMany({ data: { state: 'paused' } })
})

function allow(...places: string[]) {
  process.env.MAIL_ALLOW_HOSTS = [reading.servers.allowHosts, ...places].join(',')
  forgetSettings()
}
function watch(changes: MailboxesWorld = {}) {
  const watching = watchMailboxes({ ...reading.world, pollMs: HOUR_MS, rollCallMs: 50, ...changes })
  running.push(watching)
}
const mailboxRow = () =>
  database().mailbox.findFirstOrThrow({ where: { id: mailboxId, workspaceId: ours.workspaceId } })
const until = (claim: () => Promise<void>, timeout = 25_000) => vi.waitFor(claim, { timeout, interval: 50 })
const looked = () => until(async () => expect((await mailboxRow()).lastLookAt).not.toBeNull())
const answered = (pitchId: string) =>
  until(async () => expect((await pitchRow(ours, pitchId)).state).toBe('answered'))
const anAnswer = ({ subject, messageId }: { subject: string; messageId: string }, from = 'ben@blog.test') =>
  aMail({ from, subject: `Re: ${subject}`, inReplyTo: messageId, text: 'Yes.' })

describe('reading a mailbox for days', () => {
  it('notices a line that is dead and does not say so, and reads what came meanwhile', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    watch({ pollMs: 300, answerMs: 700 })
    await looked()
    proxy.goSilent()
    await putMails(reading, [anAnswer(pitch)])
    await until(async () => expect(await mailboxRow()).toMatchObject({ failureKind: 'timeout' }))
    proxy.bringBack()
    proxy.cut()
    await answered(pitch.pitchId)
    await until(async () => expect(await mailboxRow()).toMatchObject({ failure: '', state: 'connected' }))
  })

  it('asks a server for less at once that takes too long for much', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    const others = Array.from({ length: 110 }, (_, n) =>
      aMail({ from: `shop${n}@shop.test`, subject: `Order ${n} ${'of many things '.repeat(20)}` }),
    )
    await putMails(reading, [...others, anAnswer(pitch)])
    // Headers of a hundred mails take some five seconds.
    proxy.slowDown(60)
    watch({ answerMs: 1_800 })
    await answered(pitch.pitchId)
  }, 40_000)

  it('goes on through a server that takes the connection and never says a word', async () => {
    const odd = await startOddImap('silent')
    ends.push(odd.stop)
    allow(proxy.allowHosts, odd.allowHosts)
    const { host, port, security } = odd.place
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    const where = { id: mailboxId, workspaceId: ours.workspaceId }
    const before = await mailboxRow()
    await database().mailbox.updateMany({
      where,
      data: { imapHost: host, imapPort: port, imapSecurity: security },
    })
    watch({ answerMs: 400 })
    await until(async () =>
      expect(await mailboxRow()).toMatchObject({ failureKind: 'timeout', state: 'connected' }),
    )
    await until(async () => expect(odd.taken()).toBeGreaterThan(1))
    const { imapHost, imapPort, imapSecurity } = before
    await database().mailbox.updateMany({ where, data: { imapHost, imapPort, imapSecurity } })
    await putMails(reading, [anAnswer(pitch)])
    await answered(pitch.pitchId)
  })

  it.each([
    ['by its code', 'NO [UNAVAILABLE] Please come back'],
    ['in words', 'NO [ALERT] Too many simultaneous connections. (Failure)'],
  ])(
    'does not ask for a new password where the server says %s that it lets nobody in now',
    async (_, signIn) => {
      const odd = await startOddImap({ signIn })
      ends.push(odd.stop)
      allow(proxy.allowHosts, odd.allowHosts)
      const { host, port, security } = odd.place
      await database().mailbox.updateMany({
        where: { id: mailboxId, workspaceId: ours.workspaceId },
        data: { imapHost: host, imapPort: port, imapSecurity: security },
      })
      watch()
      await until(async () => expect(odd.taken()).toBeGreaterThan(1))
      await until(async () =>
        expect(await mailboxRow()).toMatchObject({ failureKind: 'busy', state: 'connected' }),
      )
    },
  )

  it('begins again by itself once a password that was changed is typed anew', async () => {
    const { password } = reading.servers.people.sender
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    await retype(`not ${password}`)
    watch()
    await until(async () => expect((await mailboxRow()).state).toBe('reconnect-needed'))
    const tried = proxy.taken()
    await putMails(reading, [anAnswer(pitch)])
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(proxy.taken()).toBe(tried)
    await retype(password)
    await answered(pitch.pitchId)
  })

  /** As its member does; that it works, as a try says afterwards. */
  async function retype(password: string) {
    const { imapHost, imapPort, imapSecurity, smtpHost, smtpPort, smtpSecurity, name } = await mailboxRow()
    const typed = {
      mailboxId,
      name,
      password,
      smtpPassword: password,
      sends: 'on',
      dailyCap: '5',
      timeZone: 'UTC',
    }
    await changeMailbox(
      ours,
      changeMailboxSchema.parse({
        ...{ ...typed, imapHost, imapPort: String(imapPort), imapSecurity },
        ...{ smtpHost, smtpPort: String(smtpPort), smtpSecurity },
      }),
    )
    await database().mailbox.updateMany({
      where: { id: mailboxId, workspaceId: ours.workspaceId },
      data: { state: 'connected' },
    })
  }

  it('hears of an answer after many lines that were dropped, each after a while of use', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    watch({ firstPauseMs: 10 })
    await looked()
    for (let drops = 0; drops < 8; drops += 1) {
      const { lastLookAt } = await mailboxRow()
      proxy.cut()
      await until(async () => expect((await mailboxRow()).lastLookAt).not.toEqual(lastLookAt))
    }
    await putMails(reading, [anAnswer(pitch)])
    await answered(pitch.pitchId)
    expect(await mailboxRow()).toMatchObject({ state: 'connected', failure: '' })
  })
})

describe('numbers of mails', () => {
  it('may have gaps: what was deleted before it was read is passed over', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    const other = (n: number) => aMail({ from: 'shop@shop.test', subject: `Order ${n}` })
    await putMails(reading, [other(1), other(2)])
    await readOnce(reading, ours, mailboxId)
    await putMails(reading, [other(3), other(4), other(5), anAnswer(pitch)])
    const imap = await asOwner(reading)
    await imap.mailboxOpen('INBOX')
    await imap.messageDelete('2:4')
    imap.close()
    await readOnce(reading, ours, mailboxId)
    expect((await pitchRow(ours, pitch.pitchId)).state).toBe('answered')
  })

  it('may all be others from one day to the next, on a real server, while it is being watched', async ({
    skip,
  }) => {
    const { folder, people } = reading.servers
    if (!folder) return skip('The stand-in cannot number its mails anew.')
    const known = await aPitchTo(ours, 'ben@blog.test', mailboxId, 'Known before')
    const later = await aPitchTo(ours, 'eva@blog.test', mailboxId, 'Come later')
    await putMails(reading, [aMail({ from: 'shop@shop.test' }), anAnswer(known)])
    watch()
    await answered(known.pitchId)
    const where = { workspaceId: ours.workspaceId, mailboxId, path: 'INBOX' }
    const before = await database().mailFolder.findFirstOrThrow({ where })
    proxy.takeAway()
    await numberAnew(folder, people.sender.address)
    await putMails(reading, [anAnswer(later, 'eva@blog.test')])
    proxy.bringBack()
    await answered(later.pitchId)
    const after = await database().mailFolder.findFirstOrThrow({ where })
    expect(after.uidValidity).not.toBe(before.uidValidity)
    expect((await pitchRow(ours, known.pitchId)).messages).toHaveLength(2)
    expect(await database().incomingMail.count({ where: { workspaceId: ours.workspaceId } })).toBe(2)
  })
})

/** As after a server was restored from a backup: Dovecot has lost its list of numbers, and gives new ones. */
async function numberAnew(folder: string, address: string) {
  // Whoever is signed in holds the old ones in memory.
  await until(async () => expect(proxy.open()).toBe(0))
  execFileSync('sleep', ['1.1'])
  const files = readdirSync(path.join(folder, 'mail'), { recursive: true, encoding: 'utf8' })
  const lists = files.filter(
    (file) => file.includes(address) && /dovecot[-.](?:uidlist|index|uidvalidity)/.test(file),
  )
  expect(lists.length).toBeGreaterThan(0)
  for (const file of lists) rmSync(path.join(folder, 'mail', file), { recursive: true, force: true })
}
