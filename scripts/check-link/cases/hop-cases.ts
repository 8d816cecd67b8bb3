import { LINK, type PageCase, POST, post, type Served } from './page-case.ts'

const HOPS = "VERIFIER.md, linked: 'with followHops, also through a redirector'; issue 3, Hops"
const HEAD_FIRST = 'Issue 3, Hops: HEAD, then GET'
const CERTAIN = "VERIFIER.md: 'False is a claim, and claims must be certain'"
const CONFIRMED = "Issue 3, Hops: 'target in the query', confirmed by looking, never guessed"
const ROBOTS = 'VERIFIER.md, hopGooglebotAllowed'
const RESULT = "VERIFIER.md, rel and followed: of the page's own link"
const SAFETY = 'VERIFIER.md, Safety: the same for hops'

const FOLLOW = { ask: { followHops: true, previously: 'linked' as const } }
const KIT = 'http://acme.test/kit'
const VIA = {
  linked: true,
  linkedDirectly: false,
  viaRedirect: true,
  redirectTo: KIT,
  lost: { not: true },
} as const
const NOT_VIA = { linked: false, linkedDirectly: false, redirectTo: null }
const UNKNOWN = { linked: null, linkedDirectly: false, lost: { not: true } } as const
const ELSEWHERE = `<!doctype html><title>Other</title>${POST}`

function to(location: string, status = 302): Served {
  return { status, headers: [['Location', location]], body: '' }
}

/** Where the link of the page leads: "HEAD " for that method only, paths on the host of the case. */
type Row = readonly [
  name: string,
  source: string,
  path: string,
  places: Record<string, Served>,
  facts: PageCase['facts'],
]

