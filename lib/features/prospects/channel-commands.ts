import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { ChannelInput } from './contact-schema.ts'
import { peopleOfSites } from './outlets-of-sites.ts'

/** Without a name, it is somebody whom this visit may not see. */
type Holder = { id: string; name: string | null }

/**
 * Adds a way to reach a contact, with where it came from.
 *
 * @throws NotFound; Refusal on field `existing` when somebody else has that address, on `address` when they have it already
 */
export async function addChannel(
  scope: WorkspaceScope,
  { contactId, ...channel }: ChannelInput & { contactId: string },
): Promise<{ channelId: string }> {
  authorize(scope, 'contacts.write')
  return inTransaction(async (tx) => {
    await lockContact(tx, scope, contactId)
    await refuseRepeated(tx, scope, { contactId, ...channel })
    return { channelId: await storeChannel(tx, scope, contactId, channel) }
  })
}

/** @throws NotFound; Refusal as for a new one */
export async function changeChannel(
  scope: WorkspaceScope,
  { channelId, ...channel }: ChannelInput & { channelId: string },
): Promise<{ contactId: string }> {
  authorize(scope, 'contacts.write')
  return inTransaction(async (tx) => {
    const { workspaceId } = scope
    const where = { id: channelId, workspaceId, deletedAt: null }
    const current = await tx.channel.findFirst({ where, select: { contactId: true, addressKey: true } })
    if (!current) throw new NotFound()
    await lockContact(tx, scope, current.contactId)
    const moved = current.addressKey !== channel.addressKey
    if (moved) await refuseRepeated(tx, scope, { contactId: current.contactId, ...channel })
    const { count } = await tx.channel.updateMany({
      where,
      data: {
        kind: channel.kind,
        address: channel.address,
        addressKey: channel.addressKey,
        // What came back was another address.
        ...(moved ? { bouncedAt: null, bounceNote: '' } : {}),
      },
    })
    if (count === 0) throw new NotFound()
    await storeOrigin(tx, scope, channelId, channel.origin)
    return { contactId: current.contactId }
  })
}

/** Takes an address away; it stays with the contact and can be put back. @throws NotFound */
export async function removeChannel(scope: WorkspaceScope, { channelId }: { channelId: string }) {
  authorize(scope, 'contacts.write')
  await inTransaction(async (tx) => {
    const { count } = await tx.channel.updateMany({
      where: { id: channelId, workspaceId: scope.workspaceId, trashId: null, contact: { deletedAt: null } },
      data: { deletedAt: scope.now },
    })
    if (count === 0) throw new NotFound()
  })
}

/** @throws NotFound; Refusal when they have the same address again meanwhile */
export async function putChannelBack(scope: WorkspaceScope, { channelId }: { channelId: string }) {
  authorize(scope, 'contacts.write')
  await inTransaction(async (tx) => {
    const where = {
      id: channelId,
      workspaceId: scope.workspaceId,
      trashId: null,
      contact: { deletedAt: null },
    }
    const channel = await tx.channel.findFirst({ where })
    if (!channel) throw new NotFound()
    if (channel.deletedAt === null) return
    await lockContact(tx, scope, channel.contactId)
    await refuseRepeated(tx, scope, { ...channel, kind: channel.kind as ChannelKind, shared: true })
    await tx.channel.updateMany({ where, data: { deletedAt: null } })
  })
}

/** Whose address this is already, in this workspace. What is only spoken of is nobody's alone. */
export async function findAddressHolder(
  tx: Transaction,
  scope: WorkspaceScope,
  addressKey: string,
  exceptContactId?: string,
): Promise<Holder | null> {
  const channel = await tx.channel.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      addressKey,
      deletedAt: null,
      kind: { not: 'spoken' },
      contact: { deletedAt: null },
      ...(exceptContactId ? { contactId: { not: exceptContactId } } : {}),
    },
    orderBy: { createdAt: 'asc' },
    select: { contact: { select: { id: true, name: true } } },
  })
  if (!channel) return null
  const { siteIds, workspaceId } = scope
  if (siteIds === null) return channel.contact
  const seen = { workspaceId, id: channel.contact.id, AND: [peopleOfSites(siteIds)] }
  return (await tx.contact.count({ where: seen })) > 0 ? channel.contact : { ...channel.contact, name: null }
}

export function refuseHeldAddress(holder: Holder, kind: ChannelKind): never {
  const what = kind === 'form' ? 'form' : 'address'
  if (holder.name === null)
    throw new Refusal(`Somebody here has this ${what} already.`, 'Say that the two share it.', 'existing')
  throw new Refusal(
    `This ${what} is already ${holder.name}’s.`,
    'Carry on with them, or say that the two share it.',
    'existing',
  )
}

/** Writes the row and its origin; the caller has looked for repeats. */
export async function storeChannel(
  tx: Transaction,
  scope: WorkspaceScope,
  contactId: string,
  { kind, address, addressKey, origin }: ChannelInput,
): Promise<string> {
  const { workspaceId, now } = scope
  const channel = await tx.channel.create({
    data: { workspaceId, contactId, kind, address, addressKey, createdAt: now },
    select: { id: true },
  })
  await storeOrigin(tx, scope, channel.id, origin)
  return channel.id
}

/** Without a page, words or a notice there is no origin, and the gate will ask for one. */
async function storeOrigin(
  tx: Transaction,
  scope: WorkspaceScope,
  channelId: string,
  { seenOn, ...origin }: ChannelInput['origin'],
) {
  const { workspaceId } = scope
  const today = localDateOf(scope.now, scope.timeZone)
  if (seenOn > today) {
    throw new Refusal('That date has not come yet.', 'Give the day on which you saw the address.', 'seenOn')
  }
  await tx.addressOrigin.deleteMany({ where: { workspaceId, channelId } })
  if (origin.page === '' && origin.words === '' && !origin.noUnsolicited) return
  // Noon, so that the date reads the same in (nearly) every zone.
  const seen = new Date(`${seenOn || today}T12:00:00Z`)
  await tx.addressOrigin.create({ data: { workspaceId, channelId, seenOn: seen, ...origin } })
}

/** Also holds the row, so that a double click comes one after the other. */
async function lockContact(tx: Transaction, scope: WorkspaceScope, contactId: string) {
  const { count } = await tx.contact.updateMany({
    where: { id: contactId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

async function refuseRepeated(
  tx: Transaction,
  scope: WorkspaceScope,
  channel: { contactId: string; kind: ChannelKind; addressKey: string; shared: boolean },
) {
  const { workspaceId } = scope
  const own = await tx.channel.count({
    where: { workspaceId, contactId: channel.contactId, addressKey: channel.addressKey, deletedAt: null },
  })
  if (own > 0) throw new Refusal('They have this address already.', 'Change that one instead.', 'address')
  if (channel.shared) return
  const holder = await findAddressHolder(tx, scope, channel.addressKey, channel.contactId)
  if (holder) refuseHeldAddress(holder, channel.kind)
}
