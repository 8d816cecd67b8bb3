import { outletKeyOf } from './outlet-key.ts'
import { parseWebAddress } from './web-address.ts'

/**
 * The key of an outlet that shares its domain with another one ("this is another outlet"): its host and first path
 * segment, or its host where there is no path. Null when the address says no more than the key it already has.
 */
export function narrowerOutletKey(address: string): string | null {
  const parsed = parseWebAddress(address)
  const outlet = outletKeyOf(address)
  if (!parsed.ok || !outlet.ok) return null
  const host = parsed.host.replace(/^www\.(?=[^.]+\.)/, '')
  const [segment] = new URL(parsed.url).pathname.split('/').filter((part) => part !== '')
  const narrower = segment ? `${host}/${segment.toLowerCase()}` : host
  return narrower.length > outlet.key.length ? narrower : null
}
