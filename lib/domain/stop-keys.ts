import { hostOfChannelAddress } from './channel-address.ts'
import type { ChannelKind } from './channel-kinds.ts'
import { parseSiteDomain } from './site-domain.ts'

export type AddressToAskAbout = {
  kind: string
  address: string
  /** As lib/domain/channel-address.ts makes it. */
  addressKey: string
}

/** Channels that are one person's alone. A form is the outlet's, and a place is nobody's: others may be reached there. */
export const PERSONAL_CHANNEL_KINDS: readonly ChannelKind[] = ['email', 'dm']

/**
 * Every domain a stop may name that covers this address, the nearest first: "a@news.example.com" is covered by
 * news.example.com and by example.com. None where the address has no host.
 */
export function domainsAbove({ kind, address }: Pick<AddressToAskAbout, 'kind' | 'address'>): string[] {
  const labels = hostOfChannelAddress(kind as ChannelKind, address)?.split('.') ?? []
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}

/**
 * The domain a stop for a whole outlet names, or null where the outlet is one of many on a shared host (a channel, a
 * profile): there the domain is everybody's.
 */
export function domainOfOutlet(outletKey: string): string | null {
  if (outletKey.includes('/')) return null
  const parsed = parseSiteDomain(outletKey)
  return parsed.ok ? parsed.domain : null
}
