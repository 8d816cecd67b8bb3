import type { ImapFlow } from 'imapflow'
import type { OwnMailbox } from '#lib/domain/mail/mail-facts.ts'
import { parseMail } from '#lib/domain/mail/parse-mail.ts'
import { database } from '#lib/server/database.ts'
import {
  fetchHeads,
  fetchStart,
  firstUidSince,
  type MailHead,
  type OpenFolder,
  openFolder,
  type RemoteFolder,
  uidsAfter,
} from '#lib/server/mail/imap-folders.ts'
import type { MailWorld } from '#lib/server/mail/mail-world.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { tellWhichMatter } from './candidate-queries.ts'
import { judgeArrival, namedIds } from './judge-mail.ts'
import { learnFromSent, traitsOfSent } from './learn-from-sent.ts'
import { looksLikeNotice, messageKeyOf, ownIdsOf, traitsOf } from './mail-traits.ts'
import { settleNamed } from './settle-named.ts'
import { moveCursor, takeInMail } from './take-in-mail.ts'
import { takeInSent } from './take-in-sent.ts'
import { tellWhichSentMatter } from './waiting-letters-queries.ts'

/** Headers asked for at once, of a server that is quick enough. */
export const HEADS_AT_ONCE = 100
const LESS_AT_ONCE = 4
const TRIES_OF_A_MAIL = 4
const DAY_MS = 24 * 60 * 60 * 1000
/** Where no pitch is open, a mailbox is read from the day before it is first looked into. */
const LOOKS_BACK_MS = DAY_MS

export type FolderLook = {
  scope: WorkspaceScope
  mailboxId: string
  own: OwnMailbox
  imap: ImapFlow
  world: MailWorld
  /** Ends the look between two mails; it goes on there the next time. */
  signal: AbortSignal
  /** How often reading a mail failed by a mistake of ours. */
  failedMails: Map<string, number>
  /** How many headers this server is asked for at once: fewer after it took too long. Kept from one connection to the next. */
  pace: { headsAtOnce: number }
}
/** What a look saw: how many mails were there that had not been looked at, and when the last of them came. */
export type FolderSeen = { mails: number; lastAt: Date | null; tookIn: number }

/**
 * Looks at every mail of a folder that has not been looked at. Only headers are read of most; a body is fetched where they say
 * that it belongs to a pitch, or that a server speaks of a mail of ours. Everything is safe to be done twice, or broken off.
 */
export async function readFolder(look: FolderLook, remote: RemoteFolder): Promise<FolderSeen> {
  const { imap, world, scope, signal } = look
  const beganAt = scope.now
  const open = await openFolder(imap, remote.path, world)
  const folder = await folderRow(look, remote, open)
  const uids = await uidsAfter(imap, Number(folder.lastUid), world)
  const seen: FolderSeen = { mails: 0, lastAt: null, tookIn: 0 }
  const { headsAtOnce } = look.pace
  for (let start = 0; start < uids.length; start += headsAtOnce) {
    if (signal.aborted) return seen
    const chunk = uids.slice(start, start + headsAtOnce)
    await readChunk(look, { ...remote, folderId: folder.id, uidValidity: open.uidValidity }, chunk, seen)
  }
  await database().mailFolder.updateMany({
    where: { id: folder.id, workspaceId: scope.workspaceId, uidValidity: open.uidValidity },
    data: { readAt: beganAt },
  })
  return seen
}

type KnownFolder = RemoteFolder & { folderId: string; uidValidity: string }

async function readChunk(look: FolderLook, folder: KnownFolder, uids: readonly number[], seen: FolderSeen) {
  const { imap, world, scope, signal, pace } = look
  const heads = await fetchHeads(imap, uids, world).catch((error) => {
    // Asked for the same next time, it would break off at the same place for ever.
    pace.headsAtOnce = Math.max(1, Math.floor(pace.headsAtOnce / LESS_AT_ONCE))
    throw error
  })
  const read = await Promise.all(heads.map(async (head) => ({ head, facts: await parseMail(head.headers) })))
  const isSent = folder.role === 'sent'
  const all = read.map(({ facts }) => facts)
  const matters = isSent
    ? await tellWhichSentMatter(scope, all.map(traitsOfSent))
    : await tellWhichMatter(scope, all.map(traitsOf))
  for (const [index, { head, facts }] of read.entries()) {
    if (signal.aborted) return
    seen.mails += 1
    if (head.arrivedAt && (seen.lastAt === null || head.arrivedAt > seen.lastAt)) seen.lastAt = head.arrivedAt
    if (!matters[index] && (isSent || !looksLikeNotice(facts))) continue
    const raw = await fetchStart(imap, head.uid, world)
    if (raw && (await takeInOrPassOver(look, folder, head, raw))) seen.tookIn += 1
  }
  const last = uids.at(-1)
  if (last !== undefined && !signal.aborted) await moveCursor(database(), scope, { ...folder, uid: last })
}

