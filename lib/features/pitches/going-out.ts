import { CAN_BE_CALLED_BACK, MAY_HAVE_GONE } from '#lib/domain/mail/outgoing-states.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/**
 * Where a letter is going out of a mailbox, nobody says of it that it was sent another way.
 *
 * @throws Refusal
 */
export async function refuseWhileGoingOut(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  step: { pitchId: string; purpose: 'first' | 'follow-up' | 'reply' },
) {
  const mail = await tx.outgoingMail.findFirst({
    where: { workspaceId, ...step, liveKey: { not: null } },
    select: { state: true },
  })
  if (!mail) return
  if (CAN_BE_CALLED_BACK.some((state) => state === mail.state))
    throw new Refusal('It is about to go out of a mailbox.', 'Undo that first, or let it go.')
  throw mayHaveGone()
}

/**
 * A first letter to the same person, address or outlet that may be on its way out of a mailbox counts as written, before it
 * is known to be.
 *
 * @param states how the other one stands
 * @throws Refusal
 */
export async function refuseBesideAnother(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  pitch: { id: string; prospectId: string; contactId: string; channel: { kind: string; addressKey: string } },
  states: readonly string[] = MAY_HAVE_GONE,
) {
  const { kind, addressKey } = pitch.channel
  const sameAddress = await tx.channel.findMany({
    where: { workspaceId, kind, addressKey },
    select: { contactId: true },
  })
  const people = [pitch.contactId, ...sameAddress.map(({ contactId }) => contactId)]
  const other = await tx.outgoingMail.findFirst({
    where: {
      ...{ workspaceId, purpose: 'first', liveKey: { not: null }, state: { in: [...states] } },
      pitchId: { not: pitch.id },
      OR: [{ contactId: { in: people } }, { pitch: { workspaceId, prospectId: pitch.prospectId } }],
    },
    select: { toName: true },
  })
  if (!other) return
  throw new Refusal(
    `A letter to ${other.toName} may be on its way out of a mailbox.`,
    'Wait until it is known how it went. Nobody can overrule this.',
  )
}

/** Takes back what has not gone yet of a pitch. @throws Refusal where it may have gone */
export async function callBack(tx: Transaction, { workspaceId, now }: WorkspaceScope, pitchId: string) {
  const alive = { workspaceId, pitchId, purpose: 'first', liveKey: { not: null } }
  await tx.outgoingMail.updateMany({
    // Of a second copy the first may have gone.
    where: { ...alive, state: { in: [...CAN_BE_CALLED_BACK] }, copies: 1 },
    data: { state: 'undone', liveKey: null, settledAt: now, attention: false, raw: new Uint8Array() },
  })
  const left = await tx.outgoingMail.findFirst({ where: alive, select: { id: true } })
  if (left) throw mayHaveGone()
}

function mayHaveGone(): Refusal {
  return new Refusal(
    'It may have gone out of a mailbox already.',
    'Load this page again to see how that stands.',
  )
}
