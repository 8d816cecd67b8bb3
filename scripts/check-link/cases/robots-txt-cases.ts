import { LINK, type PageCase, POST, page, type Served } from './page-case.ts'

const STATUSES =
  "Google Search Central, 'How Google interprets the robots.txt specification': handling of errors and HTTP status codes"
const GROUPS = 'RFC 9309, section 2.2.1; Google: order of precedence for user agents'
const GROUPING = 'Google: grouping of lines and rules; only allow, disallow and user-agent count'
const LONGEST = 'RFC 9309, section 2.2.2: the longest match; Google: order of precedence for rules'
const SPECIAL = 'RFC 9309, section 2.2.3 special characters; Google: URL matching based on path values'
const SYNTAX = 'RFC 9309, section 2.2; Google: syntax'
const LIMIT = 'RFC 9309, section 2.5; Google: 500 KiB, what comes after is ignored'
const PLACE = 'RFC 9309, section 2.3: scheme, host and port'
const ENCODED = 'RFC 9309, section 2.2.2: octets outside ASCII are percent-encoded before comparing'

const PAGE = `<!doctype html><title>x</title>${POST}${LINK}`
const ALL_CLOSED = 'User-agent: *\nDisallow: /\n'
const text = (body: string, status = 200): Served => ({ status, type: 'text/plain', body })

