import type { ImapFlow } from 'imapflow'
import type { OutgoingMail } from '#lib/generated/prisma/client.ts'
import { inTime } from '#lib/server/mail/checked-server.ts'
import { imapFailure, openImap } from '#lib/server/mail/imap.ts'
import { answerMsOf } from '#lib/server/mail/mail-world.ts'
import { imapLoginOf } from '../mailboxes/mailbox-login.ts'
import type { SendWorld } from './send-world.ts'

/** Where a server that put another Message-ID in the place of ours keeps ours. */
const ORIGINAL_ID_HEADERS = ['x-microsoft-original-message-id', 'x-google-original-message-id']
const CLOCKS_DIFFER_MS = 2 * 60 * 1000
const ALIKE_MOST = 50

type Mailbox = Parameters<typeof imapLoginOf>[0]
type Mail = Pick<OutgoingMail, 'mailIds' | 'toAddress' | 'subject' | 'transmittedAt' | 'sentAt' | 'raw'>

/** A conversation with the folder of sent mail. `path` is null where no folder is marked as that. */
export type SentFolder = { imap: ImapFlow; path: string | null; world: SendWorld }

/**
 * Opens the mailbox's folder of sent mail, works in it, and leaves.
 *
 * @throws MailFailure
 */
export async function inSentFolder<T>(
  mailbox: Mailbox,
  world: SendWorld,
  work: (folder: SentFolder) => Promise<T>,
): Promise<T | null> {
  const login = imapLoginOf(mailbox)
  if (!login) return null
  const imap = await openImap(login, world)
  try {
    const folders = await inTime(imap.list(), answerMsOf(world))
    const path = folders.find(({ specialUse }) => specialUse === '\\Sent')?.path ?? null
    if (path !== null) await inTime(imap.mailboxOpen(path, { readOnly: true }), answerMsOf(world))
    return await work({ imap, path, world })
  } catch (error) {
    throw imapFailure(error, login.password)
  } finally {
    imap.close()
  }
}

/**
 * Whether a mail lies there: by one of its Message-IDs, also where the server wrote another over it.
 *
 * @returns the Message-IDs it goes by there; null where it is not there
 */
export async function findSent(folder: SentFolder, mail: Mail): Promise<string[] | null> {
  if (folder.path === null) return null
  for (const messageId of mail.mailIds)
    for (const header of ['message-id', ...ORIGINAL_ID_HEADERS]) {
      const found = await searchFor(folder, { header: { [header]: messageId } })
      if (found.length > 0) return idsOf(folder, found)
    }
  return null
}

/**
 * A mail to the same address with the same subject, of those minutes: good enough not to put another beside it, not good enough
 * to say that it went.
 *
 * @param isAnothers whether that Message-ID is known to be of another mail
 */
export async function findAlike(
  folder: SentFolder,
  mail: Mail,
  isAnothers: (messageId: string) => Promise<boolean>,
): Promise<string[] | null> {
  if (folder.path === null || !mail.transmittedAt) return null
  const from = mail.transmittedAt.getTime() - CLOCKS_DIFFER_MS
  const found = await searchFor(folder, { since: new Date(from - 24 * 60 * 60 * 1000), to: mail.toAddress })
  for (const uid of found.slice(-ALIKE_MOST).toReversed()) {
    const { envelope, internalDate } = (await fetched(folder, uid)) ?? {}
    const isThen = new Date(internalDate ?? 0).getTime() >= from
    if (!isThen || envelope?.subject !== mail.subject) continue
    const messageId = envelope.messageId ?? ''
    if (!isOurs(messageId) && !(await isAnothers(messageId))) return messageId === '' ? [] : [messageId]
  }
  return null
}

/** Puts the very bytes that went out there, as read. */
export async function putIntoSent({ imap, path, world }: SentFolder, mail: Mail) {
  if (path === null) return
  const at = mail.sentAt ?? mail.transmittedAt ?? undefined
  await inTime(imap.append(path, Buffer.from(mail.raw), ['\\Seen'], at), answerMsOf(world))
}

async function searchFor({ imap, world }: SentFolder, query: Parameters<ImapFlow['search']>[0]) {
  return (await inTime(imap.search(query, { uid: true }), answerMsOf(world))) || []
}

async function fetched({ imap, world }: SentFolder, uid: number) {
  const asked = imap.fetchOne(String(uid), { envelope: true, internalDate: true }, { uid: true })
  return (await inTime(asked, answerMsOf(world))) || null
}

/** Of the form this program gives: it would have been found by it. */
function isOurs(messageId: string): boolean {
  return /^<[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.\d+@/.test(messageId)
}

async function idsOf(folder: SentFolder, uids: number[]): Promise<string[]> {
  const message = await fetched(folder, uids.at(-1) ?? 0)
  return message?.envelope?.messageId ? [message.envelope.messageId] : []
}
