import { CAN_BE_CALLED_BACK, UNDO_MS } from '#lib/domain/mail/outgoing-states.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { OutgoingMail } from '#lib/generated/prisma/client.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { askToSend } from './ask-to-send.ts'
import { refuseBeyondCap } from './daily-cap.ts'
import { bytesOf, mailboxToSendFrom, messageIdOf } from './outgoing-commands.ts'
import { recordOutgoing } from './record-outgoing.ts'
import { stepToSend } from './sending-steps.ts'

type Named = { mailId: string }

/**
 * Takes a click back. Everybody who may send may, not only who clicked. One that was sent a second time, as nobody could tell
 * whether the first went, is in that doubt again.
 *
 * @throws Refusal once it may have gone
 */
export async function undoSend(scope: WorkspaceScope, { mailId }: Named) {
  await settle(scope, mailId, async (tx, mail) => {
    if (mail.state === 'undone') return
    if (mail.copies > 1) {
      const { count } = await tx.outgoingMail.updateMany({
        where: { id: mail.id, workspaceId: scope.workspaceId, state: { in: [...CAN_BE_CALLED_BACK] } },
        data: {
          ...{ state: 'unknown', reason: 'broken-off', remedy: '', attention: true, claimId: null },
          transmittedAt: mail.claimedAt ?? mail.clickedAt,
        },
      })
      if (count === 0 && mail.state !== 'unknown') throw goneAlready()
      return
    }
    if (!(await letGo(tx, scope, mail, CAN_BE_CALLED_BACK, { state: 'undone', reason: null })))
      throw goneAlready()
  })
}

/** What waits for a word of somebody's is not to go. */
export async function leaveUnsent(scope: WorkspaceScope, { mailId }: Named) {
  await settle(scope, mailId, async (tx, mail) => {
    if (mail.state === 'not-sent') return
    const done = { state: 'not-sent', reason: 'left' }
    if (!(await letGo(tx, scope, mail, ['held', 'unknown'], done))) throw changed()
  })
}

/** Somebody looked into the sent mail and found it: it counts as sent at the moment it was on its way. */
export async function confirmWasSent(scope: WorkspaceScope, { mailId }: Named) {
  await settle(scope, mailId, async (tx, mail) => {
    if (mail.state === 'sent' || mail.state === 'filed') return
    if (mail.state !== 'unknown') throw changed()
    await settleAsSent(tx, scope, mail)
  })
}

/**
 * It waited for a person, or went out as little as anybody can tell: somebody says that it goes now. For the mailbox's own
 * member alone; every rule is asked again, and it can be undone again.
 */
export async function sendNow(scope: WorkspaceScope, { mailId }: Named) {
  await settle(scope, mailId, async (tx, mail) => {
    if (mail.state === 'queued' && mail.senderId === scope.memberId) return
    if (mail.state !== 'held' && mail.state !== 'unknown') throw changed()
    const { workspaceId, memberId, now } = scope
    const mailbox = await mailboxToSendFrom(tx, scope, mail.mailboxId).catch((error) => {
      if (!(error instanceof NotFound)) throw error
      throw new Refusal(
        'It goes out of somebody else’s mailbox, or of one that is not connected any more.',
        'They can send it, or you leave it unsent.',
      )
    })
    if (mail.body === '') throw new Refusal('Its words are gone.', 'Write it anew.')
    const step = await stepToSend(tx, scope, stepOf(mail))
    if (mail.purpose === 'first') await refuseBeyondCap(tx, scope, mailbox, mail.id)
    // One that may have gone gets a name of its own, so that the two can be told apart.
    const copies = mail.state === 'unknown' ? mail.copies + 1 : mail.copies
    const messageId = messageIdOf(mail.id, copies, mailbox.address)
    const notBefore = new Date(now.getTime() + UNDO_MS)
    const words = { subject: mail.subject, body: mail.body }
    const raw = await bytesOf(tx, scope, { mailbox, step: { ...step, ...words }, messageId, date: notBefore })
    await tx.outgoingMail.updateMany({
      where: { id: mail.id, workspaceId, state: mail.state },
      data: {
        ...{ state: 'queued', senderId: memberId, clickedAt: now, notBefore, tries: 0, claimId: null },
        ...{ raw, copies, mailIds: [...new Set([...mail.mailIds, messageId])] },
        ...{ toName: step.toName, toAddress: step.toAddress, fromAddress: mailbox.address },
        ...{ attention: false, reason: null, remedy: '', transmittedAt: null },
      },
    })
    await askToSend(tx, mail, notBefore)
  })
}

