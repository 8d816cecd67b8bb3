import type { GuardCase, GuardDecision } from './guard-case.ts'

const IPV4 = 'URL standard, 3.5 host parsing: the IPv4 parser,'
const IDNA = 'URL standard, 3.3: domain to ASCII comes before the IPv4 parser,'
const DECODED = 'URL standard, 3.5: the host is percent-decoded first,'
const USERINFO = 'URL standard, 4.4: what stands before the last @ is userinfo,'
const BASIC = 'URL standard, 4.4 basic URL parser:'
const SCHEMES = "VERIFIER.md, Safety: 'http and https only'"
const PORTS = "VERIFIER.md, Safety: 'ports 80 and 443 and the unprivileged ports that Fetch does not block'"
const BAD_PORT = 'Fetch standard, 2.9 port blocking: in the table of bad ports'
const PUBLIC = ['93.184.216.34']

/** Hosts that are addresses of this machine or its network in disguise. A name server must not even be asked. */
const LITERALS: readonly (readonly [host: string, source: string])[] = [
  ['2130706433', `${IPV4} one decimal number`],
  ['017700000001', `${IPV4} one octal number`],
  ['0x7f000001', `${IPV4} one hexadecimal number`],
  ['0X7F000001', `${IPV4} 0X in capitals`],
  ['0x7f.1', `${IPV4} two parts, the last fills the rest`],
  ['127.1', `${IPV4} two parts`],
  ['127.0.1', `${IPV4} three parts`],
  ['0177.0.0.01', `${IPV4} octal parts`],
  ['0177.0x0.0.1', `${IPV4} parts of mixed bases`],
  ['0x7f.0x0.0x0.0x1', `${IPV4} hexadecimal parts`],
  ['0000000177.0.0.1', `${IPV4} leading zeros do not change an octal`],
  ['127.0.0.1.', `${IPV4} one trailing dot is dropped`],
  ['0x7f.1.', `${IPV4} one trailing dot is dropped`],
  ['0', `${IPV4} 0 is 0.0.0.0`],
  ['0x', `${IPV4} 0x without digits is 0`],
  ['00.0.0.0x0', `${IPV4} zeros of three bases`],
  ['2852039166', `${IPV4} 169.254.169.254 as one number`],
  ['0xa9fea9fe', `${IPV4} 169.254.169.254 in hexadecimal`],
  ['0251.0376.0251.0376', `${IPV4} 169.254.169.254 in octal`],
  ['169.254.43518', `${IPV4} 169.254.169.254 in three parts`],
  ['169.16689662', `${IPV4} 169.254.169.254 in two parts`],
  ['3232235777', `${IPV4} 192.168.1.1 as one number`],
  ['012.0.0.1', `${IPV4} octal 012 is 10`],
  ['0xa.0.0.1', `${IPV4} hexadecimal a is 10`],
  ['172.1048577', `${IPV4} 172.16.0.1 in two parts`],
  ['4294967295', `${IPV4} broadcast as one number`],
  ['%31%32%37.0.0.1', `${DECODED} digits`],
  ['127%2E0%2E0%2E1', `${DECODED} dots`],
  ['１２７.０.０.１', `${IDNA} fullwidth digits`],
  ['①②⑦.0.0.1', `${IDNA} circled digits`],
  ['127。0。0。1', `${IDNA} ideographic full stops`],
  ['127｡0．0.1', `${IDNA} halfwidth and fullwidth stops`],
  ['１６９.２５４.１６９.２５４', `${IDNA} metadata in fullwidth digits`],
  ['12\u00ad7.0.0.1', `${IDNA} soft hyphens are dropped`],
  ['127.0.0.1:8080', `${PORTS}; no port makes an address public`],
  ['user:pass@127.0.0.1', `${USERINFO} not host`],
  ['blog.test@127.0.0.1', `${USERINFO} though it looks like a host`],
  ['blog.test:80@[::1]', `${USERINFO} though it looks like host and port`],
  ['a@b@127.0.0.1', `${USERINFO} however many there are`],
  ['[::1]:8080', 'RFC 4291, section 2.5.3: loopback, with a port'],
  ['[0000:0000:0000:0000:0000:0000:0000:0001]', 'URL standard, 3.5: the IPv6 parser, written out'],
  ['[::0:1]', 'URL standard, 3.5: the IPv6 parser, shortened oddly'],
  ['[::ffff:127.0.0.1]', 'URL standard, 3.5: the IPv6 parser, dotted tail'],
]