/** One mail that we stumble over must not keep all that come after it from being read; the database being away may. */
async function takeInOrPassOver(look: FolderLook, folder: KnownFolder, head: MailHead, raw: Buffer) {
  try {
    return await (folder.role === 'sent' ? takeInOwn : takeIn)(look, folder, head, raw)
  } catch (error) {
    const key = `${folder.folderId} ${folder.uidValidity} ${head.uid}`
    const times = (look.failedMails.get(key) ?? 0) + 1
    look.failedMails.set(key, times)
    if (times < TRIES_OF_A_MAIL) throw error
    reportBug(error, 'a mail that could not be read')
    return false
  }
}

async function takeIn(
  { scope, mailboxId, own }: FolderLook,
  { folderId, path, uidValidity }: KnownFolder,
  { uid, headers, arrivedAt }: MailHead,
  raw: Buffer,
): Promise<boolean> {
  const facts = await parseMail(raw)
  const at = momentOf(arrivedAt ?? facts.date, scope.now)
  await settleNamed(scope, namedIds(facts))
  const mail = await judgeArrival(scope, facts, own, at)
  if (!mail) return false
  const place = { mailboxId, folderId, path, uidValidity, uid }
  return takeInMail(scope, { mail, messageKey: messageKeyOf(facts, headers), at, place })
}

/** What its own member sent: a letter they told us of, or one that still waits here. */
async function takeInOwn(
  { scope, mailboxId, own }: FolderLook,
  { path, uidValidity }: KnownFolder,
  { uid, headers, arrivedAt }: MailHead,
  raw: Buffer,
): Promise<boolean> {
  const facts = await parseMail(raw)
  await settleNamed(scope, ownIdsOf(facts))
  if (await learnFromSent(scope, { mailboxId, facts, arrivedAt })) return true
  const at = momentOf(arrivedAt ?? facts.date, scope.now)
  const place = { mailboxId, path, uidValidity, uid }
  const messageKey = messageKeyOf(facts, headers)
  return (await takeInSent(scope, { facts, messageKey, at, own, place })) !== null
}

/** Nothing comes in from the future, whatever its headers say. */
function momentOf(said: Date | null, now: Date): Date {
  return said === null || said > now ? now : said
}

/**
 * The folder's cursor. One that is new, or whose numbers mean other mails than before, is read since the oldest pitch somebody
 * may still answer: what was taken in already is known by its Message-ID.
 */
async function folderRow(look: FolderLook, { path, role }: RemoteFolder, open: OpenFolder) {
  const { scope, mailboxId } = look
  const { workspaceId } = scope
  const where = { workspaceId, mailboxId, path }
  const known = await database().mailFolder.findFirst({ where })
  if (known?.uidValidity === open.uidValidity) return known
  const lastUid = BigInt(await startOf(look, role, open))
  if (known) {
    await database().mailFolder.updateMany({
      where: { ...where, uidValidity: known.uidValidity },
      data: { uidValidity: open.uidValidity, lastUid, readAt: null },
    })
  } else {
    await database().mailFolder.createMany({
      data: [{ ...where, role, uidValidity: open.uidValidity, lastUid }],
      skipDuplicates: true,
    })
  }
  return database().mailFolder.findFirstOrThrow({ where })
}

async function startOf(
  { scope, imap, world }: FolderLook,
  role: RemoteFolder['role'],
  open: OpenFolder,
): Promise<number> {
  const { workspaceId, now } = scope
  const oldest = await database().pitch.findFirst({
    where: { workspaceId, deletedAt: null, state: { in: ['sent', 'answered'] }, sentAt: { not: null } },
    orderBy: { sentAt: 'asc' },
    select: { sentAt: true },
  })
  // What is ready may have been sent by hand since it was begun.
  const ready =
    role === 'sent'
      ? await database().pitch.findFirst({
          where: { workspaceId, deletedAt: null, state: 'ready' },
          orderBy: { createdAt: 'asc' },
          select: { createdAt: true },
        })
      : null
  const moments = [oldest?.sentAt, ready?.createdAt, now].flatMap((moment) => moment?.getTime() ?? [])
  const since = new Date(Math.min(...moments) - LOOKS_BACK_MS)
  const first = await firstUidSince(imap, since, world)
  return first === null ? Math.max(0, open.uidNext - 1) : first - 1
}
