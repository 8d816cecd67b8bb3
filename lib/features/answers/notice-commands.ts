import { localDateOf } from '#lib/domain/local-date.ts'
import { addressKey, checkMailAddress } from '#lib/domain/mail-address.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { findAddressHolder, refuseHeldAddress, storeChannel } from '../prospects/channel-commands.ts'

type Named = { mailId: string }

const FURTHEST_DAYS = 370
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * They are away: the follow-up waits for that day. Never sooner than it was due.
 *
 * @throws NotFound; Refusal where no follow-up is due any more, or the day makes no sense
 */
export async function moveFollowUp(scope: WorkspaceScope, { mailId, dueOn }: Named & { dueOn: string }) {
  authorize(scope, 'pitches.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    const mail = await tx.incomingMail.findFirst({
      where: { id: mailId, workspaceId, kind: 'auto-reply', pitchId: { not: null } },
      select: { pitchId: true },
    })
    if (!mail?.pitchId) throw new NotFound()
    const followUp = await tx.followUp.findFirst({
      where: { workspaceId, pitchId: mail.pitchId, state: 'due' },
    })
    if (!followUp) throw new Refusal('No follow-up is due on this pitch any more.')
    const day = new Date(`${dueOn}T00:00:00Z`)
    const today = localDateOf(now, scope.timeZone)
    if (dueOn < today) throw new Refusal('That day is past.', 'Choose one to come.', 'dueOn')
    if (day < followUp.dueOn)
      throw new Refusal('It is due later than that already.', 'Choose a later day, or leave it.', 'dueOn')
    if (day.getTime() - now.getTime() > FURTHEST_DAYS * DAY_MS)
      throw new Refusal('That is more than a year away.', 'Choose an earlier day.', 'dueOn')
    await tx.followUp.updateMany({
      where: { id: followUp.id, workspaceId, state: 'due' },
      data: { dueOn: day },
    })
    await settleNotice(tx, scope, mailId)
  })
}

/** They are away, and the follow-up stays where it is. @throws NotFound */
export async function leaveFollowUp(scope: WorkspaceScope, { mailId }: Named) {
  authorize(scope, 'pitches.write')
  await inTransaction(async (tx) => {
    const { workspaceId } = scope
    const mail = await tx.incomingMail.findFirst({ where: { id: mailId, workspaceId, kind: 'auto-reply' } })
    if (!mail) throw new NotFound()
    await settleNotice(tx, scope, mailId)
  })
}

/** They wrote from an address that was not known: it is theirs from now on, and where it came from is kept. @throws NotFound, Refusal */
export async function keepAddress(scope: WorkspaceScope, { mailId }: Named) {
  authorize(scope, 'contacts.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const mail = await askedAbout(tx, scope, mailId)
    if (!mail?.pitch || mail.newAddress === null) return
    const { contactId } = mail.pitch
    const checked = checkMailAddress(mail.newAddress)
    if (!checked.ok) throw new Refusal('That address cannot be written to.', 'Leave it out.')
    const { address } = checked
    const key = addressKey(address)
    const { count } = await tx.contact.updateMany({
      where: { id: contactId, workspaceId, deletedAt: null },
      data: { updatedAt: now },
    })
    if (count === 0) throw new NotFound()
    const theirs = await tx.channel.count({
      where: { workspaceId, contactId, addressKey: key, deletedAt: null },
    })
    if (theirs === 0) {
      const holder = await findAddressHolder(tx, scope, key, contactId)
      if (holder) refuseHeldAddress(holder, 'email')
      await storeChannel(tx, scope, contactId, {
        ...{ kind: 'email', address, addressKey: key, shared: false },
        origin: {
          ...{ page: '', words: 'They wrote to us from it.', noUnsolicited: false, fitsRole: true },
          seenOn: localDateOf(mail.at, scope.timeZone),
        },
      })
    }
    await tx.incomingMail.updateMany({ where: { id: mailId, workspaceId }, data: { newAddress: null } })
  })
}

/** The address they wrote from is not kept. @throws NotFound */
export async function leaveAddress(scope: WorkspaceScope, { mailId }: Named) {
  authorize(scope, 'contacts.write')
  await inTransaction(async (tx) => {
    await askedAbout(tx, scope, mailId)
    await tx.incomingMail.updateMany({
      where: { id: mailId, workspaceId: scope.workspaceId },
      data: { newAddress: null },
    })
  })
}

/** Servers refused what it sent; its own member has seen to that, and it may send again. @throws NotFound */
export async function sendAgain(scope: WorkspaceScope, { mailboxId }: { mailboxId: string }) {
  authorize(scope, 'pitches.send')
  const { workspaceId, memberId } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.mailbox.updateMany({
      where: { id: mailboxId, workspaceId, ownerId: memberId, state: { not: 'disconnected' } },
      data: { sendingHeldAt: null },
    })
    if (count === 0) throw new NotFound()
  })
}

/** @throws NotFound where no such mail belongs to a pitch */
async function askedAbout(tx: Transaction, { workspaceId }: WorkspaceScope, mailId: string) {
  const mail = await tx.incomingMail.findFirst({
    where: { id: mailId, workspaceId, state: 'settled', pitch: { workspaceId, deletedAt: null } },
    select: { newAddress: true, at: true, pitch: { select: { contactId: true } } },
  })
  if (!mail) throw new NotFound()
  return mail
}

async function settleNotice(tx: Transaction, { workspaceId, now, memberId }: WorkspaceScope, mailId: string) {
  await tx.incomingMail.updateMany({
    where: { id: mailId, workspaceId, state: 'offered' },
    data: { state: 'settled', settledAt: now, settledById: memberId },
  })
}