const DISGUISES: readonly (readonly [url: string, source: string])[] = [
  ['http:\\\\127.0.0.1\\', `${BASIC} backslashes are slashes in special URLs`],
  ['http:127.0.0.1', `${BASIC} special authority slashes state, no slashes at all`],
  ['http:///////127.0.0.1/', `${BASIC} special authority ignore slashes state`],
  [' \thttp://127.0.0.1/ ', `${BASIC} C0 controls and spaces at the ends go`],
  ['ht\ntp://127.\t0.0.1/', `${BASIC} tabs and newlines go`],
  ['HTTP://127.0.0.1/', `${BASIC} the scheme is lowercased`],
  ['http://127.0.0.1\\@blog.test/', `${BASIC} a backslash ends the host`],
  ['http://127.0.0.1#@blog.test/', `${BASIC} a hash ends the host`],
  ['http://127.0.0.1?@blog.test/', `${BASIC} a question mark ends the host`],
]

/** What the URL standard's parser refuses, so that there is nothing to connect to. */
const NO_URLS: readonly (readonly [url: string, source: string])[] = [
  ['http://256.0.0.1/', `${IPV4} a part above 255 is a failure`],
  ['http://1.2.3.4.5/', `${IPV4} five parts are a failure`],
  ['http://127.0.0.1.1/', `${IPV4} five parts are a failure`],
  ['http://0x100000000/', `${IPV4} more than 32 bits are a failure`],
  ['http://127..0.1/', `${IPV4} an empty part is a failure`],
  ['http://1.2.3.08/', `${IPV4} 08 is no octal number`],
  ['http://[fe80::1%25eth0]/', 'URL standard, 3.5: zone identifiers are not supported'],
  ['http://[fe80::1%eth0]/', 'URL standard, 3.5: zone identifiers are not supported'],
  ['http://[::1%25lo]/', 'URL standard, 3.5: zone identifiers are not supported'],
  ['http://[::1/', `${BASIC} a bracket that is not closed`],
  ['http://blog.test:99999/', `${BASIC} a port above 65535`],
  ['http://bl og.test/', `${BASIC} a space in the host`],
  ['http://', `${BASIC} an empty host`],
  ['', `${BASIC} nothing`],
  ['blog.test', `${BASIC} no scheme and no base`],
  ['//blog.test/', `${BASIC} no scheme and no base`],
]

const OTHER_SCHEMES = [
  'ftp://blog.test/',
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'gopher://blog.test:80/_GET',
  'ws://blog.test/',
  'wss://blog.test/',
  'data:text/html,<a>',
  'javascript:alert(1)',
  'about:blank',
  'blob:http://blog.test/1',
  'view-source:http://blog.test/',
  'dict://blog.test:11211/',
  'ldap://blog.test/',
  'jar:http://blog.test!/',
  'unix:/run/docker.sock',
  'mailto:a@blog.test',
]

const PRIVILEGED = [0, 1, 7, 21, 22, 23, 25, 53, 79, 81, 110, 143, 389, 442, 444, 445, 465, 587, 993, 1023]
const BLOCKED_BY_FETCH = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]
const OPEN_ORIGINS: readonly (readonly [origin: string, source: string])[] = [
  ['http://blog.test', PORTS],
  ['https://blog.test', PORTS],
  ['http://blog.test:80', PORTS],
  ['https://blog.test:443', PORTS],
  ['http://blog.test:443', PORTS],
  ['https://blog.test:80', PORTS],
  ['http://blog.test:1024', PORTS],
  ['http://blog.test:3000', PORTS],
  ['http://blog.test:8080', PORTS],
  ['https://blog.test:8443', PORTS],
  ['http://blog.test:65535', PORTS],
  ['http://blog.test:', `${BASIC} an empty port is the default port`],
  ['http://blog.test:00080', `${BASIC} leading zeros of a port do not count`],
  ['http://user:pass@blog.test', "VERIFIER.md, Safety: 'userinfo is dropped, never sent'"],
]

/** Addresses of all forms, each resolving to a public address if it were looked up. */
export const GUARD_URLS: readonly GuardCase[] = [
  ...LITERALS.map(([host, source]) => asked(`http://${host}/`, source, 'refuse', 'blocked-address')),
  ...DISGUISES.map(([url, source]) => asked(url, source, 'refuse', 'blocked-address')),
  ...NO_URLS.map(([url, source]) => asked(url, source, 'refuse')),
  ...OTHER_SCHEMES.map((url) => asked(url, SCHEMES, 'refuse', 'bad-scheme')),
  ...PRIVILEGED.map((port) => asked(`http://blog.test:${port}/`, PORTS, 'refuse', 'blocked-port')),
  ...BLOCKED_BY_FETCH.map((port) => asked(`https://blog.test:${port}/`, BAD_PORT, 'refuse', 'blocked-port')),
  ...OPEN_ORIGINS.map(([origin, source]) => ({ ...asked(`${origin}/`, source, 'allow'), ip: PUBLIC[0] })),
]

function asked(url: string, source: string, decision: GuardDecision, reason?: string): GuardCase {
  return { name: `${JSON.stringify(url)} as an address`, source, url, dns: PUBLIC, decision, reason }
}
