import { setTimeout as pause } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import { needsNewPassword } from '#lib/domain/mail/mail-failures.ts'
import type { Mailbox } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import { imapFailure, openImap } from '#lib/server/mail/imap.ts'
import { listFolders, openFolder, type RemoteFolder } from '#lib/server/mail/imap-folders.ts'
import { ImapNews } from '#lib/server/mail/imap-news.ts'
import { MailFailure } from '#lib/server/mail/mail-failure.ts'
import { type MailWorld, nowOf } from '#lib/server/mail/mail-world.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { imapLoginOf } from '../mailboxes/mailbox-login.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { ourOwn } from './our-own.ts'
import { type FolderLook, type FolderSeen, HEADS_AT_ONCE, readFolder } from './read-folder.ts'
import { recordLook, recordReadingFailure } from './reading-record.ts'

/** What a test may put in place of the clock of a watch. */
export type WatchWorld = MailWorld & {
  /** How long nothing may be heard before the mailbox is looked into all the same. */
  readonly pollMs?: number
  readonly junkEveryMs?: number
  /** The first pause after a failure; it doubles up to five minutes. */
  readonly firstPauseMs?: number
}

const POLL_MS = 5 * 60 * 1000
const JUNK_EVERY_MS = 60 * 60 * 1000
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 5 * 60 * 1000

/**
 * Reads one mailbox until the signal: all that came in while nobody looked, and then whatever the server announces (IDLE). As
 * announcements get lost, it looks every few minutes all the same, and after every reconnection. Other people's servers being
 * down is written on the mailbox; a refused password ends the watch.
 */
export async function watchMailbox(
  { workspaceId, mailboxId }: { workspaceId: string; mailboxId: string },
  signal: AbortSignal,
  world: WatchWorld = {},
): Promise<void> {
  const failedMails = new Map<string, number>()
  const foldersReadAt = new Map<string, number>()
  const pace = { headsAtOnce: HEADS_AT_ONCE }
  let wait = world.firstPauseMs ?? FIRST_PAUSE_MS
  while (!signal.aborted) {
    const mailbox = await database()
      .mailbox.findFirst({ where: { id: mailboxId, workspaceId, state: 'connected' } })
      .catch((error) => void reportBug(error, 'watching a mailbox'))
    if (mailbox === null) return
    let looks = 0
    if (mailbox) {
      const one = { mailbox, failedMails, foldersReadAt, pace, signal, world, done: () => (looks += 1) }
      const failure = await failureOf(() => readWhileOpen(one))
      if (signal.aborted) return
      // A connection that was of use and then went is an ordinary thing: the next one tells whether something is wrong.
      if (failure && !(looks > 0 && failure.kind === 'broken-off')) {
        await recordReadingFailure(mailbox, failure, nowOf(world)).catch((error) =>
          reportBug(error, 'watching a mailbox'),
        )
        if (needsNewPassword(failure.kind)) return
      }
    }
    if (looks > 0) wait = world.firstPauseMs ?? FIRST_PAUSE_MS
    await pause(wait * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => {})
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS)
  }
}

type Watch = {
  mailbox: Mailbox
  failedMails: Map<string, number>
  /** By path, when a folder was last read in this process: not every folder is, each time. */
  foldersReadAt: Map<string, number>
  pace: FolderLook['pace']
  signal: AbortSignal
  world: WatchWorld
  /** A look came to its end. */
  done: () => void
}

/** What other people's servers do is a failure; a mistake of ours is reported, and the mailbox is read again later. */
async function failureOf(work: () => Promise<void>): Promise<MailFailure | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof MailFailure) return error
    reportBug(error, 'reading a mailbox')
    return null
  }
}

async function readWhileOpen(watch: Watch) {
  const { mailbox, signal, world } = watch
  const login = imapLoginOf(mailbox)
  if (!login) throw new MailFailure('no-such-host', '')
  const imap = await openImap(login, world)
  const news = new ImapNews(imap, signal)
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw isOfImap(error, imap) ? imapFailure(error, login.password) : error
    }
  }
  try {
    const folders = await guarded(() => listFolders(imap, world))
    while (!signal.aborted) {
      news.forget()
      await guarded(() => readAll(watch, imap, folders))
      watch.done()
      if (signal.aborted) return
      await guarded(() => news.wait(world.pollMs ?? POLL_MS, () => openFolder(imap, 'INBOX', world)))
    }
  } finally {
    news.stop()
    // Saying goodbye may hang with a server that does.
    imap.close()
  }
}

/** A database that is away, or a mistake of ours, is not the mail server's doing. */
function isOfImap(error: unknown, imap: ImapFlow): boolean {
  if (error instanceof MailFailure || !imap.usable) return true
  const { code, responseStatus } = error as { code?: unknown; responseStatus?: unknown }
  return (
    responseStatus !== undefined ||
    (typeof code === 'string' && /^(?:E[A-Z]+|NoConnection|NoMailboxSelected|.*Timeout)$/.test(code))
  )
}

/**
 * The inbox first; the others only now and then, and after them the inbox again: it is the one that stays open, and what came
 * in while another was open is announced by nobody.
 */
async function readAll(watch: Watch, imap: ImapFlow, folders: readonly RemoteFolder[]) {
  const { mailbox, world, signal, failedMails, foldersReadAt, pace } = watch
  const own = await ourOwn(mailbox, mailbox)
  const due = folders.filter((folder) => isDue(watch, folder))
  const inbox = due.filter(({ role }) => role === 'inbox')
  for (const folder of due.length > inbox.length ? [...due, ...inbox] : inbox) {
    if (signal.aborted) return
    const scope = await actingScope(mailbox.ownerId, nowOf(world))
    const look = { scope, mailboxId: mailbox.id, own, imap, world, signal, failedMails, pace }
    const seen = await readUnlessRefused(look, folder)
    if (signal.aborted) return
    foldersReadAt.set(folder.path, performance.now())
    if (folder.role === 'inbox') await recordLook(mailbox, scope.now, seen?.lastAt ?? null)
  }
}

/** A folder that its server lists and does not open keeps nobody from reading the others. Without the inbox there is no look. */
async function readUnlessRefused(look: FolderLook, folder: RemoteFolder): Promise<FolderSeen | null> {
  try {
    return await readFolder(look, folder)
  } catch (error) {
    const { responseStatus } = error as { responseStatus?: unknown }
    if (folder.role === 'inbox' || responseStatus !== 'NO' || !look.imap.usable) throw error
    return null
  }
}

/** The others are looked into when the clock says so, not whenever a mail comes in. */
function isDue({ foldersReadAt, world }: Watch, { path, role }: RemoteFolder): boolean {
  if (role === 'inbox') return true
  const every = role === 'junk' ? (world.junkEveryMs ?? JUNK_EVERY_MS) : (world.pollMs ?? POLL_MS)
  const readAt = foldersReadAt.get(path)
  return readAt === undefined || performance.now() - readAt >= every * 0.9
}
