import type { OutgoingMail } from '#lib/generated/prisma/client.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { gatherPitchFacts } from '../pitches/pitch-facts.ts'
import {
  type SentLetter,
  touchProspect,
  writeFirstSent,
  writeFollowUpSent,
  writeMessage,
} from '../pitches/write-sent.ts'

export type WentOut = Pick<
  OutgoingMail,
  | 'id'
  | 'pitchId'
  | 'contactId'
  | 'followUpId'
  | 'purpose'
  | 'subject'
  | 'body'
  | 'mailIds'
  | 'mailboxId'
  | 'transmittedAt'
>

/**
 * Writes a mail that went out into its conversation, as "I sent it" does. It did go, so whatever happened to the pitch
 * meanwhile (stopped, closed, thrown away), the message is kept with it.
 *
 * @param scope of whoever sent it, at the moment it went
 */
export async function recordOutgoing(tx: Transaction, scope: WorkspaceScope, mail: WentOut) {
  const { workspaceId } = scope
  const { subject, body, mailIds, mailboxId } = mail
  const letter: SentLetter = { via: 'mailbox', subject, body, mailIds, mailboxId }
  const onceKey = onceKeyOf(mail)
  if (await tx.message.findFirst({ where: { workspaceId, onceKey }, select: { id: true } })) return
  if (await recordAsUsual(tx, scope, mail, letter)) return
  await recordInSpite(tx, scope, mail, letter, onceKey)
}

/** false where the conversation has moved on, so that the usual way is closed: then nothing was written. */
async function recordAsUsual(
  tx: Transaction,
  scope: WorkspaceScope,
  { pitchId, followUpId, purpose }: WentOut,
  letter: SentLetter,
): Promise<boolean> {
  const { workspaceId } = scope
  const pitch = await tx.pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null },
    select: { prospectId: true },
  })
  if (!pitch || purpose === 'reply') return false
  const gathered = await gatherPitchFacts(tx, scope, pitchId)
  if (purpose === 'follow-up') {
    const followUp = await tx.followUp.findFirst({ where: { id: followUpId ?? '', workspaceId } })
    return followUp !== null && writeFollowUpSent(tx, scope, gathered, followUp, letter)
  }
  const other = await tx.pitch.findFirst({
    where: { workspaceId, openProspectId: pitch.prospectId, id: { not: pitchId } },
    select: { id: true },
  })
  return writeFirstSent(tx, scope, gathered, letter, other ? null : pitch.prospectId)
}

async function recordInSpite(
  tx: Transaction,
  scope: WorkspaceScope,
  mail: WentOut,
  letter: SentLetter,
  onceKey: string,
) {
  const { workspaceId, now } = scope
  const { pitchId, contactId, purpose, followUpId } = mail
  const here = { id: pitchId, workspaceId }
  await writeMessage(tx, scope, { id: pitchId, contactId }, letter, {
    purpose: purpose as 'first' | 'follow-up' | 'reply',
    onceKey,
  })
  await tx.pitch.updateMany({ where: here, data: { lastMessageAt: now } })
  if (purpose === 'first') {
    await tx.pitch.updateMany({
      where: { ...here, sentAt: null },
      data: { sentAt: now, sentVia: letter.via },
    })
  }
  if (purpose === 'reply') {
    const later = { some: { workspaceId, direction: 'in', at: { gt: mail.transmittedAt ?? now } } }
    // What they wrote while it was on its way is still to be answered.
    await tx.pitch.updateMany({
      where: { ...here, state: 'answered', NOT: { messages: later } },
      data: { answerHandledAt: now, updatedAt: now },
    })
  }
  if (followUpId)
    await tx.followUp.updateMany({
      where: { id: followUpId, workspaceId },
      data: { state: 'sent', goneBecause: null, settledAt: now },
    })
  const pitch = await tx.pitch.findFirst({ where: here, select: { prospectId: true } })
  if (pitch) await touchProspect(tx, scope, pitch.prospectId)
}

function onceKeyOf({ id, pitchId, followUpId, purpose }: WentOut): string {
  if (purpose === 'first') return `first:${pitchId}`
  return purpose === 'follow-up' ? `follow-up:${followUpId}` : `answer:${id}`
}
