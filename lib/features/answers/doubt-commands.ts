import { addressKey } from '#lib/domain/mail-address.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { IncomingMail } from '#lib/generated/prisma/client.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { settleSent } from './settle-sent.ts'
import { becomeMessage } from './take-in-mail.ts'
import { DOUBTFUL_KINDS, whoseMails } from './whose-mails.ts'

type Named = { mailId: string }

/**
 * "Yes, it belongs to this pitch": it becomes their answer there, as if its thread had told; or, of one's own sent mail, the
 * letter counts as sent by it.
 *
 * @throws NotFound, Refusal
 */
export async function acceptMail(scope: WorkspaceScope, { mailId }: Named) {
  authorize(scope, 'pitches.write')
  await decide(scope, mailId, (tx, mail) =>
    mail.kind === 'sent' ? settleSent(tx, scope, mail) : giveTo(tx, scope, mail, mail.pitchId),
  )
}

/** "It belongs to another one." @throws NotFound; Refusal where nothing was ever sent on it */
export async function attachMail(scope: WorkspaceScope, { mailId, pitchId }: Named & { pitchId: string }) {
  authorize(scope, 'pitches.write')
  await decide(scope, mailId, (tx, mail) => {
    if (mail.kind === 'sent') throw new NotFound()
    return giveTo(tx, scope, mail, pitchId)
  })
}

/**
 * "It belongs to none": all of it is forgotten but what it is known again by, so that nobody is asked twice. The follow-up goes
 * on. Doing it twice changes nothing. @throws NotFound
 */
export async function dismissMail(scope: WorkspaceScope, { mailId }: Named) {
  authorize(scope, 'pitches.write')
  await decide(scope, mailId, (tx, { id }) => forgetMails(tx, scope, { id }))
}

/** Empties mails for good. What they are known again by stays: a hash, a folder and a number. */
export async function forgetMails(
  tx: Pick<Transaction, 'incomingMail'>,
  { workspaceId, now, memberId = null }: { workspaceId: string; now: Date; memberId?: string | null },
  which: { id: string } | { pitchId: { in: string[] } },
) {
  const { count } = await tx.incomingMail.updateMany({
    where: { workspaceId, ...which },
    data: {
      ...{ state: 'dismissed', settledAt: now, settledById: memberId, pitchId: null, mailIds: [] },
      ...{ fromAddress: '', subject: '', text: '', newAddress: null, facts: {} },
    },
  })
  return count
}

async function decide(
  scope: WorkspaceScope,
  mailId: string,
  work: (tx: Transaction, mail: IncomingMail) => Promise<unknown>,
) {
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const mail = await tx.incomingMail.findFirst({
      where: {
        ...{ id: mailId, workspaceId: scope.workspaceId, kind: { in: [...DOUBTFUL_KINDS] } },
        ...whoseMails(scope),
      },
    })
    if (!mail) throw new NotFound()
    // Somebody pressed twice, or in another tab: the first word stands.
    if (mail.state === 'offered') await work(tx, mail)
  })
}

async function giveTo(tx: Transaction, scope: WorkspaceScope, mail: IncomingMail, pitchId: string | null) {
  const { workspaceId, now, memberId } = scope
  const pitch =
    pitchId === null
      ? null
      : await tx.pitch.findFirst({
          where: { id: pitchId, workspaceId, deletedAt: null },
          include: { contact: { select: { channels: { select: { addressKey: true } } } } },
        })
  if (!pitch) throw new NotFound()
  if (!pitch.sentAt) throw new Refusal('Nothing was sent on that pitch yet.', 'Choose one that went out.')
  const { contact, ...row } = pitch
  await becomeMessage(tx, scope, row, { ...mail, mail })
  const key = addressKey(mail.fromAddress)
  const isKnown = mail.fromAddress === '' || contact.channels.some((channel) => channel.addressKey === key)
  await tx.incomingMail.updateMany({
    where: { id: mail.id, workspaceId, state: 'offered' },
    data: {
      ...{ state: 'settled', settledAt: now, settledById: memberId, pitchId: pitch.id, text: '' },
      newAddress: isKnown ? null : mail.fromAddress,
    },
  })
}
