import { threadHeaders } from '#lib/domain/mail/mail-thread.ts'
import { mailboxState } from '#lib/domain/mail/mailbox-states.ts'
import { UNDO_MS } from '#lib/domain/mail/outgoing-states.ts'
import { domainOfAddress } from '#lib/domain/mail-address.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import { composeMail } from '#lib/server/mail/compose-mail.ts'
import { newId } from '#lib/server/new-id.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { askToSend } from './ask-to-send.ts'
import { refuseBeyondCap } from './daily-cap.ts'
import type { SendByMailboxInput } from './sending-schema.ts'
import { type ReadyStep, refuseBesideWaiting, stepToSend } from './sending-steps.ts'

/**
 * A person presses send: the mail is written down, byte by byte, and goes out in half a minute unless they undo it. The only
 * place that writes such a row. Pressed twice, or in two tabs, it is one mail.
 *
 * @throws NotFound also where the mailbox is somebody else's; Refusal
 */
export async function sendByMailbox(
  scope: WorkspaceScope,
  input: SendByMailboxInput,
): Promise<{ mailId: string }> {
  authorize(scope, 'pitches.send')
  const onceKey = `${input.step}:${input.once}`
  try {
    return await inTransaction(async (tx) => {
      await holdSending(tx, scope)
      const pressed = await findPressed(tx, scope, input, onceKey)
      if (pressed) return pressed
      const mailbox = await mailboxToSendFrom(tx, scope, input.mailboxId)
      const step = await stepToSend(tx, scope, input)
      if (step.purpose === 'first') {
        await refuseBesideWaiting(tx, scope, step.pitchId)
        await refuseBeyondCap(tx, scope, mailbox)
      }
      return { mailId: await writeDown(tx, scope, mailbox, step, onceKey) }
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    const pressed = await findPressed(database(), scope, input, onceKey)
    if (pressed) return pressed
    throw error
  }
}

type Reader = Pick<Transaction, 'outgoingMail'>

/** The mail of this very press, or of another tab, while it is under way. */
async function findPressed(
  tx: Reader,
  { workspaceId }: WorkspaceScope,
  input: SendByMailboxInput,
  onceKey: string,
): Promise<{ mailId: string } | null> {
  const liveKey = `${input.step}:${input.step === 'follow-up' ? input.followUpId : input.pitchId}`
  const mail = await tx.outgoingMail.findFirst({
    where: { workspaceId, OR: [{ onceKey }, { liveKey }] },
    select: { id: true },
  })
  return mail && { mailId: mail.id }
}

/** A mailbox of one's own that works and sends. @throws NotFound, Refusal */
export async function mailboxToSendFrom(
  tx: Transaction,
  { workspaceId, memberId }: WorkspaceScope,
  mailboxId: string,
) {
  const mailbox = await tx.mailbox.findFirst({
    where: { id: mailboxId, workspaceId, ownerId: memberId, state: { not: 'disconnected' } },
    select: {
      ...{ id: true, ownerId: true, name: true, address: true, state: true, sends: true },
      ...{ dailyCap: true, timeZone: true, sendingHeldAt: true },
    },
  })
  if (!mailbox) throw new NotFound()
  if (mailbox.sendingHeldAt)
    throw new Refusal(
      'Other servers refused mail of this mailbox twice in a day, so nothing goes out of it.',
      'Look at what your domain says about its mail, then let it send again under Settings, Mailboxes.',
    )
  if (!mailbox.sends)
    throw new Refusal('This mailbox is for reading only.', 'Let it send under Settings, Mailboxes.')
  if (mailboxState(mailbox.state) !== 'connected')
    throw new Refusal('This mailbox is not connected now.', 'Look at it under Settings, Mailboxes.')
  return mailbox
}

type SendingMailbox = Awaited<ReturnType<typeof mailboxToSendFrom>>

async function writeDown(
  tx: Transaction,
  scope: WorkspaceScope,
  mailbox: SendingMailbox,
  step: ReadyStep,
  onceKey: string,
): Promise<string> {
  const { workspaceId, memberId, now } = scope
  const mailId = newId()
  const messageId = messageIdOf(mailId, 1, mailbox.address)
  const notBefore = new Date(now.getTime() + UNDO_MS)
  const raw = await bytesOf(tx, scope, { mailbox, step, messageId, date: notBefore })
  // What did not go out before is seen to by this.
  await tx.outgoingMail.updateMany({
    where: { workspaceId, pitchId: step.pitchId, purpose: step.purpose, attention: true, state: 'not-sent' },
    data: { attention: false },
  })
  await tx.outgoingMail.create({
    data: {
      ...{ id: mailId, workspaceId, mailboxId: mailbox.id, onceKey, state: 'queued' },
      ...step,
      ...{ senderId: memberId, clickedAt: now, notBefore },
      ...{ fromAddress: mailbox.address, raw, mailIds: [messageId] },
    },
  })
  await askToSend(tx, { id: mailId, workspaceId, mailboxId: mailbox.id }, notBefore)
  return mailId
}

/** Known before anything goes, and not to be guessed: whoever names it has read the mail. */
export function messageIdOf(mailId: string, copy: number, fromAddress: string): string {
  return `<${mailId}.${copy}@${domainOfAddress(fromAddress)}>`
}

/** The mail as it goes out, in the thread of the conversation. */
export async function bytesOf(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  {
    mailbox,
    step,
    messageId,
    date,
  }: {
    mailbox: { name: string; address: string }
    step: Pick<ReadyStep, 'purpose' | 'pitchId' | 'toName' | 'toAddress' | 'subject' | 'body'>
    messageId: string
    date: Date
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const before =
    step.purpose === 'first'
      ? []
      : await tx.message.findMany({
          where: { workspaceId, pitchId: step.pitchId },
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
          select: { mailIds: true },
        })
  const raw = await composeMail({
    from: { name: mailbox.name, address: mailbox.address },
    to: { name: step.toName, address: step.toAddress },
    subject: step.subject,
    text: step.body,
    messageId,
    date,
    ...threadHeaders(before),
  })
  return new Uint8Array(raw)
}
