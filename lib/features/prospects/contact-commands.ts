import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { onlyNamed } from '../only-named.ts'
import { tie } from './affiliation-commands.ts'
import { alikeContacts } from './alike-queries.ts'
import { findAddressHolder, refuseHeldAddress, storeChannel } from './channel-commands.ts'
import type { ContactInput } from './contact-schema.ts'
import { customValuesAfter } from './custom-values.ts'
import { keepTags } from './keep-tags.ts'
import { addressesStopped } from './suppression-queries.ts'

/**
 * Adds a person to a prospect, with a first way to reach them. With `useExisting`, whoever has that address already is
 * tied to this prospect instead. An address nobody here may write to is kept all the same; the stop stays.
 *
 * @returns `isStopped`: a stop stands against the address. Whose it was is not said
 *
 * @throws NotFound when the prospect is not there
 * @throws Refusal on field `existing` when the address, or somebody of that name, is here already
 */
export async function addContact(
  scope: WorkspaceScope,
  input: ContactInput,
): Promise<{ contactId: string; isStopped: boolean }> {
  authorize(scope, 'contacts.write')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    await lockProspect(tx, scope, input.prospectId)
    const holder = input.channel ? await findAddressHolder(tx, scope, input.channel.addressKey) : null
    if (holder && input.useExisting && holder.name !== null) {
      await tie(tx, scope, { prospectId: input.prospectId, contactId: holder.id })
      return { contactId: holder.id, isStopped: await isStopped(tx, scope, input) }
    }
    if (holder && input.channel && !input.shared) refuseHeldAddress(holder, input.channel.kind)
    if (!input.shared) await refuseNamesake(tx, scope, input)
    if (!input.shared && input.alikeSeen) await refuseAlike(scope, input, input.alikeSeen)
    const contact = await tx.contact.create({
      data: {
        workspaceId,
        ...(await personFields(tx, scope, input.contact, {})),
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    })
    await tie(tx, scope, { prospectId: input.prospectId, contactId: contact.id })
    if (input.channel) await storeChannel(tx, scope, contact.id, input.channel)
    return { contactId: contact.id, isStopped: await isStopped(tx, scope, input) }
  })
}

/** Whether a stop, of whomever, stands against the address that was given. */
async function isStopped(tx: Transaction, scope: WorkspaceScope, { channel }: ContactInput) {
  return channel !== null && (await addressesStopped(scope, [channel], tx)).size > 0
}

/**
 * @param named the fields that were sent, where it was not a whole form: the others stay as they are
 * @throws NotFound
 */
export async function changeContact(
  scope: WorkspaceScope,
  { contactId, ...contact }: ContactInput['contact'] & { contactId: string },
  named?: ReadonlySet<string>,
) {
  authorize(scope, 'contacts.write')
  const it = { id: contactId, workspaceId: scope.workspaceId, deletedAt: null }
  await inTransaction(async (tx) => {
    // Holds the row: what two people write into different own fields at once is all kept.
    const [held] = await tx.contact.updateManyAndReturn({
      where: it,
      data: { updatedAt: scope.now },
      select: { custom: true },
    })
    if (!held) throw new NotFound()
    const data = await personFields(tx, scope, contact, held.custom)
    await tx.contact.updateMany({ where: it, data: onlyNamed(data, named) })
  })
}

/** Tags and own fields are left as they are where they were not asked for. */
async function personFields(
  tx: Transaction,
  scope: WorkspaceScope,
  { tags, custom, ...person }: ContactInput['contact'],
  before: unknown,
) {
  return {
    ...person,
    ...(tags ? { tags: await keepTags(tx, scope, tags) } : {}),
    ...(custom ? { custom: await customValuesAfter({ scope, noun: 'contact' }, custom, before) } : {}),
  }
}

/** Also holds the row, so that a double click comes one after the other. */
async function lockProspect(tx: Transaction, scope: WorkspaceScope, prospectId: string) {
  const { count } = await tx.prospect.updateMany({
    where: { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

/** Somebody there whose name is nearly the same, and whom nobody has shown them yet. */
async function refuseAlike(
  scope: WorkspaceScope,
  { prospectId, contact }: ContactInput,
  seen: readonly string[],
) {
  const typed = { prospectId, name: contact.name, kind: 'email' as const, address: '' }
  const alike = (await alikeContacts(scope, typed)).find(({ id }) => !seen.includes(id))
  if (!alike) return
  throw new Refusal(
    `${alike.name}, who is here already, has nearly the same name.`,
    'Look whether it is the same person. If not, say that it is somebody else.',
    'existing',
  )
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
