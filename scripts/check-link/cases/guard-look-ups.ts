import type { GuardCase } from './guard-case.ts'

const EVERY = "VERIFIER.md, Safety: 'every answer is judged'"
const ONCE = "VERIFIER.md, Safety: 'The name is resolved once per connection ... to a judged address'"
const LOCALHOST = 'RFC 6761, section 6.3: localhost and all names below it are this machine'
const LITERAL = 'URL standard, 3.5: a literal needs no look-up'
const TEXT_FORM =
  'RFC 6943, section 3.1.1: loose forms of an address mean different things to different readers; only dotted decimal and RFC 4291 text are taken'
const PUBLIC = ['93.184.216.34']

type Row = readonly [name: string, source: string, dns: GuardCase['dns'], ip?: string | null, url?: string]

/** The address named, or null for whichever, must be the one connected to. */
const ALLOWED: readonly Row[] = [
  ['one public answer', EVERY, [['8.8.8.8']], '8.8.8.8'],
  [
    'one look-up as a flat list',
    'VERIFIER.md: \'"dns": ["ip", ...] is one look-up\'',
    ['8.8.8.8'],
    '8.8.8.8',
  ],
  ['two public answers', EVERY, [['8.8.8.8', '1.1.1.1']]],
  ['public in both families', EVERY, ['2606:4700::1', '8.8.8.8']],
  ['public first, private in a later look-up (rebinding)', ONCE, [['8.8.8.8'], ['127.0.0.1']], '8.8.8.8'],
  [
    'public first, metadata in all later look-ups (rebinding)',
    ONCE,
    [['8.8.8.8'], ['169.254.169.254'], ['169.254.169.254']],
    '8.8.8.8',
    'http://blog.test/latest/meta-data/',
  ],
  ['public answers that change', ONCE, [['8.8.8.8'], ['1.1.1.1']], '8.8.8.8'],
  ['a name that only begins with localhost', LOCALHOST, PUBLIC, null, 'http://localhost.blog.test/'],
  ['a name that only ends in the letters', LOCALHOST, PUBLIC, null, 'http://notlocalhost/'],
  ['a name that looks private and is not', EVERY, PUBLIC, null, 'http://127.0.0.1.nip.test/'],
  ['an internationalised name outside', EVERY, PUBLIC, '93.184.216.34', 'http://bücher.test/'],
  ['a name with a root dot outside', EVERY, PUBLIC, '93.184.216.34', 'http://blog.test./'],
  ['a public literal of IPv4', LITERAL, ['127.0.0.1'], '8.8.8.8', 'http://8.8.8.8/'],
  ['a public literal as one number', LITERAL, ['127.0.0.1'], '8.8.8.8', 'http://134744072/'],
  ['a public literal of IPv6', LITERAL, [], '2606:4700::1111', 'https://[2606:4700::1111]/'],
]

/** The address named is the one that was refused. */
const REFUSED: readonly Row[] = [
  ['the last of three is private', EVERY, ['8.8.8.8', '1.1.1.1', '10.0.0.1'], '10.0.0.1'],
  ['the first of three is private', EVERY, ['10.0.0.1', '8.8.8.8', '1.1.1.1'], '10.0.0.1'],
  ['the middle one of three is loopback', EVERY, ['8.8.8.8', '127.0.0.1', '1.1.1.1'], '127.0.0.1'],
  ['the same with one look-up in a list of lists', EVERY, [['8.8.8.8', '127.0.0.1', '1.1.1.1']], '127.0.0.1'],
  ['public IPv4 and loopback IPv6', EVERY, ['8.8.8.8', '::1'], '::1'],
  ['public IPv4 and unique local IPv6', EVERY, ['8.8.8.8', 'fd00::1']],
  ['public IPv4 and mapped metadata', EVERY, ['8.8.8.8', '::ffff:169.254.169.254']],
  ['public IPv6 and private IPv4', EVERY, ['2606:4700::1', '192.168.1.1']],
  ['private first, public after (rebinding)', ONCE, [['127.0.0.1'], ['8.8.8.8']], '127.0.0.1'],
  ['localhost, wherever it is said to be', LOCALHOST, PUBLIC, null, 'http://localhost/'],
  ['localhost in capitals', LOCALHOST, PUBLIC, null, 'http://LOCALHOST/'],
  ['localhost with a root dot', LOCALHOST, PUBLIC, null, 'http://localhost./'],
  ['a name below localhost', LOCALHOST, PUBLIC, null, 'http://api.localhost:3000/'],
  ['localhost in circled letters', LOCALHOST, PUBLIC, null, 'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/'],
  ['localhost percent-encoded', LOCALHOST, PUBLIC, null, 'http://%6cocalhost/'],
  ["a cloud's metadata by name", EVERY, ['169.254.169.254'], null, 'http://metadata.google.internal/'],
  ['a wildcard name that holds a private address', EVERY, ['10.0.0.1'], null, 'http://10.0.0.1.nip.test/'],
  ['a name with a root dot inside', EVERY, ['192.168.1.1'], null, 'http://blog.test./'],
  ['an internationalised name inside', EVERY, ['10.1.1.1'], null, 'http://bücher.test/'],
  ['a single label inside', EVERY, ['172.16.0.9'], null, 'http://intranet/'],
]

const NO_SUCH_NAME: readonly Row[] = [
  ['no answer', 'RFC 1035: nothing to connect to', [[]]],
  ['no look-ups at all', 'RFC 1035: nothing to connect to', []],
]

const NO_ADDRESSES = [
  '010.0.0.1',
  '0x7f.0.0.1',
  '0x8.8.8.8',
  '127.1',
  '2130706433',
  '8.8.8',
  '8.8.8.8 ',
  '08.8.8.8',
  '8.8.8.8/32',
  '8.8.8.8:80',
  '1.2.3.4.5',
  'fe80::1%eth0',
  '2606:4700::1%1',
  '[2606:4700::1]',
  '::ffff:010.0.0.1',
  'blog.test',
  '',
]

/** What the look-ups of a name do to the answer. */
export const GUARD_LOOK_UPS: readonly GuardCase[] = [
  ...ALLOWED.map((row): GuardCase => ({ ...caseOf(row), decision: 'allow' })),
  ...REFUSED.map((row): GuardCase => ({ ...caseOf(row), decision: 'refuse', reason: 'blocked-address' })),
  ...NO_SUCH_NAME.map((row): GuardCase => ({ ...caseOf(row), decision: 'refuse', reason: 'dns' })),
  ...NO_ADDRESSES.map((answer): GuardCase => {
    const row: Row = [`a look-up answers ${JSON.stringify(answer)}`, TEXT_FORM, [[answer]]]
    return { ...caseOf(row), decision: 'refuse' }
  }),
  {
    ...caseOf(['nothing in the first look-up, loopback in the second', ONCE, [[], ['127.0.0.1']]]),
    decision: 'refuse',
  },
  {
    ...caseOf(['a blocked port of a private address', EVERY, [], null, 'http://127.0.0.1:22/']),
    decision: 'refuse',
  },
]

function caseOf([name, source, dns, ip, url = 'https://blog.test/']: Row): Omit<GuardCase, 'decision'> {
  return { name, source, url, dns, ...(ip ? { ip } : {}) }
}
