import type { ImapFlow } from 'imapflow'
import { inTime } from './checked-server.ts'
import { answerMsOf, type MailWorld } from './mail-world.ts'

export const FOLDER_ROLES = ['inbox', 'all', 'junk', 'sent'] as const
export type FolderRole = (typeof FOLDER_ROLES)[number]
export type RemoteFolder = { path: string; role: FolderRole }

/** A folder that is open: what its server says of it. */
export type OpenFolder = { path: string; uidValidity: string; uidNext: number }

/** Headers of a mail, and when its server took it. */
export type MailHead = { uid: number; headers: Buffer; arrivedAt: Date | null }

/** What a mail is judged by before anybody reads it. */
const HEADERS = [
  ...['from', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'return-path', 'content-type'],
  ...['auto-submitted', 'x-autoreply', 'x-autorespond', 'precedence', 'list-id', 'list-unsubscribe'],
  ...['x-failed-recipients', 'x-microsoft-original-message-id', 'x-google-original-message-id', 'to', 'cc'],
]
/** The text of a mail stands at its head: an attachment of any size costs no more than this. */
const BODY_BYTES = 512 * 1024

/** The folders answers may be in, and where what was sent lies. Drafts and the rest are nobody's business. */
export async function listFolders(imap: ImapFlow, world: MailWorld): Promise<RemoteFolder[]> {
  const folders = await inTime(imap.list(), answerMsOf(world))
  const marked = (use: string, role: FolderRole): RemoteFolder[] => {
    const found = folders.find(({ specialUse }) => specialUse === use)
    return found ? [{ path: found.path, role }] : []
  }
  return [
    { path: 'INBOX', role: 'inbox' },
    ...marked('\\All', 'all'),
    ...marked('\\Junk', 'junk'),
    ...marked('\\Sent', 'sent'),
  ]
}

/** Opens a folder to read; nothing in it is changed, not even that it was read. */
export async function openFolder(imap: ImapFlow, path: string, world: MailWorld): Promise<OpenFolder> {
  const isOpen = imap.mailbox !== false && imap.mailbox.path === path
  // What is selected is answered from memory: a word with the server brings it up to date.
  if (isOpen) await inTime(imap.noop(), answerMsOf(world))
  else await inTime(imap.mailboxOpen(path, { readOnly: true }), answerMsOf(world))
  const { mailbox } = imap
  if (mailbox === false) throw new Error(`The folder is not open: ${path}`)
  return { path, uidValidity: String(mailbox.uidValidity), uidNext: mailbox.uidNext }
}

/** Uids beyond one, in order. "n:*" always names the last mail, so it is left out where it is not beyond. */
export async function uidsAfter(imap: ImapFlow, uid: number, world: MailWorld): Promise<number[]> {
  const found = await inTime(imap.search({ uid: `${uid + 1}:*` }, { uid: true }), answerMsOf(world))
  return (found || []).filter((each) => each > uid).toSorted((one, other) => one - other)
}

/** The first uid that came on that day or later; null where none did. */
export async function firstUidSince(imap: ImapFlow, since: Date, world: MailWorld): Promise<number | null> {
  const found = await inTime(imap.search({ since }, { uid: true }), answerMsOf(world))
  return (found || []).reduce<number | null>(
    (first, uid) => (first === null || uid < first ? uid : first),
    null,
  )
}

/** Headers of some mails, in the order of their uids. One that was deleted meanwhile is not among them. */
export async function fetchHeads(
  imap: ImapFlow,
  uids: readonly number[],
  world: MailWorld,
): Promise<MailHead[]> {
  if (uids.length === 0) return []
  const found = await inTime(
    imap.fetchAll([...uids].join(','), { uid: true, headers: HEADERS, internalDate: true }, { uid: true }),
    answerMsOf(world),
  )
  const asked = new Set(uids)
  return found
    .filter(({ uid, headers }) => asked.has(uid) && headers !== undefined)
    .map(({ uid, headers, internalDate }) => ({
      uid,
      headers: headers ?? Buffer.alloc(0),
      arrivedAt: dateOf(internalDate),
    }))
    .toSorted((one, other) => one.uid - other.uid)
}

/** The start of a mail, as far as anybody reads it; null where it is gone. */
export async function fetchStart(imap: ImapFlow, uid: number, world: MailWorld): Promise<Buffer | null> {
  const found = await inTime(
    imap.fetchOne(String(uid), { uid: true, source: { maxLength: BODY_BYTES } }, { uid: true }),
    answerMsOf(world),
  )
  return found ? (found.source ?? null) : null
}

function dateOf(value: Date | string | undefined): Date | null {
  if (value === undefined) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date
}
