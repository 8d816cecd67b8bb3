import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { PERSONAL_CHANNEL_KINDS } from '#lib/domain/stop-keys.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { hashOfAddress, hashOfDomain } from '#lib/server/suppression-hash.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { suppressionKeyToWriteWith } from './suppression-key.ts'
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

/**
 * Stops one address, or a domain with everything under it. Only its hash is kept. @throws Refusal when it is stopped already
 */
export async function suppressAddress(
  scope: WorkspaceScope,
  input: SuppressAddressInput,
): Promise<{ suppressionId: string }> {
  authorize(scope, 'contacts.write')
  return inTransaction((tx) => stopAddress(tx, scope, input))
}

/** Stops one address of a person, and leaves their others alone. @throws NotFound; Refusal when it is stopped already */
export async function suppressChannel(
  scope: WorkspaceScope,
  { channelId, reason, words }: { channelId: string; reason: string; words: string },
): Promise<{ suppressionId: string }> {
  authorize(scope, 'contacts.write')
  const { workspaceId } = scope
  return inTransaction(async (tx) => {
    const channel = await tx.channel.findFirst({
      where: { id: channelId, workspaceId, deletedAt: null, contact: { deletedAt: null } },
      select: { contactId: true, addressKey: true },
    })
    if (!channel) throw new NotFound()
    return stopAddress(tx, scope, { ...channel, domain: null, reason, words })
  })
}

type StopOfAddress = {
  addressKey: string | null
  domain: string | null
  contactId?: string
  reason: string
  words: string
}

async function stopAddress(tx: Transaction, scope: WorkspaceScope, input: StopOfAddress) {
  const { workspaceId, memberId, now } = scope
  const { addressKey, domain, contactId = null, reason, words } = input
  const key = await suppressionKeyToWriteWith(workspaceId, tx)
  const hashes = {
    addressHash: addressKey === null ? null : hashOfAddress(key, addressKey),
    domainHash: domain === null ? null : hashOfDomain(key, domain),
  }
  const already = await tx.suppression.findFirst({
    where: { workspaceId, ...hashes, liftedAt: null },
    select: { id: true },
  })
  if (already) throw new Refusal('That one is on the list already.', 'Nothing more is needed.', 'address')
  const { id } = await tx.suppression.create({
    data: { workspaceId, contactId, ...hashes, reason, words, at: now, byId: memberId },
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
      where: { workspaceId, liftedAt: null, OR: [{ id: it.id }, ...goingWith(it)] },
      data: { liftedAt: now, liftedById: memberId, liftReason: input.reason },
    })
    if (count === 0)
      throw new Refusal('This was lifted already.', 'Load the page again to see by whom and why.')
    await recordAudit(tx, scope, 'stop.lifted', { objectId: it.id, details: { rows: count } })
  })
}

/** With a person's stop, those of the addresses that went with it. */
function goingWith({ contactId, addressHash, domainHash }: StopRow) {
  return contactId && !addressHash && !domainHash ? [{ contactId, withPerson: true }] : []
}

type StopRow = { contactId: string | null; addressHash: string | null; domainHash: string | null }

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
    where: { workspaceId, contactId, addressHash: null, domainHash: null, liftedAt: null },
    select: { id: true },
  })
  if (already) return { suppressionId: already.id }
  const row = { workspaceId, contactId, reason: 'asked-to-stop', words, at: now, byId: memberId }
  const { id } = await tx.suppression.create({ data: row, select: { id: true } })
  // Removed addresses too.
  const channels = await tx.channel.findMany({
    where: { workspaceId, contactId, kind: { in: [...PERSONAL_CHANNEL_KINDS] } },
    select: { addressKey: true },
    distinct: 'addressKey',
  })
  if (channels.length > 0) {
    const key = await suppressionKeyToWriteWith(workspaceId, tx)
    const hashes = channels.map(({ addressKey }) => hashOfAddress(key, addressKey))
    await tx.suppression.createMany({
      data: hashes.map((addressHash) => ({ ...row, addressHash, withPerson: true })),
    })
  }
  return { suppressionId: id }
}