/** Somebody has seen why it did not go. */
export async function dismissMail(scope: WorkspaceScope, { mailId }: Named) {
  await settle(scope, mailId, async (tx, mail) => {
    await tx.outgoingMail.updateMany({
      where: { id: mail.id, workspaceId: scope.workspaceId, state: 'not-sent' },
      data: { attention: false },
    })
  })
}

/**
 * Something of theirs names a mail that nobody knew to have gone: then it went.
 *
 * @param mailIds Message-IDs an answer or a returned mail refers to
 * @returns whether one was settled by it
 */
export async function settleByAnswer(
  scope: WorkspaceScope,
  { mailIds }: { mailIds: readonly string[] },
  tx: Transaction,
): Promise<boolean> {
  authorize(scope, 'pitches.send')
  const mail = await tx.outgoingMail.findFirst({
    where: {
      ...{ workspaceId: scope.workspaceId, state: 'unknown', liveKey: { not: null } },
      mailIds: { hasSome: [...mailIds] },
    },
  })
  if (!mail) return false
  await settleAsSent(tx, scope, mail)
  return true
}

/** The row as what was asked for by its click. */
export function stepOf(mail: OutgoingMail) {
  const { pitchId, revision, body } = mail
  if (mail.purpose === 'first') return { step: 'first', pitchId, revision } as const
  if (mail.purpose === 'reply') return { step: 'reply', pitchId, body } as const
  return { step: 'follow-up', followUpId: mail.followUpId ?? '' } as const
}

async function settle(
  scope: WorkspaceScope,
  mailId: string,
  work: (tx: Transaction, mail: OutgoingMail) => Promise<void>,
) {
  authorize(scope, 'pitches.send')
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const mail = await tx.outgoingMail.findFirst({ where: { id: mailId, workspaceId: scope.workspaceId } })
    if (!mail) throw new NotFound()
    await work(tx, mail)
  })
}

async function letGo(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  { id }: OutgoingMail,
  states: readonly string[],
  data: { state: string; reason: string | null },
): Promise<boolean> {
  const { count } = await tx.outgoingMail.updateMany({
    where: { id, workspaceId, state: { in: [...states] } },
    data: { ...data, liveKey: null, settledAt: now, attention: false, raw: new Uint8Array() },
  })
  return count > 0
}

async function settleAsSent(tx: Transaction, scope: WorkspaceScope, mail: OutgoingMail) {
  const { workspaceId, now } = scope
  const sentAt = mail.transmittedAt ?? now
  await tx.outgoingMail.updateMany({
    where: { id: mail.id, workspaceId, state: 'unknown' },
    data: {
      ...{
        state: 'filed',
        sentAt,
        filedAt: now,
        settledAt: now,
        liveKey: null,
        attention: false,
        reason: null,
      },
      ...{ raw: new Uint8Array(), subject: '', body: '' },
    },
  })
  await recordOutgoing(tx, { ...scope, memberId: mail.senderId, now: sentAt }, mail)
}

function goneAlready(): Refusal {
  return new Refusal('It is on its way already.', 'Load this page again to see how it stands.')
}

function changed(): Refusal {
  return new Refusal('That was settled meanwhile.', 'Load this page again to see how it stands.')
}
