import { noonOf } from '#lib/domain/affiliation-words.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { AffiliationDatesInput, AffiliationInput, MoveInput } from './contact-schema.ts'
import { prospectIdsByKeys } from './outlet-alias-queries.ts'

/**
 * Says that a person works for another outlet too, named by its address.
 *
 * @throws NotFound; Refusal when there is no such prospect yet
 */
export async function addAffiliation(
  scope: WorkspaceScope,
  { contactId, address, role = '', since = '' }: AffiliationInput,
) {
  authorize(scope, 'contacts.write')
  const began = since ? dayUpToToday(scope, since, 'since') : undefined
  await inTransaction(async (tx) => {
    await touchContact(tx, scope, contactId)
    const prospectId = await prospectAt(scope, address)
    await tie(
      tx,
      scope,
      { contactId, prospectId },
      { ...(role ? { role } : {}), ...(began ? { since: began } : {}) },
    )
  })
}

/**
 * They have moved on to another outlet: the one tie ends on that day, the other begins. The person stays who they are, with
 * every letter, touch and stop.
 *
 * @throws NotFound; Refusal when there is no such prospect yet, or it is the same one
 */
export async function moveToOutlet(
  scope: WorkspaceScope,
  { affiliationId, address, movedOn, role }: MoveInput,
) {
  authorize(scope, 'contacts.write')
  const { workspaceId } = scope
  const prospectId = await prospectAt(scope, address)
  const day = dayUpToToday(scope, movedOn || localDateOf(scope.now, scope.timeZone), 'movedOn')
  await inTransaction(async (tx) => {
    const old = await tx.affiliation.findFirst({
      where: { id: affiliationId, workspaceId, contact: { deletedAt: null } },
    })
    if (!old) throw new NotFound()
    if (old.prospectId === prospectId) {
      throw new Refusal(
        'That is where they are now.',
        'Paste the address of the outlet they moved to.',
        'address',
      )
    }
    await touchContact(tx, scope, old.contactId)
    await tx.affiliation.updateMany({
      where: { id: affiliationId, workspaceId, until: null },
      data: { until: day },
    })
    await tie(tx, scope, { contactId: old.contactId, prospectId }, { since: day, role })
  })
}

/** When somebody came and left, and what they did there. @throws NotFound; Refusal when the end comes before the beginning */
export async function changeAffiliation(
  scope: WorkspaceScope,
  { affiliationId, role, since, until }: AffiliationDatesInput,
) {
  authorize(scope, 'contacts.write')
  const dates = {
    since: since ? dayUpToToday(scope, since, 'since') : null,
    until: until ? dayUpToToday(scope, until, 'until') : null,
  }
  if (dates.since && dates.until && dates.until < dates.since) {
    throw new Refusal('They cannot have left before they came.', 'Change one of the two days.', 'until')
  }
  await write(scope, affiliationId, { role, ...dates })
}

/** They have left: the tie stays, with its end. @throws NotFound */
export async function endAffiliation(scope: WorkspaceScope, { affiliationId }: { affiliationId: string }) {
  authorize(scope, 'contacts.write')
  await write(scope, affiliationId, { until: scope.now })
}

/** They are there after all. @throws NotFound */
export async function resumeAffiliation(scope: WorkspaceScope, { affiliationId }: { affiliationId: string }) {
  authorize(scope, 'contacts.write')
  await write(scope, affiliationId, { until: null })
}

/** Ties a person to an outlet; a tie that had ended begins again. */
export async function tie(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  pair: { prospectId: string; contactId: string },
  more: { role?: string; since?: Date } = {},
) {
  const { count } = await tx.affiliation.updateMany({
    where: { workspaceId, ...pair },
    data: { until: null, ...more },
  })
  if (count > 0) return
  try {
    await tx.affiliation.create({ data: { workspaceId, ...pair, ...more } })
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal('They were tied to this prospect a moment ago.', 'Load the page again to see it.')
  }
}

async function prospectAt(scope: WorkspaceScope, address: string): Promise<string> {
  const outlet = outletKeyOf(address)
  const id = outlet.ok ? (await prospectIdsByKeys(scope, [outlet.key])).get(outlet.key) : undefined
  if (id) return id
  throw new Refusal(
    'No prospect of yours has that address yet.',
    'Add the prospect first, then come back and tie them together.',
    'address',
  )
}

function dayUpToToday(scope: WorkspaceScope, day: string, field: string): Date {
  if (day <= localDateOf(scope.now, scope.timeZone)) return noonOf(day)
  throw new Refusal('That day has not come yet.', 'Give a day that is past, or today.', field)
}

async function write(
  scope: WorkspaceScope,
  affiliationId: string,
  data: { role?: string; since?: Date | null; until?: Date | null },
) {
  await inTransaction(async (tx) => {
    const where = { id: affiliationId, workspaceId: scope.workspaceId, contact: { deletedAt: null } }
    const row = await tx.affiliation.findFirst({ where, select: { contactId: true } })
    if (!row) throw new NotFound()
    await touchContact(tx, scope, row.contactId)
    await tx.affiliation.updateMany({ where, data })
  })
}

/** Holds the person's row, and says that something about them changed. */
async function touchContact(tx: Transaction, { workspaceId, now }: WorkspaceScope, contactId: string) {
  const { count } = await tx.contact.updateMany({
    where: { id: contactId, workspaceId, deletedAt: null },
    data: { updatedAt: now },
  })
  if (count === 0) throw new NotFound()
}