/** A robots.txt, and whether Googlebot may read the page at the path (/p/post where none is given). */
const FILES: readonly (readonly [
  name: string,
  source: string,
  robots: Served,
  allowed: boolean,
  path?: string,
])[] = [
  ['closed to all', GROUPS, text(ALL_CLOSED), false],
  ['empty', SYNTAX, text(''), true],
  ['Disallow of nothing', SYNTAX, text('User-agent: *\nDisallow:\n'), true],
  ['closed to others', GROUPS, text('User-agent: otherbot\nDisallow: /\n'), true],
  [
    'open to Googlebot, closed to all',
    GROUPS,
    text(`User-agent: Googlebot\nAllow: /\n\n${ALL_CLOSED}`),
    true,
  ],
  [
    'closed to Googlebot, open to all',
    GROUPS,
    text('User-agent: *\nAllow: /\n\nUser-agent: googlebot\nDisallow: /\n'),
    false,
  ],
  ['Googlebot in capitals', GROUPS, text('USER-AGENT: GOOGLEBOT\nDISALLOW: /\n'), false],
  [
    'Googlebot with a version',
    'Google: googlebot/1.2 is googlebot',
    text('User-agent: Googlebot/2.1\nDisallow: /\n'),
    false,
  ],
  [
    'Googlebot with a star',
    'Google: googlebot* is googlebot',
    text('User-agent: Googlebot*\nDisallow: /\n'),
    false,
  ],
  ['Googlebot-News alone', GROUPS, text('User-agent: Googlebot-News\nDisallow: /\n'), true],
  [
    'Googlebot-Image, and all',
    GROUPS,
    text('User-agent: Googlebot-Image\nAllow: /\n\nUser-agent: *\nDisallow: /p\n'),
    false,
  ],
  ['Google is not Googlebot', GROUPS, text('User-agent: Google\nDisallow: /\n'), true],
  [
    'a group of several agents',
    GROUPS,
    text('User-agent: otherbot\nUser-agent: Googlebot\nDisallow: /p/\n'),
    false,
  ],
  [
    'two groups for Googlebot',
    'RFC 9309, section 2.2.1: groups of one agent are combined',
    text(
      'User-agent: Googlebot\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: Googlebot\nDisallow: /p\n',
    ),
    false,
  ],
  ['blank lines in a group', GROUPING, text('User-agent: Googlebot\n\n\nDisallow: /p\n'), false],
  [
    'a sitemap between agents',
    GROUPING,
    text('User-agent: Googlebot\nSitemap: http://x.test/s.xml\nUser-agent: otherbot\nDisallow: /p\n'),
    false,
  ],
  [
    'a crawl delay between agents',
    GROUPING,
    text('User-agent: Googlebot\nCrawl-delay: 5\n\nUser-agent: otherbot\nDisallow: /\n'),
    false,
  ],
  ['rules before any agent', SYNTAX, text('Disallow: /\nUser-agent: otherbot\nDisallow: /\n'), true],
  ['noindex is no rule', SYNTAX, text('User-agent: *\nNoindex: /\n'), true],
  ['a longer Allow', LONGEST, text('User-agent: *\nDisallow: /\nAllow: /p/\n'), true],
  ['a longer Disallow', LONGEST, text('User-agent: *\nAllow: /p\nDisallow: /p/\n'), false],
  [
    'Allow and Disallow of one length',
    `${LONGEST}: the least restrictive`,
    text('User-agent: *\nDisallow: /p/post\nAllow: /p/post\n'),
    true,
  ],
  ['the order of rules does not matter', LONGEST, text('User-agent: *\nAllow: /p/post\nDisallow: /\n'), true],
  [
    'a star makes a rule longer',
    LONGEST,
    text('User-agent: *\nAllow: /page\nDisallow: /*.htm\n'),
    false,
    '/page.htm',
  ],
  [
    'a star makes a rule as long',
    LONGEST,
    text('User-agent: *\nAllow: /page\nDisallow: /*.ph\n'),
    true,
    '/page.php5',
  ],
  ['the root alone is open', SPECIAL, text('User-agent: *\nAllow: /$\nDisallow: /\n'), true, '/'],
  ['all but the root is closed', SPECIAL, text('User-agent: *\nAllow: /$\nDisallow: /\n'), false],
  ['a star in the middle', SPECIAL, text('User-agent: *\nDisallow: /*/post\n'), false],
  ['a star at the end', SPECIAL, text('User-agent: *\nDisallow: /p*\n'), false],
  ['a dollar at the end', SPECIAL, text('User-agent: *\nDisallow: /p/post$\n'), false],
  [
    'a dollar, and a query after it',
    SPECIAL,
    text('User-agent: *\nDisallow: /p/post$\n'),
    true,
    '/p/post?page=2',
  ],
  ['a dollar in the middle is a dollar', SPECIAL, text('User-agent: *\nDisallow: /p$/post\n'), true],
  ['an ending, anchored', SPECIAL, text('User-agent: *\nDisallow: /*.php$\n'), true, '/file.php5'],
  ['any query', SPECIAL, text('User-agent: *\nDisallow: /*?\n'), false, '/p/post?x=1'],
  [
    'many stars',
    SPECIAL,
    text(`User-agent: *\nDisallow: /${'*a'.repeat(200)}$\n`),
    true,
    `/${'a'.repeat(150)}b`,
  ],
  ['the case of the path', SPECIAL, text('User-agent: *\nDisallow: /P/\n'), true],
  ['a path that only begins alike', SPECIAL, text('User-agent: *\nDisallow: /p/posts\n'), true],
  ['a folder without its slash', SPECIAL, text('User-agent: *\nDisallow: /p/pos\n'), false],
  ['letters outside ASCII in the rule', ENCODED, text('User-agent: *\nDisallow: /ü\n'), false, '/%C3%BCber'],
  [
    'letters outside ASCII percent-encoded in the rule',
    ENCODED,
    text('User-agent: *\nDisallow: /%C3%BC\n'),
    false,
    '/%C3%BCber-uns',
  ],
  [
    'percent-encoded in small letters',
    `${ENCODED}; RFC 3986, section 6.2.2.1`,
    text('User-agent: *\nDisallow: /%c3%bc\n'),
    false,
    '/%C3%BCben',
  ],
  ['a BOM at the start', 'Google: a BOM is ignored', text(`\ufeff${ALL_CLOSED}`), false],
  ['line ends of old Macs', 'Google: CR, CR/LF or LF', text('User-agent: *\rDisallow: /p\r'), false],
  ['line ends of Windows', 'Google: CR, CR/LF or LF', text('User-agent: *\r\nDisallow: /p\r\n'), false],
  ['a comment after a rule', SYNTAX, text('User-agent: * # all\nDisallow: /p # secret\n'), false],
  ['a comment that hides a rule', SYNTAX, text('User-agent: *\n# Disallow: /p\n'), true],
  ['spaces around the colon', SYNTAX, text('  User-agent : *\n\tDisallow :\t/p  \n'), false],
  ['no line end at the end', SYNTAX, text('User-agent: *\nDisallow: /p'), false],
  ['a rule before 500 KiB', LIMIT, text(`${ALL_CLOSED}${'#'.repeat(600 * 1024)}`), false],
  [
    'a rule after 500 KiB',
    LIMIT,
    text(`User-agent: *\nDisallow: /no\n${'# filler\n'.repeat(60_000)}Disallow: /p\n`),
    true,
  ],
  ['gzip', 'RFC 9110, section 8.4', { type: 'text/plain', coding: 'gzip', body: ALL_CLOSED }, false],
  ['a page of HTML', SYNTAX, '<!doctype html><title>Not here</title><p>Disallow nothing.</p>', true],
  ...[400, 401, 403, 404, 410, 418, 451].map(
    (status) =>
      [
        `status ${status}`,
        `${STATUSES}: 4xx but 429 is as if there were none`,
        text(ALL_CLOSED, status),
        true,
      ] as const,
  ),
  ...[429, 500, 502, 503].map(
    (status) =>
      [
        `status ${status}`,
        `${STATUSES}: all is closed`,
        text('User-agent: *\nAllow: /\n', status),
        false,
      ] as const,
  ),
]

