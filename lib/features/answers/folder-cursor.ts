import { database } from '#lib/server/database.ts'
import { firstUidSince, type OpenFolder, type RemoteFolder } from '#lib/server/mail/imap-folders.ts'
import type { FolderLook } from './read-folder.ts'

type Look = Pick<FolderLook, 'scope' | 'mailboxId' | 'imap' | 'world'>

/** Where no pitch is open, a mailbox is read from the day before it is first looked into. */
const LOOKS_BACK_MS = 24 * 60 * 60 * 1000

/**
 * The folder's cursor. One that is new, or whose numbers mean other mails than before, is read since the oldest pitch somebody
 * may still answer: what was taken in already is known by its Message-ID.
 */
export async function folderCursor(look: Look, { path, role }: RemoteFolder, open: OpenFolder) {
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
  { scope, imap, world }: Look,
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
