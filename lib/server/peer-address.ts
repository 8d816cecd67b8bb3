import { BlockList, isIP } from 'node:net'

/**
 * Whom a request came from: the socket's address, or, where that is a proxy we were told to trust, the last address
 * in X-Forwarded-For that is not such a proxy. What a client writes into that header itself is never believed.
 *
 * @param trusted addresses or CIDR ranges (TRUSTED_PROXIES)
 */
export function peerOf(
  socketAddress: string | undefined,
  forwardedFor: string | string[] | undefined,
  trusted: readonly string[],
): string {
  const direct = plain(socketAddress ?? '')
  if (!isTrusted(direct, trusted)) return direct || 'unknown'
  const hops = [forwardedFor ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => plain(hop.trim()))
    .filter((hop) => isIP(hop) !== 0)
  return hops.findLast((hop) => !isTrusted(hop, trusted)) ?? direct
}

function isTrusted(address: string, trusted: readonly string[]): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const list = new BlockList()
  for (const entry of trusted) {
    const [network = '', bits] = entry.split('/')
    const type = isIP(network) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(network) === 0) continue
    if (bits === undefined) list.addAddress(network, type)
    else list.addSubnet(network, Number(bits), type)
  }
  return list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** `::ffff:192.0.2.1` is 192.0.2.1. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
