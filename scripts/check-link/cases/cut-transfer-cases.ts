import { brotliCompressSync, gzipSync } from 'node:zlib'
import { LINK, type PageCase, POST, page, type Served } from './page-case.ts'
import { chunk, coded, HTML, raw } from './wire.ts'

const CODINGS = 'RFC 9110, section 8.4 Content-Encoding'
const CHUNKED = 'RFC 9112, section 7.1 chunked transfer coding'
const LENGTH = 'RFC 9112, section 6.3 message body length'
const CUT =
  "VERIFIER.md: 'a page that was cut off ... gives null, not false'; RFC 9112, section 8 incomplete messages"
const CLAIMS = "VERIFIER.md: 'False is a claim, and claims must be certain'"
const PASSES =
  'VERIFIER.md, transient: time-outs, resets, empty or garbage answers, oversized headers, cut or stalled bodies'
const PARTIAL = `${CUT}; RFC 9110, section 15.3.7`
const BOUNDS = "VERIFIER.md, Safety: '5 MB decompressed'"
const GZIP = 'RFC 1952'
const ODD_LENGTH = 'HTTP/1.1: a message with this framing cannot be trusted (RFC 9112, section 6.3)'

const START = `<!doctype html><title>x</title>${POST}`
const WITH_LINK = `${START}${LINK}`
const SEEN_THOUGH_CUT = { reachable: false, truncated: true, linked: true, transient: true }
const UNSEEN = { linked: null, followed: null, lost: null, mentioned: null }
const UNCERTAIN = { noindex: { not: false }, indexable: { not: true } }
const CUT_OFF = { reachable: false, truncated: true, transient: true, ...UNSEEN, ...UNCERTAIN }
const BEFORE = { ask: { previously: 'linked' as const } }
const SPACES = ' '.repeat(6_000_000)

const CUT_PAGES: readonly (readonly [name: string, source: string, link: (text: string) => Served])[] = [
  ['fewer bytes than it said', `${CUT}; ${LENGTH}`, (text) => raw('Content-Length: 99999\r\n', text)],
  [
    'chunks without their end',
    `${CUT}; ${CHUNKED}`,
    (text) => raw('Transfer-Encoding: chunked\r\n', chunk(text)),
  ],
  [
    'a chunk cut in its middle',
    `${CUT}; ${CHUNKED}`,
    (text) => raw('Transfer-Encoding: chunked\r\n', `ffff\r\n${text}`),
  ],
  ['a connection broken off', CUT, (text) => raw('Content-Length: 99999\r\n', text, 'reset')],
  ['a body that stalls', `${CUT}; ${PASSES}`, (text) => raw('Content-Length: 99999\r\n', text, 'stall')],
  ['a gzip cut in its middle', `${CUT}; ${GZIP}`, (text) => coded('gzip', cutGzip(text))],
]

const NO_PAGES: readonly (readonly [
  name: string,
  source: string,
  served: Served,
  facts: PageCase['facts'],
])[] = [
  [
    'an answer that never comes',
    PASSES,
    { raw: '', after: 'stall' },
    { failure: 'timeout', transient: true },
  ],
  [
    'headers that never end',
    PASSES,
    { raw: `HTTP/1.1 200 OK\r\n${HTML}X: y`, after: 'stall' },
    { failure: 'timeout', transient: true },
  ],
  [
    'a connection broken off at once',
    PASSES,
    { raw: '', after: 'reset' },
    { failure: 'reset', transient: true },
  ],
  ['an answer of nothing at all', PASSES, { raw: '' }, { transient: true }],
  [
    'an answer that is no HTTP',
    PASSES,
    { raw: 'SSH-2.0-OpenSSH_9.6\r\n' },
    { failure: 'protocol', transient: true },
  ],
  [
    'a page without headers',
    `${PASSES}; HTTP/0.9 is gone`,
    { raw: `${WITH_LINK}` },
    { failure: 'protocol', transient: true },
  ],
  [
    'headers of a megabyte',
    PASSES,
    { raw: `HTTP/1.1 200 OK\r\n${HTML}X: ${'y'.repeat(1_000_000)}\r\n\r\n${WITH_LINK}` },
    { transient: true },
  ],
  [
    'a length of letters',
    ODD_LENGTH,
    { raw: `HTTP/1.1 200 OK\r\n${HTML}Content-Length: many\r\n\r\n${WITH_LINK}` },
    {},
  ],
  [
    'a length below zero',
    ODD_LENGTH,
    { raw: `HTTP/1.1 200 OK\r\n${HTML}Content-Length: -1\r\n\r\n${WITH_LINK}` },
    {},
  ],
  [
    'two lengths',
    ODD_LENGTH,
    { raw: `HTTP/1.1 200 OK\r\n${HTML}Content-Length: 10\r\nContent-Length: 400\r\n\r\n${WITH_LINK}` },
    {},
  ],
  [
    'a name that does not exist',
    'VERIFIER.md, failure and transient: no such name',
    '',
    { failure: 'dns', transient: null },
  ],
]

