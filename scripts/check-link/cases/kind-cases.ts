import { LINK, type PageCase, POST, page, type Served } from './page-case.ts'

const SNIFFED = 'MIME Sniffing standard, 7.1: a resource of no known type, by its first bytes'
const DECLARED = 'MIME Sniffing standard, 7: a type that was declared stands'
const UNREAD = "VERIFIER.md: null 'for kinds of content that are not read (PDF, images)'"
const XML = 'XML 1.0; HTML standard, 14 the XML syntax'
const STATUS = 'VERIFIER.md, transient and gone, by status; RFC 9110, section 15'
const NOT_2XX = "VERIFIER.md: 'Any answer but a whole 2xx page ... null unless they were seen'"

const START = `<!doctype html><title>x</title>${POST}`
const WITH_LINK = `${START}${LINK}`
const UNKNOWN = { linked: null, followed: null, mentioned: null, lost: null }
const ASK = { ask: { previously: 'linked' as const } }

/** Content-Type (null: none) and body; then whether there is a link, null where nobody can say. */
const TYPES: readonly (readonly [
  name: string,
  source: string,
  type: string | null,
  body: string,
  linked: boolean | null,
])[] = [
  ['no type, a doctype', SNIFFED, null, WITH_LINK, true],
  ['no type, a doctype after white space', SNIFFED, null, `\n\t ${WITH_LINK}`, true],
  ['no type, a comment', SNIFFED, null, `<!-- x -->${POST}${LINK}`, true],
  ['no type, a paragraph', SNIFFED, null, `<P>${POST}${LINK}`, true],
  ['no type, a link', SNIFFED, null, `${LINK}${POST}`, true],
  ['no type, words before the first tag', `${SNIFFED}: plain text`, null, `Long walks ${LINK}`, false],
  [
    'no type, an XML declaration',
    `${SNIFFED}: text/xml`,
    null,
    `<?xml version="1.0"?><feed>${LINK}</feed>`,
    null,
  ],
  ['no type, a PDF', SNIFFED, null, `%PDF-1.7 ${LINK}`, null],
  ['no type, a PNG', SNIFFED, null, `\x89PNG\r\n\x1a\n${LINK}`, null],
  ['a type nobody can read', SNIFFED, 'html', WITH_LINK, true],
  [
    'the type unknown/unknown',
    `${SNIFFED}: unknown/unknown is no known type`,
    'unknown/unknown',
    WITH_LINK,
    true,
  ],
  ['the type */*', `${SNIFFED}: */* is no known type`, '*/*', WITH_LINK, true],
  [
    'text/html in capitals with a space before the semicolon',
    DECLARED,
    'TEXT/HTML ;charset=utf-8',
    WITH_LINK,
    true,
  ],
  [
    'text/plain with markup',
    `${DECLARED}: text has no hyperlinks`,
    'text/plain; charset=utf-8',
    WITH_LINK,
    false,
  ],
  [
    'text/plain of Apache with markup',
    'MIME Sniffing standard, 7.2: text or binary, never HTML',
    'text/plain',
    WITH_LINK,
    false,
  ],
  ['application/octet-stream', DECLARED, 'application/octet-stream', WITH_LINK, null],
  [
    'application/json',
    UNREAD,
    'application/json',
    '{"html":"<a href=\\"http://acme.test/\\">kit</a>"}',
    null,
  ],
  ['application/pdf', UNREAD, 'application/pdf', '%PDF-1.7', null],
  ['image/png', UNREAD, 'image/png', '\x89PNG\r\n\x1a\n', null],
  ['image/svg+xml', UNREAD, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>', null],
  ['video/mp4', UNREAD, 'video/mp4', '\0\0\0\x18ftypmp42', null],
  [
    'application/rss+xml',
    UNREAD,
    'application/rss+xml',
    '<rss><channel><title>Long walks</title></channel></rss>',
    null,
  ],
  ['application/xml', UNREAD, 'application/xml', '<root>Long walks</root>', null],
  ['text/css', UNREAD, 'text/css', `/* ${LINK} */`, null],
  ['text/javascript', UNREAD, 'text/javascript', `// ${LINK}`, null],
]

const XHTML =
  '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>'
const XHTML_POST =
  '<p>We walked for nine days along the coast, and the weather held for most of it, which it seldom does there.</p>'
const XHTML_BODIES: readonly (readonly [name: string, body: string, linked: boolean])[] = [
  ['a link', LINK, true],
  ['a script that closes itself before a link', `<script src="x.js"/>${LINK}`, true],
  ['a textarea that closes itself before a link', `<textarea/>${LINK}`, true],
  ['an iframe that closes itself before a link', `<iframe src="x"/>${LINK}`, true],
  ['a style that closes itself before a link', `<style/>${LINK}`, true],
  ['a link that closes itself', '<a href="http://acme.test/kit"/>', true],
  ['a link in CDATA', `<p><![CDATA[${LINK}]]></p>`, false],
  ['a link after CDATA with a script in it', `<p><![CDATA[<script>]]></p>${LINK}`, true],
  ['a link in a comment', `<p><!-- ${LINK} --></p>`, false],
  [
    'a link in a tag with far too many spaces',
    `<p\n${' '.repeat(60)}class="x"\n${' '.repeat(60)}/>${LINK}`,
    true,
  ],
]

/** Status, and whether it may pass by itself. */
const STATUSES: readonly (readonly [status: number, transient: boolean | null])[] = [
  [401, null],
  [403, null],
  [404, null],
  [408, true],
  [410, false],
  [425, true],
  [429, true],
  [451, null],
  [500, true],
  [502, true],
  [503, true],
  [504, true],
  [520, true],
  [599, true],
]
const BODIES: readonly (readonly [what: string, body: string])[] = [
  ['with a page', `<!doctype html><title>Sorry</title><h1>Sorry</h1><p>That did not work.</p>`],
  ['with nothing', ''],
]

/** What kind of thing came, and with which status. */
export const KIND_CASES: readonly PageCase[] = [
  ...TYPES.map(([name, source, type, body, linked]) => {
    const served: Served = /[\x80-\xff]/.test(body) ? { type, bytes: body } : { type, body }
    const facts = linked === null ? UNKNOWN : { linked, followed: linked }
    const verdict = linked === null ? 'could-not-check' : linked ? 'linked' : 'lost'
    return page(`kind: ${name}`, source, served, { reachable: true, ...facts }, { ...ASK, verdict })
  }),
  ...XHTML_BODIES.map(([name, body, linked]) =>
    page(
      `XHTML: ${name}`,
      XML,
      { type: 'application/xhtml+xml', body: `${XHTML}${XHTML_POST}${body}</body></html>` },
      { linked, reachable: true, truncated: false },
    ),
  ),
  ...STATUSES.flatMap(([status, transient]) =>
    BODIES.map(([what, body]) =>
      page(
        `${status} ${what}`,
        STATUS,
        { status, body },
        {
          httpStatus: status,
          reachable: false,
          failure: null,
          gone: status === 404 || status === 410 ? true : { not: true },
          transient,
          indexable: { not: true },
          ...UNKNOWN,
        },
        { ...ASK, verdict: status === 404 || status === 410 ? 'page-gone' : 'could-not-check' },
      ),
    ),
  ),
  ...[200, 201, 203, 226].map((status) =>
    page(
      `${status} and a page`,
      NOT_2XX,
      { status, body: WITH_LINK },
      { httpStatus: status, reachable: true, linked: true, gone: false },
    ),
  ),
  page(
    '204 and no page',
    `${NOT_2XX}; there is no page to speak of`,
    { status: 204, headers: [['Content-Length', '0']] },
    { httpStatus: 204, ...UNKNOWN },
    ASK,
  ),
  page(
    'a link on a page of 500',
    "VERIFIER.md: null 'unless they were seen'",
    { status: 500, body: WITH_LINK },
    { reachable: false, linked: { not: false }, lost: { not: true } },
    ASK,
  ),
  page(
    'a text that names us',
    "VERIFIER.md, mentioned; 'a whole 2xx page of HTML or text'",
    { type: 'text/plain; charset=utf-8', body: 'We wore Acme boots: http://acme.test/' },
    { linked: false, mentioned: true },
    { verdict: 'mentioned-unlinked' },
  ),
  page(
    'a text that does not',
    "VERIFIER.md, mentioned; 'a whole 2xx page of HTML or text'",
    { type: 'text/plain; charset=utf-8', body: 'We wore <b>Ac</b>me boots.' },
    { linked: false, mentioned: false },
    { verdict: 'not-mentioned' },
  ),
]