const ROWS: readonly Row[] = [
  ...[301, 302, 303, 307, 308].map(
    (status): Row => [
      `a short link of ${status}`,
      HOPS,
      '/abc',
      { '/abc': to(KIT, status) },
      { ...VIA, followed: true, crawlable: true, hopGooglebotAllowed: true, element: 'a' },
    ],
  ),
  ['two steps', HOPS, '/abc', { '/abc': to('/def', 301), '/def': to(KIT) }, VIA],
  [
    'six steps',
    HOPS,
    '/a',
    { '/a': to('/b'), '/b': to('/c'), '/c': to('/d'), '/d': to('/e'), '/e': to('/f'), '/f': to(KIT) },
    VIA,
  ],
  ['HEAD refused with 405', HEAD_FIRST, '/abc', { 'HEAD /abc': { status: 405 }, '/abc': to(KIT) }, VIA],
  ['HEAD refused with 403', HEAD_FIRST, '/abc', { 'HEAD /abc': { status: 403 }, '/abc': to(KIT) }, VIA],
  ['HEAD answered with 404', HEAD_FIRST, '/abc', { 'HEAD /abc': { status: 404 }, '/abc': to(KIT) }, VIA],
  ['HEAD answered with 500', HEAD_FIRST, '/abc', { 'HEAD /abc': { status: 500 }, '/abc': to(KIT) }, VIA],
  ['HEAD answered with 200', HEAD_FIRST, '/abc', { 'HEAD /abc': { status: 200 }, '/abc': to(KIT) }, VIA],
  ['HEAD broken off', HEAD_FIRST, '/abc', { 'HEAD /abc': { raw: '', after: 'reset' }, '/abc': to(KIT) }, VIA],
  [
    'an immediate refresh',
    HOPS,
    '/go/kit',
    { '/go/kit': `<meta http-equiv=refresh content="0;url=${KIT}">` },
    VIA,
  ],
  [
    'an immediate Refresh header',
    HOPS,
    '/go/kit',
    { '/go/kit': { headers: [['Refresh', `0; url=${KIT}`]], body: 'x' } },
    VIA,
  ],
  [
    'a redirect by script',
    `${HOPS}; ${CERTAIN}`,
    '/go/kit',
    { '/go/kit': `<script>location.replace('${KIT}')</script>` },
    { linked: { not: false }, lost: { not: true } },
  ],
  [
    'to a subdomain of ours',
    HOPS,
    '/abc',
    { '/abc': to('https://www.acme.test/x') },
    { ...VIA, redirectTo: 'https://www.acme.test/x' },
  ],
  ['to a look-alike of ours', HOPS, '/abc', { '/abc': to('http://acme.test.evil.test/') }, NOT_VIA],
  ['to another page', HOPS, '/abc', { '/abc': to('/other'), '/other': ELSEWHERE }, NOT_VIA],
  ['to nothing', HOPS, '/abc', { '/abc': { status: 404, body: ELSEWHERE } }, NOT_VIA],
  ['to itself', HOPS, '/abc', { '/abc': to('/abc') }, { linked: { not: true } }],
  [
    'to a private address',
    SAFETY,
    '/abc',
    { '/abc': to('http://10.0.0.1/acme.test') },
    { linked: { not: true } },
  ],
  [
    'to loopback and back to us',
    SAFETY,
    '/abc',
    { '/abc': to('http://127.0.0.1:9/?u=http://acme.test/') },
    { linked: { not: true } },
  ],
  ['an error of 503', CERTAIN, '/go/kit', { '/go/kit': { status: 503, body: 'Busy' } }, UNKNOWN],
  ['an error of 429', CERTAIN, '/go/kit', { '/go/kit': { status: 429, body: 'Busy' } }, UNKNOWN],
  ['a refusal of 403', CERTAIN, '/go/kit', { '/go/kit': { status: 403, body: 'No' } }, UNKNOWN],
  ['silence', CERTAIN, '/go/kit', { '/go/kit': { raw: '', after: 'stall' } }, UNKNOWN],
  [
    'our address in its query, and it goes there',
    CONFIRMED,
    `/out?url=${encodeURIComponent(KIT)}`,
    { [`/out?url=${encodeURIComponent(KIT)}`]: to(KIT) },
    VIA,
  ],
  [
    'our address in its query, and it goes elsewhere',
    CONFIRMED,
    `/out?url=${encodeURIComponent(KIT)}`,
    { [`/out?url=${encodeURIComponent(KIT)}`]: to('/other'), '/other': ELSEWHERE },
    NOT_VIA,
  ],
  [
    'our address in its query, and it stays',
    CONFIRMED,
    `/out?url=${encodeURIComponent(KIT)}`,
    { [`/out?url=${encodeURIComponent(KIT)}`]: ELSEWHERE },
    { linked: { not: true }, redirectTo: null },
  ],
  [
    'our address in its query in Base64',
    CONFIRMED,
    '/redirect?to=aHR0cDovL2FjbWUudGVzdC9raXQ',
    { '/redirect?to=aHR0cDovL2FjbWUudGVzdC9raXQ': to(KIT) },
    VIA,
  ],
  [
    'closed to Googlebot',
    ROBOTS,
    '/abc',
    { '/abc': to(KIT), '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /abc\n' } },
    { ...VIA, hopGooglebotAllowed: false, googlebotAllowed: true },
  ],
  [
    'open to Googlebot',
    ROBOTS,
    '/abc',
    { '/abc': to(KIT), '/robots.txt': { type: 'text/plain', body: 'User-agent: *\nDisallow: /x\n' } },
    { ...VIA, hopGooglebotAllowed: true },
  ],
]

const RELS: readonly (readonly [
  name: string,
  html: (short: string) => string,
  facts: PageCase['facts'],
  verdict?: PageCase['verdict'],
])[] = [
  [
    'sponsored',
    (short) => `<a href="${short}" rel="sponsored">kit</a>`,
    { ...VIA, rel: ['sponsored'], followed: false },
    'linked-qualified',
  ],
  [
    'first nofollow, then not',
    (short) => `<a href="${short}" rel=nofollow>one</a> <a href="${short}">two</a>`,
    { ...VIA, followed: true, linkCount: 2, anchorText: 'two' },
    'linked',
  ],
  [
    'beside a direct link',
    (short) => `<a href="${short}" rel=sponsored>one</a> ${LINK}`,
    { linked: true, linkedDirectly: true, followed: true, resolvedUrl: KIT },
    'linked',
  ],
  [
    'of an area',
    (short) => `<map><area href="${short}" alt="kit"></map>`,
    { ...VIA, element: 'area', crawlable: false, followed: false },
    'linked-not-crawlable',
  ],
  [
    'of an image',
    (short) => `<a href="${short}"><img src=x alt="The kit"></a>`,
    { ...VIA, anchorText: 'The kit' },
    'linked',
  ],
]

