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
import { startMailServers } from '#lib/testing/mail-servers/start-mail-servers.ts'
import { aWorkspace } from '#lib/testing/two-workspaces.ts'
import { pauseMailbox } from '../mailboxes/mailbox-commands.ts'
import { type MailboxesWorld, watchMailboxes } from './watch-mailboxes.ts'

const HOUR_MS = 3_600_000

let reading: ReadingWorld
let proxy: Awaited<ReturnType<typeof aMailProxy>>
let ours: WorkspaceScope
let mailboxId: string
let running: ReturnType<typeof watchMailboxes>[] = []

beforeAll(async () => {
  reading = readingWorldOf(await startMailServers({ required: process.env.REQUIRE_REAL_MAIL === '1' }))
  proxy = await aMailProxy(reading.servers.people.sender.imap)
  process.env.MAIL_ALLOW_HOSTS = `${reading.servers.allowHosts},${proxy.allowHosts}`
  forgetSettings()
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
  await databaseAcrossWorkspaces().mailbox.updateMany({ data: { state: 'paused' } })
})

function watch(changes: MailboxesWorld = {}) {
  const world = { ...reading.world, pollMs: HOUR_MS, rollCallMs: 50, ...changes }
  const watching = watchMailboxes(world)
  running.push(watching)
  return watching
}

const mailboxRow = () =>
  database().mailbox.findFirstOrThrow({ where: { id: mailboxId, workspaceId: ours.workspaceId } })
const until = (claim: () => Promise<void>, timeout = 15_000) => vi.waitFor(claim, { timeout, interval: 50 })
const looked = () => until(async () => expect((await mailboxRow()).lastLookAt).not.toBeNull())
const answered = (pitchId: string) =>
  until(async () => expect((await pitchRow(ours, pitchId)).state).toBe('answered'))

function anAnswer({ subject, messageId }: { subject: string; messageId: string }, from = 'ben@blog.test') {
  return aMail({ from, subject: `Re: ${subject}`, inReplyTo: messageId, text: 'Yes.' })
}

describe('watching a mailbox', () => {
  it('hears of an answer as soon as it comes in', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    watch()
    await looked()
    const sentAt = performance.now()
    await putMails(reading, [anAnswer(pitch)])
    await answered(pitch.pitchId)
    expect(performance.now() - sentAt).toBeLessThan(5_000)
  })

  it('looks all the same where announcements get lost', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    watch({ pollMs: 300, junkEveryMs: 300 })
    await looked()
    await putMails(reading, [anAnswer(pitch)], 'Junk')
    await answered(pitch.pitchId)
  })

  it('reconnects after the line was cut, and reads what came meanwhile', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    watch()
    await looked()
    for (let cuts = 0; cuts < 3; cuts += 1) {
      const before = proxy.taken()
      proxy.cut()
      await until(async () => expect(proxy.taken()).toBeGreaterThan(before))
    }
    proxy.takeAway()
    await putMails(reading, [anAnswer(pitch)])
    await until(async () => expect((await mailboxRow()).failure).not.toBe(''))
    proxy.bringBack()
    await answered(pitch.pitchId)
    await until(async () => expect(await mailboxRow()).toMatchObject({ failure: '', state: 'connected' }))
  })

  it('stops at a refused password, says so, and never tries it again', async () => {
    const { password } = reading.servers.people.sender
    const again = await aConnectedMailbox(await aWorkspace('Wrong', new Date()), reading, {
      imapPort: String(proxy.place.port),
      password: `not ${password}`,
    })
    await pauseMailbox(ours, { mailboxId })
    const before = proxy.taken()
    watch()
    const row = () => databaseAcrossWorkspaces().mailbox.findUniqueOrThrow({ where: { id: again } })
    await until(async () => expect((await row()).state).toBe('reconnect-needed'))
    expect(await row()).toMatchObject({ failureKind: 'login', failure: expect.stringContaining('password') })
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(proxy.taken()).toBe(before + 1)
  })

  it('is done by one worker, and taken over when that one is gone', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    const first = watch()
    await looked()
    watch()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(proxy.open()).toBe(1)
    await first.stop()
    await putMails(reading, [anAnswer(pitch)])
    await answered(pitch.pitchId)
    expect(proxy.open()).toBe(1)
  })

  it('lets a mailbox go that is paused', async () => {
    watch()
    await looked()
    await pauseMailbox(ours, { mailboxId })
    await until(async () => expect(proxy.open()).toBe(0))
  })

  it('of several workspaces gives each its own answers', async () => {
    const theirs = await aWorkspace('Theirs', new Date())
    const theirMailbox = await aConnectedMailbox(theirs, reading)
    const our = await aPitchTo(ours, 'ben@blog.test', mailboxId, 'Ours')
    const their = await aPitchTo(theirs, 'ben@blog.test', theirMailbox, 'Theirs')
    await putMails(reading, [anAnswer(our), anAnswer(their)])
    watch()
    await answered(our.pitchId)
    await until(async () => expect((await pitchRow(theirs, their.pitchId)).state).toBe('answered'))
    const kept = (scope: WorkspaceScope) =>
      database().incomingMail.findMany({
        where: { workspaceId: scope.workspaceId },
        select: { pitchId: true, confidence: true },
      })
    // The same person writes to both: to each of them the other's answer is a mail of somebody they know.
    for (const [scope, { pitchId }] of [
      [ours, our],
      [theirs, their],
    ] as const) {
      const mails = await kept(scope)
      expect(mails.every((mail) => mail.pitchId === pitchId)).toBe(true)
      expect(mails.filter(({ confidence }) => confidence === 'certain')).toHaveLength(1)
    }
  })
})

