import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { LINK, type PageCase, POST, page, type Served } from './page-case.ts'
import { chunk, coded, HTML, raw } from './wire.ts'

const CODINGS = 'RFC 9110, section 8.4 Content-Encoding'
const CHUNKED = 'RFC 9112, section 7.1 chunked transfer coding'
const LENGTH = 'RFC 9112, section 6.3 message body length'
const GZIP = 'RFC 1952'

const START = `<!doctype html><title>x</title>${POST}`
const WITH_LINK = `${START}${LINK}`
const WHOLE = { reachable: true, truncated: false, failure: null, linked: true, charset: 'utf-8' }

/** What arrives whole, whatever way it came. */
const WHOLE_PAGES: readonly (readonly [name: string, source: string, served: Served])[] = [
  ['gzip', CODINGS, { coding: 'gzip', body: WITH_LINK }],
  ['br', `${CODINGS}; RFC 7932`, { coding: 'br', body: WITH_LINK }],
  ['deflate with its zlib header', `${CODINGS}.1.2`, { coding: 'deflate', body: WITH_LINK }],
  [
    'deflate without its zlib header',
    `${CODINGS}.1.2: some send it so, and browsers read it`,
    { coding: 'raw-deflate', body: WITH_LINK },
  ],
  ['x-gzip', `${CODINGS}.1.3: x-gzip is gzip`, coded('x-gzip', gzipSync(WITH_LINK))],
  ['GZIP in capitals', `${CODINGS}.1: not case-sensitive`, coded('GZip', gzipSync(WITH_LINK))],
  ['identity', `${CODINGS}.1`, coded('identity', Buffer.from(WITH_LINK))],
  [
    'two codings in one header',
    `${CODINGS}: in the order they were applied`,
    coded('deflate, gzip', gzipSync(deflateSync(WITH_LINK))),
  ],
  [
    'two codings in two headers',
    `${CODINGS}: in the order they were applied`,
    coded('br', gzipSync(brotliCompressSync(WITH_LINK)), [['Content-Encoding', 'gzip']]),
  ],
  [
    'gzip in two members',
    `${GZIP}, section 2.2: members follow one another (debatable in practice: Chromium stops after the first)`,
    coded('gzip', Buffer.concat([gzipSync(START), gzipSync(LINK)])),
  ],
  [
    'bytes after the gzip',
    `${GZIP}; browsers read such pages`,
    coded('gzip', Buffer.concat([gzipSync(WITH_LINK), Buffer.from('\0\0\0\0')])),
  ],
  [
    'gzip with a name and a comment in its header',
    `${GZIP}, section 2.3`,
    coded('gzip', namedGzip(WITH_LINK)),
  ],
  ['chunks', CHUNKED, raw('Transfer-Encoding: chunked\r\n', `${chunk(START)}${chunk(LINK)}0\r\n\r\n`)],
  [
    'chunks that part a tag',
    CHUNKED,
    raw(
      'Transfer-Encoding: chunked\r\n',
      `${chunk(`${START}<a hr`)}${chunk('ef="http://acme.test/kit">kit</a>')}0\r\n\r\n`,
    ),
  ],
  [
    'chunks with extensions',
    `${CHUNKED}.1`,
    raw('Transfer-Encoding: chunked\r\n', `${chunk(START, ';a=b;c="d"')}${chunk(LINK, ';x')}0;y\r\n\r\n`),
  ],
  [
    'chunks with trailers',
    `${CHUNKED}.2`,
    raw('Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n', `${chunk(WITH_LINK)}0\r\nX-Sum: 1\r\n\r\n`),
  ],
  [
    'a chunk size in capitals with zeros before it',
    CHUNKED,
    raw(
      'Transfer-Encoding: chunked\r\n',
      `000${WITH_LINK.length.toString(16).toUpperCase()}\r\n${WITH_LINK}\r\n0\r\n\r\n`,
    ),
  ],
  ['a body that ends with the connection', LENGTH, raw('', WITH_LINK)],
  ['HTTP/1.0', 'RFC 9112, section 2.3', { raw: `HTTP/1.0 200 OK\r\n${HTML}\r\n${WITH_LINK}` }],
  [
    'a status line without words',
    'RFC 9112, section 4: the reason may be empty',
    { raw: `HTTP/1.1 200 \r\n${HTML}Content-Length: ${WITH_LINK.length}\r\n\r\n${WITH_LINK}` },
  ],
  [
    'an early hint before the answer',
    'RFC 8297; RFC 9110, section 15.2',
    {
      raw: `HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\n${HTML}Content-Length: ${WITH_LINK.length}\r\n\r\n${WITH_LINK}`,
    },
  ],
  [
    'a 100 before the answer',
    'RFC 9110, section 15.2',
    {
      raw: `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n${HTML}Content-Length: ${WITH_LINK.length}\r\n\r\n${WITH_LINK}`,
    },
  ],
  [
    'names of headers in odd cases',
    'RFC 9110, section 5.1: not case-sensitive',
    {
      raw: `HTTP/1.1 200 OK\r\ncONTENT-tYPE: text/html; charset=utf-8\r\nCONTENT-LENGTH:${WITH_LINK.length}\r\n\r\n${WITH_LINK}`,
    },
  ],
  [
    'a page in pieces of one byte each',
    CHUNKED,
    raw(
      'Transfer-Encoding: chunked\r\n',
      `${[...WITH_LINK].map((character) => chunk(character)).join('')}0\r\n\r\n`,
    ),
  ],
]

/** Pages that arrive whole, whatever way they came. */
export const TRANSFER_CASES: readonly PageCase[] = [
  ...WHOLE_PAGES.map(([name, source, served]) => page(`whole: ${name}`, source, served, WHOLE)),
  page('a page over TLS', 'RFC 9110, section 4.2.2', WITH_LINK, WHOLE, { url: 'https://blog.test/over-tls' }),
  page(
    'a second name of one certificate',
    'RFC 9110, section 4.3.4: subject alternative names',
    WITH_LINK,
    WHOLE,
    { url: 'https://shop.test/over-tls' },
  ),
  page(
    'how many bytes were read',
    'VERIFIER.md, bytesRead',
    { body: `${WITH_LINK}é` },
    { bytesRead: WITH_LINK.length + 2, charset: 'utf-8', truncated: false },
  ),
]

function namedGzip(text: string): Buffer {
  const plain = gzipSync(text)
  const start = Buffer.from(plain.subarray(0, 10))
  start[3] = 0x18
  return Buffer.concat([start, Buffer.from('post.html\0a note\0'), plain.subarray(10)])
}