/** Links that take a step or more to reach us. Each has a host of its own. */
export const HOP_CASES: readonly PageCase[] = [
  ...ROWS.map(([name, source, path, places, facts], at) =>
    post(`a hop: ${name}`, source, `<p>Our <a href="http://s${at}.test${path}">kit</a>.</p>`, facts, {
      ...FOLLOW,
      also: placesOn(`http://s${at}.test`, places),
    }),
  ),
  ...RELS.map(([name, html, facts, verdict], at) =>
    post(`a hop: ${name}`, RESULT, html(`http://t${at}.test/abc`), facts, {
      ...FOLLOW,
      verdict,
      also: { [`http://t${at}.test/abc`]: to(KIT) },
    }),
  ),
  post(
    'a hop nobody asked to follow',
    `${HOPS}: only with followHops`,
    '<a href="http://unasked.test/abc">kit</a>',
    { linked: false, linkedDirectly: false, viaRedirect: { not: true } },
    { also: { 'http://unasked.test/abc': to(KIT) } },
  ),
  post('a hop on the same site', HOPS, '<a href="/go/acme">kit</a>', VIA, {
    ...FOLLOW,
    also: { 'http://blog.test/go/acme': to(KIT) },
  }),
  post(
    'a hop on the same site that looks like a page',
    HOPS,
    '<a href="/our-kit" rel="nofollow sponsored">kit</a>',
    VIA,
    { ...FOLLOW, also: { 'http://blog.test/our-kit': to(KIT) } },
  ),
  post('a known shortener that is down', CERTAIN, '<a href="http://bit.ly/3abc">kit</a>', UNKNOWN, {
    ...FOLLOW,
    names: { 'bit.ly:80': 'closed' },
  }),
  post(
    'a redirector of a search engine',
    HOPS,
    `<a href="http://www.google.com/url?q=${encodeURIComponent(KIT)}&amp;sa=D">kit</a>`,
    VIA,
    { ...FOLLOW, also: { [`http://www.google.com/url?q=${encodeURIComponent(KIT)}&sa=D`]: to(KIT) } },
  ),
  post(
    'a profile that refuses robots',
    `${HOPS}: a profile is no redirector`,
    '<p><a href="http://twitter.com/longwalks">Follow us</a></p>',
    { linked: false, lost: true },
    { ...FOLLOW, also: { 'http://twitter.com/longwalks': { status: 403, body: 'No' } }, verdict: 'lost' },
  ),
  post(
    'a plain link elsewhere that is dead',
    `${HOPS}: a dead link is no redirector`,
    '<p><a href="http://friend.test/2019/05/what-we-saw-on-the-way-to-the-coast/">A friend</a></p>',
    { linked: false, lost: true },
    { ...FOLLOW, names: { 'friend.test:80': null }, verdict: 'lost' },
  ),
  post(
    'more hops than anyone follows',
    CERTAIN,
    Array.from({ length: 80 }, (_, at) => `<a href="http://many.test/go/${at}">x</a> `).join(''),
    { linked: { not: false }, lost: { not: true } },
    {
      ...FOLLOW,
      also: {
        ...Object.fromEntries(
          Array.from({ length: 79 }, (_, at) => [`http://many.test/go/${at}`, ELSEWHERE]),
        ),
        'http://many.test/go/79': to(KIT),
      },
    },
  ),
]

function placesOn(host: string, places: Record<string, Served>): Record<string, Served> {
  return Object.fromEntries(
    Object.entries(places).map(([place, served]) => [
      place.startsWith('HEAD ') ? `HEAD ${host}${place.slice(5)}` : `${host}${place}`,
      served,
    ]),
  )
}
