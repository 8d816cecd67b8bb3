import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { SuppressAddressInput } from './suppression-schema.ts'

/**
 * "Please stop": final for the person, with all their addresses, in all campaigns. Their e-mail addresses and handles
 * are kept apart too, so that the same address under another name is stopped as well. Doing it twice changes nothing.
 *
 * @param tx the caller's transaction, where more hangs on it (open pitches that are to be closed)
 * @throws NotFound
 */
export async function stopWritingTo(
  scope: WorkspaceScope,
  input: { contactId: string; words: string },
  tx?: Transaction,
): Promise<{ suppressionId: string }> {
  authorize(scope, 'contacts.write')
  return tx ? stop(tx, scope, input) : inTransaction((own) => stop(own, scope, input))
}

/** Stops one address, or a domain with everything under it. @throws Refusal when it is stopped already */
export async function suppressAddress(
  scope: WorkspaceScope,
  input: SuppressAddressInput,
): Promise<{ suppressionId: string }> {
  authorize(scope, 'contacts.write')
  const { workspaceId, memberId, now } = scope
  const { addressKey, domain } = input
  const already = await database().suppression.findFirst({
    where: { workspaceId, contactId: null, addressKey, domain, liftedAt: null },
    select: { id: true },
  })
  if (already) throw new Refusal('That one is on the list already.', 'Nothing more is needed.', 'address')
  const { id } = await database().suppression.create({
    data: { workspaceId, ...input, at: now, byId: memberId },
    select: { id: true },
  })
  return { suppressionId: id }
}

/**
 * Lets somebody be written to again, with the reason kept. For a person, their addresses are freed with them.
 *
 * @throws NotFound; Refusal when it has been lifted already
 */
export async function liftSuppression(
  scope: WorkspaceScope,
  input: { suppressionId: string; reason: string },
) {
  authorize(scope, 'suppressions.lift')
  const { workspaceId, memberId, now } = scope
  await inTransaction(async (tx) => {
    const it = await tx.suppression.findFirst({ where: { id: input.suppressionId, workspaceId } })
    if (!it) throw new NotFound()
    const { count } = await tx.suppression.updateMany({
      where: { workspaceId, liftedAt: null, ...(it.contactId ? { contactId: it.contactId } : { id: it.id }) },
      data: { liftedAt: now, liftedById: memberId, liftReason: input.reason },
    })
    if (count === 0)
      throw new Refusal('This was lifted already.', 'Load the page again to see by whom and why.')
  })
}

async function stop(
  tx: Transaction,
  scope: WorkspaceScope,
  { contactId, words }: { contactId: string; words: string },
) {
  const { workspaceId, memberId, now } = scope
  // Writing to the row holds it: of two who say "stop" at once, the second finds the first one's stop.
  const { count } = await tx.contact.updateMany({
    where: { id: contactId, workspaceId, deletedAt: null },
    data: { updatedAt: now },
  })
  if (count === 0) throw new NotFound()
  const already = await tx.suppression.findFirst({
    where: { workspaceId, contactId, addressKey: null, domain: null, liftedAt: null },
    select: { id: true },
  })
  if (already) return { suppressionId: already.id }
  const row = { workspaceId, contactId, reason: 'asked-to-stop', words, at: now, byId: memberId }
  const { id } = await tx.suppression.create({ data: row, select: { id: true } })
  // Removed addresses too. A form is the outlet's and a place is nobody's: others may be reached there.
  const channels = await tx.channel.findMany({
    where: { workspaceId, contactId, kind: { in: ['email', 'dm'] } },
    select: { addressKey: true },
    distinct: 'addressKey',
  })
  await tx.suppression.createMany({ data: channels.map(({ addressKey }) => ({ ...row, addressKey })) })
  return { suppressionId: id }
}
