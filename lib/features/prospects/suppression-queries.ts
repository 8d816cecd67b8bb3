import { checkChannelAddress } from '#lib/domain/channel-address.ts'
import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { type AddressToAskAbout, domainsAbove, PERSONAL_CHANNEL_KINDS } from '#lib/domain/stop-keys.ts'
import { type Database, database, type Transaction } from '#lib/server/database.ts'
import { hashOfAddress, hashOfDomain } from '#lib/server/suppression-hash.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { findSuppressionKey } from './suppression-key.ts'

/** So many addresses are looked up with one query: each brings a hash for itself and some for its domains. */
const ADDRESSES_AT_ONCE = 2_000

type Reader = Database | Transaction
type AddressOfPerson = AddressToAskAbout & { contactId: string }

/**
 * What stands against writing to this person on this channel: a stop for the person, for the address (whoever has it),
 * or for its domain or one above it. Empty when nothing does.
 *
 * @throws NotFound when the channel is not theirs
 */
export async function suppressionsFor(scope: WorkspaceScope, contactId: string, channelId: string) {
  authorizeToSee(scope, 'prospects.read')
  const channel = await database().channel.findFirst({
    where: { id: channelId, contactId, workspaceId: scope.workspaceId },
    select: { contactId: true, kind: true, address: true, addressKey: true },
  })
  if (!channel) throw new NotFound()
  return suppressionsOfAddress(await suppressionsAgainst(scope, [channel]), channel)
}

/**
 * Everything that stands against these addresses and people: the one place where a stop is matched. A person without an
 * address counts by their id alone. Stops are kept as hashes, so each answer says which of the addresses it is against.
 *
 * @param tx the caller's transaction
 */
export async function suppressionsAgainst(
  scope: WorkspaceScope,
  addresses: readonly AddressOfPerson[],
  contactIds: readonly string[] = [],
  tx: Reader = database(),
) {
  authorizeToSee(scope, 'prospects.read')
  const { workspaceId } = scope
  const hashes = await hashesOf(workspaceId, addresses, tx)
  const sharing = await stoppedHolders(workspaceId, addresses, tx)
  const people = new Set([...contactIds, ...addresses.map((each) => each.contactId), ...sharing.keys()])
  const found = await tx.suppression.findMany({
    where: {
      workspaceId,
      liftedAt: null,
      OR: [
        { contactId: { in: [...people].filter(Boolean) }, addressHash: null, domainHash: null },
        { addressHash: { in: [...hashes.ofAddresses.keys()] } },
        { domainHash: { in: [...hashes.ofDomains.keys()] } },
      ],
    },
    orderBy: { at: 'asc' },
    include: { by: { select: { name: true } } },
  })
  return found.map(({ addressHash, domainHash, addressKey: _, domain: __, ...stop }) => ({
    ...stop,
    covers: addressHash ? ('address' as const) : domainHash ? ('domain' as const) : ('person' as const),
    /** Keys of the addresses asked about that it stands against, besides all those of its own person. */
    addressKeys: addressHash
      ? (hashes.ofAddresses.get(addressHash) ?? [])
      : domainHash
        ? (hashes.ofDomains.get(domainHash) ?? [])
        : (sharing.get(stop.contactId ?? '') ?? []),
  }))
}

export type ActiveSuppression = Awaited<ReturnType<typeof suppressionsAgainst>>[number]

/** Which of these stand against one of the addresses they were asked for. */
export function suppressionsOfAddress(
  suppressions: readonly ActiveSuppression[],
  { contactId, addressKey }: Pick<AddressOfPerson, 'contactId' | 'addressKey'>,
) {
  return suppressions.filter(
    ({ covers, ...stop }) =>
      (covers === 'person' && stop.contactId === contactId) || stop.addressKeys.includes(addressKey),
  )
}

/**
 * Which of many addresses nobody here may write to: for an import, or a form, before there is a person. A few queries for
 * any 2,000 addresses. An address that is none is not stopped.
 *
 * @param addresses as typed or read; `kind` is a channel's
 * @param tx the caller's transaction
 * @returns their places in the list, from 0. Why, and for whom, is not said
 */
export async function addressesStopped(
  scope: WorkspaceScope,
  addresses: readonly { kind: ChannelKind; address: string }[],
  tx: Reader = database(),
): Promise<Set<number>> {
  authorizeToSee(scope, 'prospects.read')
  const asked = addresses.flatMap(({ kind, address }, place) => {
    const checked = checkChannelAddress(kind, address)
    return checked.ok
      ? [{ place, contactId: '', kind, address: checked.address, addressKey: checked.key }]
      : []
  })
  const stopped = new Set<number>()
  for (let from = 0; from < asked.length; from += ADDRESSES_AT_ONCE) {
    const some = asked.slice(from, from + ADDRESSES_AT_ONCE)
    const stops = await suppressionsAgainst(scope, some, [], tx)
    const keys = new Set(stops.flatMap((stop) => stop.addressKeys))
    for (const { place, addressKey } of some) if (keys.has(addressKey)) stopped.add(place)
  }
  return stopped
}

/** The stop for this domain or one above it, or null. */
export async function findDomainStop(scope: WorkspaceScope, domain: string) {
  const outlet = { contactId: '', kind: 'form', address: `https://${domain}/`, addressKey: domain }
  const stops = await suppressionsAgainst(scope, [outlet])
  return stops.find(({ covers }) => covers === 'domain') ?? null
}

/** The hashes under which stops against these addresses would stand, each with the keys of the addresses it would cover. */
async function hashesOf(workspaceId: string, addresses: readonly AddressToAskAbout[], tx: Reader) {
  const ofAddresses = new Map<string, string[]>()
  const ofDomains = new Map<string, string[]>()
  const key = addresses.length === 0 ? null : await findSuppressionKey(workspaceId, tx)
  // Without a key, nothing was ever stopped by its address.
  if (key === null) return { ofAddresses, ofDomains }
  const byDomain = new Map<string, string[]>()
  for (const address of addresses) {
    ofAddresses.set(hashOfAddress(key, address.addressKey), [address.addressKey])
    for (const domain of domainsAbove(address)) add(byDomain, domain, address.addressKey)
  }
  for (const [domain, keys] of byDomain) ofDomains.set(hashOfDomain(key, domain), keys)
  return { ofAddresses, ofDomains }
}

/** People who asked to stop and have, or had, one of these addresses: also one noted after their stop. */
async function stoppedHolders(workspaceId: string, addresses: readonly AddressToAskAbout[], tx: Reader) {
  const holders = new Map<string, string[]>()
  if (addresses.length === 0) return holders
  const channels = await tx.channel.findMany({
    where: {
      workspaceId,
      addressKey: { in: [...new Set(addresses.map((each) => each.addressKey))] },
      kind: { in: [...PERSONAL_CHANNEL_KINDS] },
      contact: {
        suppressions: { some: { workspaceId, liftedAt: null, addressHash: null, domainHash: null } },
      },
    },
    select: { contactId: true, addressKey: true },
  })
  for (const { contactId, addressKey } of channels) add(holders, contactId, addressKey)
  return holders
}

function add(map: Map<string, string[]>, at: string, value: string) {
  const held = map.get(at)
  if (held) held.push(value)
  else map.set(at, [value])
}