/** robots.txt for Googlebot. Each file has a host of its own. */
export const ROBOTS_TXT_CASES: readonly PageCase[] = [
  ...FILES.map(([name, source, robots, allowed, path = '/p/post'], at) =>
    page(
      `robots.txt: ${name}`,
      source,
      PAGE,
      { linked: true, followed: true, googlebotAllowed: allowed, indexable: allowed },
      {
        url: `http://robots-${at}.test${path}`,
        also: { [`http://robots-${at}.test/robots.txt`]: robots },
        verdict: allowed ? 'linked' : 'linked-not-indexable',
      },
    ),
  ),
  elsewhere(
    'broken off',
    `${STATUSES}: network errors are like server errors`,
    { raw: '', after: 'reset' },
    { googlebotAllowed: { not: true }, indexable: { not: true } },
  ),
  elsewhere(
    'silent',
    `${STATUSES}: time-outs are like server errors`,
    { raw: '', after: 'stall' },
    { googlebotAllowed: { not: true }, indexable: { not: true } },
  ),
  elsewhere(
    'moved',
    'RFC 9309, section 2.3.1.2: redirects are followed',
    move('/r.txt'),
    { googlebotAllowed: false },
    { '/r.txt': text(ALL_CLOSED) },
  ),
  elsewhere(
    'moved five times',
    'RFC 9309, section 2.3.1.2: at least five, also across hosts',
    move('/1'),
    { googlebotAllowed: false },
    { '/1': move('/2'), '/2': move('/3'), '/3': move('/4'), '/4': move('/5'), '/5': text(ALL_CLOSED) },
  ),
  elsewhere(
    'moved in a circle',
    `${STATUSES}: too many redirects are a 404`,
    move('/r.txt'),
    { googlebotAllowed: true },
    { '/r.txt': move('/robots.txt') },
  ),
  elsewhere(
    'moved to an error',
    STATUSES,
    move('/r.txt'),
    { googlebotAllowed: false },
    { '/r.txt': text('', 503) },
  ),
  elsewhere(
    'moved to nothing',
    STATUSES,
    move('/r.txt'),
    { googlebotAllowed: true },
    { '/r.txt': text('', 404) },
  ),
  page(
    'robots.txt of another port',
    PLACE,
    PAGE,
    { googlebotAllowed: true, linked: true },
    { url: 'http://ported.test:8080/p', also: { 'http://ported.test/robots.txt': text(ALL_CLOSED) } },
  ),
  page(
    'robots.txt of this port',
    PLACE,
    PAGE,
    { googlebotAllowed: false, linked: true },
    { url: 'http://sported.test:8081/p', also: { 'http://sported.test:8081/robots.txt': text(ALL_CLOSED) } },
  ),
  page(
    'robots.txt of another scheme',
    PLACE,
    PAGE,
    { googlebotAllowed: true, linked: true },
    { url: 'https://shop.test/p', also: { 'http://shop.test/robots.txt': text(ALL_CLOSED) } },
  ),
  page(
    'robots.txt of the domain above',
    PLACE,
    PAGE,
    { googlebotAllowed: true, linked: true },
    { url: 'http://blog.above.test/p', also: { 'http://above.test/robots.txt': text(ALL_CLOSED) } },
  ),
  page(
    'robots.txt of where a redirect led',
    "VERIFIER.md, googlebotAllowed: 'robots.txt of the page's host'",
    move('http://arrived-closed.test/p'),
    { googlebotAllowed: false, linked: true, indexable: false },
    {
      also: {
        'http://arrived-closed.test/p': PAGE,
        'http://arrived-closed.test/robots.txt': text(ALL_CLOSED),
      },
    },
  ),
  page(
    'robots.txt that closes the page to us',
    "VERIFIER.md, Safety: 'For one page that a person clicked on ... robots.txt is not asked'",
    PAGE,
    { googlebotAllowed: true, linked: true, indexable: true },
    {
      url: 'http://not-for-us.test/p',
      also: { 'http://not-for-us.test/robots.txt': text('User-agent: RapportLinkCheck\nDisallow: /\n') },
    },
  ),
]

function move(location: string): Served {
  return { status: 301, headers: [['Location', location]], body: '' }
}

function elsewhere(
  name: string,
  source: string,
  robots: Served,
  facts: PageCase['facts'],
  files: Record<string, Served> = {},
): PageCase {
  const host = `http://robots-${name.replaceAll(' ', '-')}.test`
  const others = Object.entries(files).map(([path, served]) => [`${host}${path}`, served])
  return page(
    `robots.txt: ${name}`,
    source,
    PAGE,
    { linked: true, ...facts },
    {
      url: `${host}/p/post`,
      also: { [`${host}/robots.txt`]: robots, ...Object.fromEntries(others) },
    },
  )
}
