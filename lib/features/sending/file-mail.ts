import { needsNewPassword } from '#lib/domain/mail/mail-failures.ts'
import type { OutgoingMail } from '#lib/generated/prisma/client.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { MailFailure } from '#lib/server/mail/mail-failure.ts'
import { nowOf } from '#lib/server/mail/mail-world.ts'
import { askToSend } from './ask-to-send.ts'
import { askForPassword } from './mailbox-trouble.ts'
import type { SendWorld } from './send-world.ts'
import { findAlike, findSent, inSentFolder, putIntoSent, type SentFolder } from './sent-folder.ts'

const MINUTE_MS = 60_000
/** After that it stays unfiled: the message is kept with its conversation anyway. */
const GIVE_UP_AFTER_MS = 24 * 60 * MINUTE_MS

/** Longer than looking and putting it there can take: until then no other worker does the same. */
const FILING_TAKES_MS = 5 * MINUTE_MS

/**
 * Sees that a mail that went out lies among the sent mail: many servers put it there themselves, so it is looked for first. By
 * one worker at a time; broken off, it is done again later.
 */
export async function fileMail(mail: OutgoingMail, world: SendWorld) {
  const { workspaceId } = mail
  const mailbox = await database().mailbox.findFirst({
    where: { id: mail.mailboxId, workspaceId, state: { not: 'disconnected' } },
  })
  if (!mailbox) return filed(mail, [], world)
  // Paused, or without a password that works: not spoken to now.
  if (mailbox.state !== 'connected') return laterOrNever(mail, world)
  if (!(await takeFiling(mail, world))) return
  world.at?.('before-filing')
  try {
    const mailIds = await inSentFolder(mailbox, world, (folder) => fileInto(folder, mail, world))
    await filed(mail, mailIds ?? [], world)
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error
    if (needsNewPassword(error.kind)) await askForPassword(mailbox, 'imap', error, nowOf(world))
    await laterOrNever(mail, world)
  }
}

/** Two that looked at the same moment would both find nothing, and put it there twice. */
async function takeFiling({ id, workspaceId, notBefore }: OutgoingMail, world: SendWorld): Promise<boolean> {
  const { count } = await database().outgoingMail.updateMany({
    where: { id, workspaceId, state: 'sent', notBefore },
    data: { notBefore: new Date(nowOf(world).getTime() + (world.filingTakesMs ?? FILING_TAKES_MS)) },
  })
  return count > 0
}

async function fileInto(folder: SentFolder, mail: OutgoingMail, world: SendWorld): Promise<string[]> {
  const there =
    (await findSent(folder, mail)) ??
    (await findAlike(folder, mail, (messageId) => isAnothers(mail, messageId)))
  if (there) return there
  await putIntoSent(folder, mail)
  world.at?.('filed-there')
  return []
}

async function isAnothers({ workspaceId, id }: OutgoingMail, messageId: string): Promise<boolean> {
  const other = await database().outgoingMail.findFirst({
    where: { workspaceId, mailIds: { has: messageId }, id: { not: id } },
    select: { id: true },
  })
  return other !== null
}

/** The words are kept with the conversation, so nothing of them needs to stay here. */
async function filed(mail: OutgoingMail, moreIds: readonly string[], world: SendWorld) {
  const { id, workspaceId, mailboxId, mailIds } = mail
  const all = [...new Set([...mailIds, ...moreIds])]
  await inTransaction(async (tx) => {
    const { count } = await tx.outgoingMail.updateMany({
      where: { id, workspaceId, state: 'sent' },
      data: {
        ...{ state: 'filed', filedAt: nowOf(world), mailIds: all },
        ...{ raw: new Uint8Array(), subject: '', body: '' },
      },
    })
    if (count === 0 || all.length === mailIds.length) return
    await tx.message.updateMany({
      where: { workspaceId, mailboxId, mailIds: { hasSome: mailIds } },
      data: { mailIds: all },
    })
  })
}

async function laterOrNever(mail: OutgoingMail, world: SendWorld) {
  const now = nowOf(world)
  const age = now.getTime() - (mail.sentAt ?? now).getTime()
  if (age > GIVE_UP_AFTER_MS) return filed(mail, [], world)
  const { id, workspaceId } = mail
  const notBefore = new Date(now.getTime() + Math.min(Math.max(age, MINUTE_MS), 60 * MINUTE_MS))
  await inTransaction(async (tx) => {
    const { count } = await tx.outgoingMail.updateMany({
      where: { id, workspaceId, state: 'sent' },
      data: { notBefore },
    })
    if (count > 0) await askToSend(tx, mail, notBefore)
  })
}