/** What becomes of pages that do not arrive, or not whole. */
export const CUT_TRANSFER_CASES: readonly PageCase[] = [
  ...CUT_PAGES.map(([name, source, served]) =>
    page(
      `cut, the link before: ${name}`,
      source,
      served(WITH_LINK),
      { ...SEEN_THOUGH_CUT, lost: { not: true } },
      BEFORE,
    ),
  ),
  ...CUT_PAGES.map(([name, source, served]) =>
    page(`cut, no link before: ${name}`, source, served(START), CUT_OFF, {
      ...BEFORE,
      verdict: 'could-not-check',
    }),
  ),
  ...NO_PAGES.map(([name, source, served, facts]) =>
    page(
      `none: ${name}`,
      source,
      served,
      { reachable: false, gone: { not: true }, ...UNSEEN, ...facts },
      {
        ...BEFORE,
        verdict: 'could-not-check',
        ...(served === '' ? { url: 'http://nobody.test/', names: { 'nobody.test:80': null } } : {}),
      },
    ),
  ),
  page('a partial answer nobody asked for, the link in it', PARTIAL, partial(WITH_LINK), {
    reachable: false,
    truncated: true,
    linked: true,
    ...UNCERTAIN,
  }),
  page(
    'a partial answer nobody asked for, no link in it',
    PARTIAL,
    partial(START),
    { reachable: false, truncated: true, ...UNSEEN, ...UNCERTAIN },
    { ...BEFORE, verdict: 'could-not-check' },
  ),
  page(
    'cut in the middle of a name',
    `${CUT}; mentioned: 'whole words'`,
    raw('Content-Length: 99999\r\n', `${START}<p>We wore Acme`),
    { truncated: true, mentioned: { not: true } },
  ),
  page(
    'cut between the tags of a name',
    `${CUT}; mentioned: 'whole words'`,
    { headers: [['Content-Length', '99999']], body: `${START}<p>Ac<b>me` },
    { truncated: true, mentioned: { not: true } },
  ),
  page(
    'cut in the middle of an address',
    `${CUT}; HTML standard, 13.2.5: end of file in a tag drops the tag`,
    raw('Content-Length: 99999\r\n', `${START}<a href=http://acme.test`),
    { truncated: true, ...UNSEEN },
    BEFORE,
  ),
  page(
    'cut before the page that was hoped for',
    CUT,
    raw('Content-Length: 99999\r\n', WITH_LINK),
    { truncated: true, linked: true, targetUrlLinked: { not: false } },
    { ask: { targetUrl: 'http://acme.test/other' }, verdict: 'linked' },
  ),
  page(
    'more bytes than it said',
    `${LENGTH}: the rest is not the page`,
    raw(`Content-Length: ${START.length}\r\n`, WITH_LINK),
    { linked: { not: true } },
  ),
  page(
    'a gzip that is none',
    CLAIMS,
    coded('gzip', Buffer.from(START)),
    { reachable: false, ...UNSEEN },
    BEFORE,
  ),
  page(
    'a coding nobody knows',
    `${CLAIMS}; ${CODINGS}`,
    coded('zstandard', Buffer.from(START)),
    { linked: null, lost: null },
    BEFORE,
  ),
  page(
    'a gzip with a wrong sum',
    `${CLAIMS}; ${GZIP}`,
    coded('gzip', spoiltGzip(START)),
    { linked: { not: false }, lost: null },
    BEFORE,
  ),
  page(
    'a bomb before the link',
    BOUNDS,
    coded('gzip', gzipSync(`${START}${SPACES}${LINK}`)),
    { failure: 'too-large', truncated: true, ...UNSEEN },
    BEFORE,
  ),
  page(
    'a bomb behind the link',
    BOUNDS,
    coded('br', brotliCompressSync(`${WITH_LINK}${SPACES}`, { params: { 1: 1 } })),
    { failure: 'too-large', truncated: true, linked: true, transient: false },
    BEFORE,
  ),
  page(
    'a page of nothing',
    `${PASSES}; ${CLAIMS}`,
    { body: '' },
    { transient: true, ...UNSEEN },
    { ...BEFORE, verdict: 'could-not-check' },
  ),
  page(
    'a page of nothing, gzip',
    `${PASSES}; ${CLAIMS}`,
    { body: '', headers: [['Content-Encoding', 'gzip']] },
    { transient: true, linked: null, lost: null },
    BEFORE,
  ),
  page(
    'a certificate of another name',
    'RFC 9110, section 4.3.4',
    WITH_LINK,
    { failure: 'tls', transient: null, reachable: false, linked: null },
    { url: 'https://stranger.test/post', verdict: 'could-not-check' },
  ),
  page(
    'HTTP where TLS is due',
    'RFC 8446, section 6: no handshake',
    WITH_LINK,
    { failure: 'tls', reachable: false, linked: null },
    { url: 'https://no-tls.test/post', names: { 'no-tls.test:443': 'no TLS' } },
  ),
  page(
    'nobody listens',
    "VERIFIER.md, transient: 'refused'",
    WITH_LINK,
    { failure: 'refused', transient: true, ...UNSEEN },
    { url: 'http://asleep.test/', names: { 'asleep.test:80': 'closed' }, verdict: 'could-not-check' },
  ),
]

function partial(body: string): Served {
  return { status: 206, headers: [['Content-Range', `bytes 0-${body.length - 1}/99999`]], body }
}

/** All of the text is in the first part, so that reading it does not depend on how much a reader holds back. */
function cutGzip(text: string): Buffer {
  const noise = Array.from({ length: 4000 }, (_, at) => ((at * 7919) % 65_537).toString(36)).join(' ')
  const whole = gzipSync(`${text}<p>${noise}`)
  return whole.subarray(0, Math.floor(whole.length * 0.7))
}

function spoiltGzip(text: string): Buffer {
  const whole = gzipSync(text)
  whole[whole.length - 6] = (whole[whole.length - 6] ?? 0) ^ 0xff
  return whole
}
