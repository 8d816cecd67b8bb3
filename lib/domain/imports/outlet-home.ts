import { outletKeyOf } from '../outlet-key.ts'
import { pathShapesOf, sharedPlatformOf } from '../shared-platforms.ts'
import { parseWebAddress } from '../web-address.ts'

export type OutletHome =
  | { ok: true; url: string }
  /** `shared`: a page of a platform that says nothing of whose page it is. The error is a sentence for people. */
  | { ok: false; shared: boolean; error: string }

/**
 * Where the outlet of a page lives: the origin of the page, or the outlet's own page where many share one host
 * (DESIGN.md, rule 8).
 */
export function outletHomeOf(page: string): OutletHome {
  const outlet = outletKeyOf(page)
  const address = parseWebAddress(page)
  if (!address.ok) return { ok: false, shared: false, error: address.error }
  const host = address.host.replace(/^www\./, '')
  if (!outlet.ok) {
    const shared = pathShapesOf(host) !== null || sharedPlatformOf(host) === 'whole'
    return { ok: false, shared, error: outlet.error }
  }
  const isOnItsHost = host === outlet.key || host.endsWith(`.${outlet.key}`)
  return { ok: true, url: isOnItsHost ? new URL(address.url).origin : outlet.homepage }
}
