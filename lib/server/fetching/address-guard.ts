import ipaddr from 'ipaddr.js'
import type { Failure } from '#lib/domain/link-check/page-observation.ts'

/** Ports above 1023 that browsers refuse as well (Fetch standard, "port blocking"). */
const PORTS_BROWSERS_BLOCK = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
])

/** IANA's IPv4 special-purpose registry, what is not globally reachable there, multicast, and a cloud's wire server. */
const CLOSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map((range) => ipaddr.IPv4.parseCIDR(range))

/** Within 2000::/3, the only part of IPv6 given out for global use: what IANA's special-purpose registry keeps back. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
const CLOSED_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'].map(
  (range) => ipaddr.IPv6.parseCIDR(range),
)

/** Why an address typed or redirected to is not opened, before any look-up; null when it may be. */
export function refusedAddress(url: URL): Failure | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'bad-scheme'
  const port = portOf(url)
  if (port !== 80 && port !== 443 && (port < 1024 || PORTS_BROWSERS_BLOCK.has(port))) return 'blocked-port'
  return null
}

/** Whether a name is this machine's own, whatever a name server says (RFC 6761). */
export function isOwnMachineName(host: string): boolean {
  return /(?:^|\.)localhost\.?$/.test(host.toLowerCase())
}

export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

/** Whether an IP address is globally reachable unicast, by IANA's registries, with IPv4 inside IPv6 judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  // A zone names an interface of this machine.
  if (address.includes('%') || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return isPublicIPv4(parsed)
  const inside = ipv4Inside(parsed)
  if (inside.length > 0) return inside.every(isPublicIPv4)
  return (
    parsed.match(GLOBAL_IPV6) &&
    !CLOSED_IPV6.some((range) => parsed.match(range)) &&
    parsed.range() === 'unicast' &&
    isatapIsPublic(parsed)
  )
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return !CLOSED_IPV4.some((range) => address.match(range))
}

/** The IPv4 addresses traffic to this IPv6 address would reach: mapped, compatible, NAT64, 6to4, Teredo. */
function ipv4Inside(address: ipaddr.IPv6): ipaddr.IPv4[] {
  const bytes = address.toByteArray()
  const at = (start: number) => new ipaddr.IPv4(bytes.slice(start, start + 4))
  const startsWith = (range: string) => address.match(ipaddr.IPv6.parseCIDR(range))
  if (startsWith('::ffff:0:0/96') || startsWith('64:ff9b::/96')) return [at(12)]
  // "::" and "::1" are no IPv4 addresses; as 0.0.0.0 and 0.0.0.1 they are refused all the same.
  if (startsWith('::/96')) return [at(12)]
  if (startsWith('2002::/16')) return [at(2)]
  // Teredo (RFC 4380): its server in the clear, its client with all bits turned.
  if (startsWith('2001::/32')) return [at(4), new ipaddr.IPv4(bytes.slice(12, 16).map((byte) => byte ^ 0xff))]
  return []
}

/** ISATAP (RFC 5214) hides an IPv4 address in the last half of an ordinary prefix. */
function isatapIsPublic(address: ipaddr.IPv6): boolean {
  const bytes = address.toByteArray()
  const isIsatap =
    (bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe
  return !isIsatap || isPublicIPv4(new ipaddr.IPv4(bytes.slice(12, 16)))
}
