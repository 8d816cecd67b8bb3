import type { ImapFlow } from 'imapflow'
import type { MailFacts, OwnMailbox } from '#lib/domain/mail/mail-facts.ts'
import { parseMail } from '#lib/domain/mail/parse-mail.ts'
import { database } from '#lib/server/database.ts'
import {
  fetchHeads,
  fetchStart,
  type MailHead,
  openFolder,
  type RemoteFolder,
  uidsAfter,
} from '#lib/server/mail/imap-folders.ts'
import type { MailWorld } from '#lib/server/mail/mail-world.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { tellWhichMatter } from './candidate-queries.ts'
import { folderCursor } from './folder-cursor.ts'
import { judgeArrival, namedIds } from './judge-mail.ts'
import { learnFromSent, traitsOfSent } from './learn-from-sent.ts'
import { looksLikeNotice, messageKeyOf, ownIdsOf, traitsOf } from './mail-traits.ts'
import { settleNamed } from './settle-named.ts'
import { moveCursor, takeInMail } from './take-in-mail.ts'
import { takeInSent } from './take-in-sent.ts'
import { findWaitingLetters, tellWhichSentMatter } from './waiting-letters-queries.ts'

/** Headers asked for at once, of a server that is quick enough. */
export const HEADS_AT_ONCE = 100
const LESS_AT_ONCE = 4
const TRIES_OF_A_MAIL = 4

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
  const folder = await folderCursor(look, remote, open)
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
    if (isSent && !(await orPassOver(look, folder, head, () => mayBeWaiting(look, head, facts)))) continue
    const raw = await fetchStart(imap, head.uid, world)
    if (!raw) continue
    const take = isSent ? takeInOwn : takeIn
    if (await orPassOver(look, folder, head, () => take(look, folder, head, raw))) seen.tookIn += 1
  }
  const last = uids.at(-1)
  if (last !== undefined && !signal.aborted) await moveCursor(database(), scope, { ...folder, uid: last })
}

/** One mail that we stumble over must not keep all that come after it from being read; the database being away may. */
async function orPassOver(
  look: FolderLook,
  folder: KnownFolder,
  head: MailHead,
  work: () => Promise<boolean>,
): Promise<boolean> {
  try {
    return await work()
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

/**
 * Of what its own member sent the headers say most: that a mail of ours did go, or what a letter went out under that they told us
 * of. The words are looked at only where a letter to that person still waits.
 */
async function mayBeWaiting(
  { scope, mailboxId }: FolderLook,
  { arrivedAt }: MailHead,
  facts: MailFacts,
): Promise<boolean> {
  await settleNamed(scope, ownIdsOf(facts))
  if (await learnFromSent(scope, { mailboxId, facts, arrivedAt })) return false
  return (await findWaitingLetters(scope, traitsOfSent(facts).to)).length > 0
}

async function takeInOwn(
  { scope, mailboxId, own }: FolderLook,
  { path, uidValidity }: KnownFolder,
  { uid, headers, arrivedAt }: MailHead,
  raw: Buffer,
): Promise<boolean> {
  const facts = await parseMail(raw)
  const at = momentOf(arrivedAt ?? facts.date, scope.now)
  const place = { mailboxId, path, uidValidity, uid }
  const messageKey = messageKeyOf(facts, headers)
  return (await takeInSent(scope, { facts, messageKey, at, own, place })) !== null
}

/** Nothing comes in from the future, whatever its headers say. */
function momentOf(said: Date | null, now: Date): Date {
  return said === null || said > now ? now : said
}
