import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { Failure } from '#lib/domain/link-check/page-observation.ts'

/** Ports above 1023 that browsers refuse as well (Fetch standard, "port blocking"). */
const PORTS_BROWSERS_BLOCK = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
])

/**
 * What IANA's IPv4 special-purpose registry does not mark globally reachable, multicast, and a cloud's wire server.
 * 192.88.99.0/24 has no mark there: RFC 7526 ended it, so nobody can say who answers.
 */
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
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map((range) => ipaddr.IPv4.parseCIDR(range))
/** Rows the registry marks globally reachable inside closed ones: PCP and TURN anycast. */
const OPEN_IPV4 = ['192.0.0.9/32', '192.0.0.10/32'].map((range) => ipaddr.IPv4.parseCIDR(range))

/** Within 2000::/3, the only part of IPv6 given out for global use: what IANA's special-purpose registry keeps back. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3')
const CLOSED_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
)
/** Rows the registry marks globally reachable: three anycast services, AMT, both of AS112, ORCHIDv2 and DRIP. */
const OPEN_IPV6 = [
  '2001:1::1/128',
  '2001:1::2/128',
  '2001:1::3/128',
  '2001:3::/32',
  '2001:4:112::/48',
  '2001:20::/28',
  '2001:30::/28',
  '2620:4f:8000::/48',
].map((range) => ipaddr.IPv6.parseCIDR(range))

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

/**
 * Whether an IP address is globally reachable unicast, by the column "Globally Reachable" of IANA's two special-purpose
 * registries, row by row: what they mark reachable passes even where a wider row does not, and what they leave
 * unmarked ("N/A") is refused. IPv4 inside IPv6 is judged as IPv4, with one exception: the compatible form
 * ("::8.8.8.8") is refused whatever it holds, since RFC 4291 gave it up and it lies outside 2000::/3. Only what the
 * machine itself takes for an address is read: "010.0.0.1" means 10.0.0.1 to some and 8.0.0.1 to others.
 */
export function isPublicAddress(address: string): boolean {
  // A zone names an interface of this machine.
  if (isIP(address) === 0 || address.includes('%')) return false
  // ipaddr.js takes "::8.8.8.8" for "::ffff:8.8.8.8"; the URL standard's parser, which writes it "::808:808", does not.
  const parsed = ipaddr.parse(
    isIP(address) === 6 ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address,
  )
  if (parsed instanceof ipaddr.IPv4) return isPublicIPv4(parsed)
  const inside = ipv4Inside(parsed)
  if (inside.length > 0) return inside.every(isPublicIPv4)
  return (isIn(parsed, OPEN_IPV6) || isOrdinaryIPv6(parsed)) && isatapIsPublic(parsed)
}

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return isIn(address, OPEN_IPV4) || !isIn(address, CLOSED_IPV4)
}

function isOrdinaryIPv6(address: ipaddr.IPv6): boolean {
  return address.match(GLOBAL_IPV6) && !isIn(address, CLOSED_IPV6) && address.range() === 'unicast'
}

function isIn<T extends ipaddr.IPv4 | ipaddr.IPv6>(address: T, ranges: readonly [T, number][]): boolean {
  return ranges.some(([first, bits]) => address.match(first, bits))
}

/** The IPv4 addresses traffic to this IPv6 address would reach: mapped, NAT64, 6to4, Teredo. */
function ipv4Inside(address: ipaddr.IPv6): ipaddr.IPv4[] {
  const bytes = address.toByteArray()
  const at = (start: number) => new ipaddr.IPv4(bytes.slice(start, start + 4))
  const startsWith = (range: string) => address.match(ipaddr.IPv6.parseCIDR(range))
  if (startsWith('::ffff:0:0/96') || startsWith('64:ff9b::/96')) return [at(12)]
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