describe('looking into a mailbox', () => {
  it('a second time, or from before, takes nothing in twice', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    await putMails(reading, [anAnswer(pitch)])
    await readOnce(reading, ours, mailboxId)
    const { workspaceId } = ours
    // As after a worker that was killed before it could say how far it had come.
    await database().mailFolder.updateMany({ where: { workspaceId, mailboxId }, data: { lastUid: 0n } })
    await readOnce(reading, ours, mailboxId)
    expect((await pitchRow(ours, pitch.pitchId)).messages).toHaveLength(2)
    expect(await database().incomingMail.count({ where: { workspaceId } })).toBe(1)
  })

  it('whose numbers mean other mails now finds what is new, and knows what it had', async () => {
    const known = await aPitchTo(ours, 'ben@blog.test', mailboxId, 'One')
    const later = await aPitchTo(ours, 'eva@blog.test', mailboxId, 'Two')
    await putMails(reading, [anAnswer(known)])
    await readOnce(reading, ours, mailboxId)
    const { workspaceId } = ours
    await database().mailFolder.updateMany({
      where: { workspaceId, mailboxId },
      data: { uidValidity: '1', lastUid: 1_000_000n },
    })
    await putMails(reading, [anAnswer(later, 'eva@blog.test')])
    await readOnce(reading, ours, mailboxId)
    expect((await pitchRow(ours, known.pitchId)).messages).toHaveLength(2)
    expect(await pitchRow(ours, later.pitchId)).toMatchObject({ state: 'answered', messages: { length: 2 } })
  })

  it('with two thousand other mails leaves no row of them, and fetches none of their bodies', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    const others = Array.from({ length: 2_000 }, (_, number) =>
      aMail({ from: `shop${number}@shop${number % 50}.test`, subject: `Order ${number}`, text: 'Private.' }),
    )
    await putMails(reading, [...others, anAnswer(pitch)])
    const started = performance.now()
    await readOnce(reading, ours, mailboxId)
    console.log(`2,001 mails were looked at in ${Math.round(performance.now() - started)} ms.`)
    expect(await pitchRow(ours, pitch.pitchId)).toMatchObject({ state: 'answered' })
    expect(await database().incomingMail.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
  }, 60_000)

  it('changes nothing there, not even whether a mail was read', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', mailboxId)
    await putMails(reading, [anAnswer(pitch)])
    await readOnce(reading, ours, mailboxId)
    const imap = await asOwner(reading)
    await imap.mailboxOpen('INBOX', { readOnly: true })
    const mail = await imap.fetchOne('1', { flags: true })
    imap.close()
    expect(mail && [...(mail.flags ?? [])].includes('\\Seen')).toBe(false)
  })

  it('learns from the sent mail what a letter went out under that somebody sent by hand', async () => {
    const pitch = await aPitchTo(ours, 'ben@blog.test', null, 'By hand')
    const id = '<by-hand@rapport.test>'
    await putMails(
      reading,
      [aMail({ from: 'anna@rapport.test', to: 'Ben <ben@blog.test>', subject: 'By hand', id })],
      'Sent',
    )
    await readOnce(reading, ours, mailboxId)
    const [first] = (await pitchRow(ours, pitch.pitchId)).messages
    expect(first).toMatchObject({ mailIds: [id], mailboxId })
    await putMails(reading, [
      aMail({
        from: 'ben@elsewhere.test',
        subject: 'Other words',
        inReplyTo: id,
        text: 'From another address.',
      }),
    ])
    await readOnce(reading, ours, mailboxId)
    expect((await pitchRow(ours, pitch.pitchId)).state).toBe('answered')
  })
})
