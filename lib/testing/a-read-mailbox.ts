import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { WatchWorld } from '#lib/features/answers/watch-mailbox.ts'
import { watchMailbox } from '#lib/features/answers/watch-mailbox.ts'
import { connectMailbox } from '#lib/features/mailboxes/mailbox-commands.ts'
import { database } from '#lib/server/database.ts'
import { openImap } from '#lib/server/mail/imap.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMailbox } from './a-mailbox.ts'
import { aPerson, aPitchGround, aSentPitch } from './a-pitch.ts'
import { PEOPLE, type TestMailServers } from './mail-servers/mail-world-for-tests.ts'

const READ_WITHIN_MS = 20_000
const LANES = 8

export type ReadingWorld = { servers: TestMailServers; world: WatchWorld }

/** Mail servers whose mailbox of the sender a test fills and has read. MAIL_ALLOW_HOSTS must name them. */
export function readingWorldOf(servers: TestMailServers): ReadingWorld {
  const world: WatchWorld = {
    answerMs: 10_000,
    firstPauseMs: 50,
    ...(servers.ca ? { ca: servers.ca } : {}),
  }
  return { servers, world }
}

/** A connection to the sender's mailbox, as their own mail program has one. */
export async function asOwner({ servers, world }: ReadingWorld) {
  const { address, password, imap } = servers.people.sender
  return openImap({ ...imap, user: address, password }, world)
}

export async function emptyMailbox(reading: ReadingWorld) {
  const imap = await asOwner(reading)
  for (const path of ['INBOX', 'Junk', 'Sent']) {
    const { exists } = await imap.mailboxOpen(path)
    if (exists > 0) await imap.messageDelete('1:*')
  }
  imap.close()
}

/** The sender's mailbox, connected in that workspace; whether it works has been tried. */
export async function aConnectedMailbox(
  scope: WorkspaceScope,
  { servers }: ReadingWorld,
  changes: Record<string, string> = {},
): Promise<string> {
  const { address, password, imap } = servers.people.sender
  const { mailboxId } = await connectMailbox(
    scope,
    aMailbox(address, 'Mara', {
      ...{ password, imapHost: imap.host, imapPort: String(imap.port), imapSecurity: imap.security },
      ...{
        smtpHost: servers.smtp.host,
        smtpPort: String(servers.smtp.port),
        smtpSecurity: servers.smtp.security,
      },
      ...changes,
    }),
  )
  await database().mailbox.updateMany({
    where: { id: mailboxId, workspaceId: scope.workspaceId },
    data: { state: 'connected' },
  })
  return mailboxId
}

/** A pitch to somebody at that address, gone out of the mailbox under a Message-ID that is known; or by hand. */
export async function aPitchTo(
  scope: WorkspaceScope,
  address: string,
  mailboxId: string | null,
  subject = 'Your post about carrying one tent',
) {
  const { workspaceId } = scope
  const ground = await aPitchGround(scope)
  const person = await aPerson(scope, ground.prospect.id, { address })
  const pitchId = await aSentPitch(scope, { ...ground, ...person })
  const messageId = `<${randomUUID()}.1@rapport.test>`
  if (mailboxId) {
    await database().message.updateMany({
      where: { workspaceId, pitchId },
      data: { mailIds: [messageId], mailboxId, via: 'mailbox' },
    })
  }
  await database().pitch.updateMany({ where: { workspaceId, id: pitchId }, data: { subject } })
  await database().message.updateMany({ where: { workspaceId, pitchId }, data: { subject } })
  const { body } = await database().pitch.findFirstOrThrow({ where: { workspaceId, id: pitchId } })
  const contactId = person.contact.id
  return {
    pitchId,
    messageId,
    subject,
    body,
    contactId,
    channelId: person.channel.id,
    prospectId: ground.prospect.id,
  }
}

export type Letter = {
  from?: string
  to?: string
  subject?: string
  inReplyTo?: string
  id?: string
  date?: Date
  headers?: Record<string, string>
  text?: string
}

/** A mail as it lies on a server. */
export function aMail({
  from = `Ben <${PEOPLE.blogger}>`,
  to = PEOPLE.sender,
  subject = 'Hello',
  inReplyTo,
  id = `<${randomUUID()}@blog.test>`,
  date = new Date(),
  headers = {},
  text = 'Hello',
}: Letter): string {
  const lines = {
    ...{ From: from, To: to, Subject: subject, Date: date.toUTCString(), 'Message-ID': id },
    ...(inReplyTo ? { 'In-Reply-To': inReplyTo, References: inReplyTo } : {}),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...headers,
  }
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}`)
  return [...head, '', text].join('\n').replace(/\r?\n/g, '\r\n')
}

/** Puts mails into a folder, as if they had come. */
export async function putMails(reading: ReadingWorld, mails: readonly (string | Buffer)[], folder = 'INBOX') {
  const lanes = mails.length > 100 ? LANES : 1
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const imap = await asOwner(reading)
      for (const [index, mail] of mails.entries()) if (index % lanes === lane) await imap.append(folder, mail)
      imap.close()
    }),
  )
}

/** Has the mailbox read once, all its folders, by the watch itself. */
export async function readOnce(
  { world }: ReadingWorld,
  scope: WorkspaceScope,
  mailboxId: string,
  changes: WatchWorld = {},
) {
  const { workspaceId } = scope
  const stop = new AbortController()
  const started = changes.now?.() ?? new Date()
  const ended = watchMailbox({ workspaceId, mailboxId }, stop.signal, { ...world, ...changes })
  const until = performance.now() + READ_WITHIN_MS
  for (;;) {
    const folders = await database().mailFolder.findMany({ where: { workspaceId, mailboxId } })
    const read = folders.filter(({ readAt }) => readAt !== null && readAt >= started)
    if (read.length >= 3) break
    if (performance.now() > until) {
      stop.abort()
      const { failure } = await database().mailbox.findFirstOrThrow({ where: { id: mailboxId, workspaceId } })
      throw new Error(`The mailbox was not read in time. ${failure}`)
    }
    await pause(20)
  }
  stop.abort()
  await ended
}
