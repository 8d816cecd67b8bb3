import { needsNewPassword } from '#lib/domain/mail/mail-failures.ts'
import type { OutgoingMail } from '#lib/generated/prisma/client.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { MailFailure } from '#lib/server/mail/mail-failure.ts'
import { nowOf } from '#lib/server/mail/mail-world.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { actingScope } from '../workspaces/acting-scope.ts'
import { askToSend } from './ask-to-send.ts'
import { askForPassword } from './mailbox-trouble.ts'
import { recordOutgoing } from './record-outgoing.ts'
import type { SendWorld } from './send-world.ts'
import { findSent, inSentFolder } from './sent-folder.ts'

/** A server that files sent mail itself does it within this; only then is it looked for. */
const FILING_MS = 5000
const LOOK_AGAIN_MS = 30_000
/** While the mailbox cannot be opened, the sent mail is asked for so long; then a person is. */
const ASK_A_PERSON_AFTER_MS = 10 * 60 * 1000

/** Writes what the server took into its conversation, once; it is filed a little later. */
export async function recordSentMail(mail: OutgoingMail, world: SendWorld) {
  const { id, workspaceId } = mail
  const scope = await actingScope(mail.senderId, mail.sentAt ?? nowOf(world))
  const notBefore = new Date(nowOf(world).getTime() + (world.filingMs ?? FILING_MS))
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const { count } = await tx.outgoingMail.updateMany({
      where: { id, workspaceId, state: 'sent', settledAt: null },
      data: { settledAt: nowOf(world), liveKey: null, notBefore },
    })
    if (count === 0) return
    await recordOutgoing(tx, scope, mail)
    await askToSend(tx, mail, notBefore)
  })
  world.at?.('recorded')
}

/** It may have gone, or not: a moment later it is looked for among the sent mail. */
export async function lookSoon(mail: OutgoingMail, response: string, world: SendWorld) {
  const { id, workspaceId, claimId } = mail
  const notBefore = new Date(nowOf(world).getTime() + (world.filingMs ?? FILING_MS))
  await inTransaction(async (tx) => {
    const { count } = await tx.outgoingMail.updateMany({
      where: { id, workspaceId, claimId, state: 'transmitting' },
      data: { notBefore, response },
    })
    if (count > 0) await askToSend(tx, mail, notBefore)
  })
}

/**
 * A worker, or its connection, ended while a mail may have been going out. The folder of sent mail is asked; where it is not there, it may still
 * have gone: a person has to say, and nothing is sent again by itself.
 */
export async function lookAfterCrash(mail: OutgoingMail, world: SendWorld) {
  const { id, workspaceId, claimId } = mail
  const where = { id, workspaceId, claimId, state: 'transmitting' }
  const found = await lookIntoSent(mail, world)
  if (found === 'later') {
    const notBefore = new Date(nowOf(world).getTime() + LOOK_AGAIN_MS)
    await inTransaction(async (tx) => {
      const { count } = await tx.outgoingMail.updateMany({ where, data: { notBefore } })
      if (count > 0) await askToSend(tx, mail, notBefore)
    })
    return
  }
  if (found === null) {
    await database().outgoingMail.updateMany({
      where,
      data: { state: 'unknown', reason: 'broken-off', attention: true },
    })
    return
  }
  const [sent] = await database().outgoingMail.updateManyAndReturn({
    where,
    data: { state: 'sent', sentAt: mail.transmittedAt, mailIds: [...new Set([...mail.mailIds, ...found])] },
  })
  if (sent) await recordSentMail(sent, world)
}

/** The Message-IDs it goes by there; null where it is not, or nobody can look. */
async function lookIntoSent(mail: OutgoingMail, world: SendWorld): Promise<string[] | null | 'later'> {
  const mailbox = await database().mailbox.findFirst({
    where: {
      id: mail.mailboxId,
      workspaceId: mail.workspaceId,
      state: 'connected',
    },
  })
  if (!mailbox) return null
  try {
    return await inSentFolder(mailbox, world, (folder) => findSent(folder, mail))
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error
    if (needsNewPassword(error.kind)) {
      await askForPassword(mailbox, 'imap', error, nowOf(world))
      return null
    }
    const since = nowOf(world).getTime() - (mail.transmittedAt ?? mail.clickedAt).getTime()
    return since > ASK_A_PERSON_AFTER_MS ? null : 'later'
  }
}
