import { tracesOf } from '#lib/domain/personal-traces.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { PERSONAL_CHANNEL_KINDS } from '#lib/domain/stop-keys.ts'
import { type Database, database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/**
 * Who a contact is for the purposes of privacy: the row, those merged into it, all their addresses, and what they are
 * looked for by in other texts.
 *
 * @throws NotFound
 */
export async function findPerson(
  scope: WorkspaceScope,
  contactId: string,
  tx: Database | Transaction = database(),
) {
  authorizeToSee(scope, 'exports.run')
  const { workspaceId } = scope
  const contact = await tx.contact.findFirst({ where: { id: contactId, workspaceId, mergedIntoId: null } })
  if (!contact) throw new NotFound()
  const contacts = [contact]
  for (let seen = 0; seen < contacts.length; ) {
    const into = contacts.slice(seen).map(({ id }) => id)
    seen = contacts.length
    contacts.push(...(await tx.contact.findMany({ where: { workspaceId, mergedIntoId: { in: into } } })))
  }
  const contactIds = contacts.map(({ id }) => id)
  const ofThem = { workspaceId, contactId: { in: contactIds } }
  const channels = await tx.channel.findMany({
    where: ofThem,
    include: { origin: true },
    orderBy: { createdAt: 'asc' },
  })
  const personal = channels.filter(({ kind }) => PERSONAL_CHANNEL_KINDS.some((each) => each === kind))
  const others = { workspaceId, deletedAt: null, contactId: { notIn: contactIds } }
  const shared = await tx.channel.findMany({
    where: { ...others, addressKey: { in: personal.map(({ addressKey }) => addressKey) } },
    select: { addressKey: true },
  })
  const own = personal.filter(({ addressKey }) => shared.every((each) => each.addressKey !== addressKey))
  const names = [...new Set(contacts.map(({ name }) => name))]
  const sharesName = await isAlsoSomebodyElse(tx, scope, names, contactIds)
  const texts = (kind: string) =>
    own
      .filter((each) => each.kind === kind)
      .flatMap(({ address, addressKey }) => [address, addressKey.replace(/^dm:/, '')])
  return {
    contact,
    contacts,
    contactIds,
    channels,
    /** Keys of their own and of shared addresses: all are stopped when they are erased. */
    addressKeys: [...new Set(personal.map(({ addressKey }) => addressKey))],
    sharesName,
    sharesAddress: shared.length > 0,
    traces: tracesOf({ names: sharesName ? [] : names, addresses: texts('email'), handles: texts('dm') }),
  }
}

export type Person = Awaited<ReturnType<typeof findPerson>>

/** Where somebody else here has the same name, a name in a text says nothing of whom it means. */
async function isAlsoSomebodyElse(
  tx: Database | Transaction,
  { workspaceId }: WorkspaceScope,
  names: readonly string[],
  contactIds: readonly string[],
): Promise<boolean> {
  const same = names.map((name) => ({ name: { equals: name, mode: 'insensitive' as const } }))
  const [contacts, members, sites] = [
    await tx.contact.count({
      where: { workspaceId, deletedAt: null, id: { notIn: [...contactIds] }, OR: same },
    }),
    await tx.member.count({ where: { workspaceId, OR: same } }),
    await tx.site.count({ where: { workspaceId, peopleNames: { hasSome: [...names] } } }),
  ]
  return contacts + members + sites > 0
}
