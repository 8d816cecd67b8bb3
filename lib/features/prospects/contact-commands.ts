import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { findAddressHolder, refuseHeldAddress, storeChannel } from './channel-commands.ts'
import type { ContactInput } from './contact-schema.ts'

/**
 * Adds a person to a prospect, with a first way to reach them. With `useExisting`, whoever has that address already is
 * tied to this prospect instead.
 *
 * @throws NotFound when the prospect is not there
 * @throws Refusal on field `existing` when the address, or somebody of that name, is here already
 */
export async function addContact(scope: WorkspaceScope, input: ContactInput): Promise<{ contactId: string }> {
  authorize(scope, 'contacts.write')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    await lockProspect(tx, scope, input.prospectId)
    const holder = input.channel ? await findAddressHolder(tx, scope, input.channel.addressKey) : null
    if (holder && input.useExisting) {
      await tie(tx, scope, { prospectId: input.prospectId, contactId: holder.id })
      return { contactId: holder.id }
    }
    if (holder && input.channel && !input.shared) refuseHeldAddress(holder, input.channel.kind)
    if (!input.shared) await refuseNamesake(tx, scope, input)
    const contact = await tx.contact.create({
      data: { workspaceId, ...input.contact, createdAt: now, updatedAt: now },
      select: { id: true },
    })
    await tie(tx, scope, { prospectId: input.prospectId, contactId: contact.id })
    if (input.channel) await storeChannel(tx, scope, contact.id, input.channel)
    return { contactId: contact.id }
  })
}

/** @throws NotFound */
export async function changeContact(
  scope: WorkspaceScope,
  { contactId, ...contact }: ContactInput['contact'] & { contactId: string },
) {
  authorize(scope, 'contacts.write')
  const { count } = await database().contact.updateMany({
    where: { id: contactId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { ...contact, updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

/**
 * Says that a person works for another outlet too, named by its address.
 *
 * @throws NotFound; Refusal when there is no such prospect yet
 */
export async function addAffiliation(
  scope: WorkspaceScope,
  { contactId, address }: { contactId: string; address: string },
) {
  authorize(scope, 'contacts.write')
  const { workspaceId } = scope
  const contact = await database().contact.count({ where: { id: contactId, workspaceId, deletedAt: null } })
  if (contact === 0) throw new NotFound()
  const outlet = outletKeyOf(address)
  const prospect = outlet.ok
    ? await database().prospect.findFirst({
        where: { workspaceId, liveOutletKey: outlet.key },
        select: { id: true },
      })
    : null
  if (!prospect) {
    throw new Refusal(
      'No prospect of yours has that address yet.',
      'Add the prospect first, then come back and tie them together.',
      'address',
    )
  }
  await inTransaction((tx) => tie(tx, scope, { contactId, prospectId: prospect.id }))
}

/** They have left: the tie stays, with its end. @throws NotFound */
export async function endAffiliation(scope: WorkspaceScope, { affiliationId }: { affiliationId: string }) {
  authorize(scope, 'contacts.write')
  await setUntil(scope, affiliationId, scope.now)
}

/** They are there after all. @throws NotFound */
export async function resumeAffiliation(scope: WorkspaceScope, { affiliationId }: { affiliationId: string }) {
  authorize(scope, 'contacts.write')
  await setUntil(scope, affiliationId, null)
}

async function setUntil(scope: WorkspaceScope, affiliationId: string, until: Date | null) {
  const { count } = await database().affiliation.updateMany({
    where: { id: affiliationId, workspaceId: scope.workspaceId, contact: { deletedAt: null } },
    data: { until },
  })
  if (count === 0) throw new NotFound()
}

/** Also holds the row, so that a double click comes one after the other. */
async function lockProspect(tx: Transaction, scope: WorkspaceScope, prospectId: string) {
  const { count } = await tx.prospect.updateMany({
    where: { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

async function refuseNamesake(tx: Transaction, scope: WorkspaceScope, { prospectId, contact }: ContactInput) {
  const namesake = await tx.affiliation.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      prospectId,
      contact: { deletedAt: null, name: { equals: contact.name, mode: 'insensitive' } },
    },
    select: { id: true },
  })
  if (!namesake) return
  throw new Refusal(
    `${contact.name} is already a contact here.`,
    'Open their page to add an address, or say that this is somebody else.',
    'existing',
  )
}

/** Ties a person to an outlet; a tie that had ended begins again. */
async function tie(tx: Transaction, scope: WorkspaceScope, pair: { prospectId: string; contactId: string }) {
  const { workspaceId } = scope
  const { count } = await tx.affiliation.updateMany({
    where: { workspaceId, ...pair },
    data: { until: null },
  })
  if (count > 0) return
  try {
    await tx.affiliation.create({ data: { workspaceId, ...pair } })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal('They were tied to this prospect a moment ago.', 'Load the page again to see it.')
  }
}
