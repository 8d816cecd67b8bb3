import { LINK, type PageCase, POST, page } from './page-case.ts'

const CANONICAL =
  "Google Search Central, 'How to specify a canonical URL with rel=canonical and other methods'"
const IN_HEAD = `${CANONICAL}: only in the head; HTML standard, 13.2.6.4.4 in head`
const ATTRIBUTES = `${CANONICAL}: ignored with hreflang, lang, media or type`
const HEADER = `${CANONICAL}: the Link header; RFC 8288`
const RFC = 'RFC 8288, section 3'
const SAME = 'RFC 3986, section 6.2.2: one address written in two ways'

type Row = readonly [
  name: string,
  source: string,
  at: string,
  inHead: string,
  canonical: string | null | undefined,
  elsewhere: boolean,
]

/** The path of the page (on its own host), what its head holds, the canonical that counts, and whether it names another page. Undefined: nobody says
 * whether what does not count is shown. */
const IN_PAGES: readonly Row[] = [
  [
    'a canonical of its own',
    CANONICAL,
    '/a',
    '<link rel=canonical href="http://canon.test/a">',
    'http://canon.test/a',
    false,
  ],
  [
    'a canonical elsewhere on the site',
    CANONICAL,
    '/b',
    '<link rel=canonical href="http://canon.test/other">',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical on another site',
    CANONICAL,
    '/c',
    '<link rel="canonical" href="http://medium.test/c">',
    'http://medium.test/c',
    true,
  ],
  [
    'a relative canonical',
    `${CANONICAL}; URL standard`,
    '/d',
    '<link rel=canonical href="other">',
    'http://canon.test/other',
    true,
  ],
  [
    'a relative canonical of its own',
    `${CANONICAL}; URL standard`,
    '/e',
    '<link rel=canonical href="/e">',
    'http://canon.test/e',
    false,
  ],
  [
    'a relative canonical and a base',
    'HTML standard, 4.2.4 link: href is relative to the base',
    '/f',
    '<base href="http://other.test/x/"><link rel=canonical href="f">',
    'http://other.test/x/f',
    true,
  ],
  [
    'a canonical in capitals',
    'HTML standard, 4.6.7: rel keywords are not case-sensitive',
    '/g',
    '<LINK REL="CANONICAL" HREF="http://canon.test/other">',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical among other rel tokens',
    'HTML standard, 4.6.7: rel is a set of tokens',
    '/h',
    '<link rel="alternate canonical" href="http://canon.test/other">',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical with a fragment',
    'VERIFIER.md: it names another page or not; a fragment is a part of one',
    '/i',
    '<link rel=canonical href="http://canon.test/i#top">',
    'http://canon.test/i#top',
    false,
  ],
  [
    'a canonical with its default port',
    SAME,
    '/j',
    '<link rel=canonical href="HTTP://CANON.test:80/j">',
    'http://canon.test/j',
    false,
  ],
  [
    'a canonical with a tilde percent-encoded',
    SAME,
    '/~k',
    '<link rel=canonical href="http://canon.test/%7Ek">',
    'http://canon.test/%7Ek',
    false,
  ],
  [
    'a canonical with spaces around it',
    'HTML standard, 2.4.1: stripped',
    '/l',
    '<link rel=canonical href=" http://canon.test/other ">',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical with hreflang',
    ATTRIBUTES,
    '/m',
    '<link rel=canonical href="http://canon.test/other" hreflang="de">',
    undefined,
    false,
  ],
  [
    'a canonical with media',
    ATTRIBUTES,
    '/n',
    '<link rel=canonical href="http://canon.test/other" media="print">',
    undefined,
    false,
  ],
  [
    'a canonical with type',
    ATTRIBUTES,
    '/o',
    '<link rel=canonical href="http://canon.test/other" type="text/html">',
    undefined,
    false,
  ],
  [
    'a canonical with lang',
    ATTRIBUTES,
    '/p',
    '<link rel=canonical href="http://canon.test/other" lang="de">',
    undefined,
    false,
  ],
  [
    'a canonical with hreflang before its own',
    ATTRIBUTES,
    '/q',
    '<link rel=canonical href="http://canon.test/x" hreflang="de"><link rel=canonical href="http://canon.test/other">',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical after a div, which ends the head',
    `${IN_HEAD}; Google, 'Use valid HTML'`,
    '/r',
    '<div></div><link rel=canonical href="http://canon.test/other">',
    null,
    false,
  ],
  [
    'a canonical after an image, which ends the head',
    `${IN_HEAD}; Google, 'Use valid HTML'`,
    '/s',
    '<img src=x><link rel=canonical href="http://canon.test/other">',
    null,
    false,
  ],
  [
    'a canonical in a comment',
    'HTML standard, 13.2.5.43 comments',
    '/t',
    '<!-- <link rel=canonical href="http://canon.test/other"> -->',
    null,
    false,
  ],
  [
    'a canonical in a template',
    'HTML standard, 4.12.3 template',
    '/u',
    '<template><link rel=canonical href="http://canon.test/other"></template>',
    null,
    false,
  ],
  [
    'a canonical in a script',
    'HTML standard, 13.2.5.4 script data',
    '/v',
    '<script type=x><link rel=canonical href="http://canon.test/other"></script>',
    null,
    false,
  ],
  [
    'alternates are no canonical',
    CANONICAL,
    '/w',
    '<link rel=alternate hreflang=de href="http://canon.test/de"><link rel=amphtml href="http://canon.test/amp"><link rel=shortlink href="http://canon.test/?p=1">',
    null,
    false,
  ],
  [
    'a meta is no canonical',
    CANONICAL,
    '/x',
    '<meta name=canonical content="http://canon.test/other"><meta property="og:url" content="http://canon.test/other">',
    null,
    false,
  ],
  [
    'a canonical nobody can read',
    'URL standard, 4.4: failure',
    '/y',
    '<link rel=canonical href="http://[x">',
    null,
    false,
  ],
  [
    'a canonical without href',
    'HTML standard, 4.2.4: a link needs an href',
    '/z',
    '<link rel=canonical content="http://canon.test/other">',
    null,
    false,
  ],
  [
    'one canonical twice',
    CANONICAL,
    '/aa',
    '<link rel=canonical href="/other"><link rel=canonical href="http://canon.test/other">',
    'http://canon.test/other',
    true,
  ],
]

const IN_HEADERS: readonly Row[] = [
  [
    'a canonical in the header',
    HEADER,
    '/ha',
    '<http://canon.test/other>; rel="canonical"',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical of its own in the header',
    HEADER,
    '/hb',
    '<http://canon.test/hb>; rel="canonical"',
    'http://canon.test/hb',
    false,
  ],
  [
    'a canonical in the header without quotes',
    `${RFC}: a parameter may be a token`,
    '/hc',
    '<http://canon.test/other>;rel=canonical',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical in the header, relative',
    `${RFC}.1: relative to the address of the answer`,
    '/hd',
    '</other>; rel=canonical',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical in the header in capitals',
    `${RFC}.3: relation types are not case-sensitive`,
    '/he',
    '<http://canon.test/other>; REL="Canonical"',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical among other relations of the header',
    `${RFC}.3: several relation types in one rel`,
    '/hf',
    '<http://canon.test/other>; rel="nofollow canonical"',
    'http://canon.test/other',
    true,
  ],
  [
    'a canonical after other links of the header',
    `${RFC}: links are separated by commas`,
    '/hg',
    '<http://canon.test/x,y>; rel="next"; title="a, b", <http://canon.test/other>; rel="canonical"',
    'http://canon.test/other',
    true,
  ],
  [
    'a comma in the canonical of the header',
    `${RFC}: a comma in angle brackets is part of the address`,
    '/hh',
    '<http://canon.test/a,b>; rel=canonical',
    'http://canon.test/a,b',
    true,
  ],
  [
    'a second rel of one link does not count',
    `${RFC}.3: only the first rel counts`,
    '/hi',
    '<http://canon.test/other>; rel=alternate; rel=canonical',
    null,
    false,
  ],
  ['rev is no rel', `${RFC}.3`, '/hj', '<http://canon.test/other>; rev=canonical', null, false],
  [
    'a canonical of something else',
    `${RFC}.2: anchor says what the link is about`,
    '/hk',
    '<http://canon.test/other>; rel=canonical; anchor="http://other.test/"',
    null,
    false,
  ],
  [
    'the word canonical in a title',
    RFC,
    '/hl',
    '<http://canon.test/other>; rel=next; title="rel=canonical"',
    null,
    false,
  ],
]

/** rel=canonical, from head and header. */
export const CANONICAL_CASES: readonly PageCase[] = [
  ...IN_PAGES.map(([name, source, at, inHead, canonicalUrl, canonicalElsewhere]) =>
    page(
      name,
      source,
      `<!doctype html><html><head><title>x</title>${inHead}</head><body>${POST}${LINK}</body></html>`,
      factsOf(canonicalUrl, canonicalElsewhere),
      { url: `http://canon.test${at}` },
    ),
  ),
  ...IN_HEADERS.map(([name, source, at, header, canonicalUrl, canonicalElsewhere]) =>
    page(
      name,
      source,
      {
        headers: [['Link', header]],
        body: `<!doctype html><html><head><title>x</title><base href="http://x.test/"></head><body>${POST}${LINK}</body></html>`,
      },
      factsOf(canonicalUrl, canonicalElsewhere),
      { url: `http://canon.test${at}` },
    ),
  ),
  page(
    'a canonical in the body',
    IN_HEAD,
    `<!doctype html><html><head><title>x</title></head><body>${POST}<link rel=canonical href="http://canon.test/other">${LINK}</body></html>`,
    { canonicalUrl: null, canonicalElsewhere: false, indexable: true },
  ),
  page(
    'a canonical in the second of two headers',
    `${RFC}: header fields of one name are one list`,
    {
      headers: [
        ['Link', '<http://canon.test/x>; rel=next'],
        ['Link', '<http://canon.test/other>; rel=canonical'],
      ],
      body: `${POST}${LINK}`,
    },
    { canonicalUrl: 'http://canon.test/other', canonicalElsewhere: true },
  ),
  page(
    'a canonical in a text',
    HEADER,
    {
      type: 'text/plain',
      headers: [['Link', '<http://canon.test/other>; rel=canonical']],
      body: 'Long walks.',
    },
    { canonicalUrl: 'http://canon.test/other', canonicalElsewhere: true },
  ),
  page(
    'a page that is canonical elsewhere is told as such',
    'VERIFIER.md, Verdicts, rule 1',
    `<!doctype html><html><head><link rel=canonical href="http://medium.test/x"></head><body>${POST}${LINK}</body></html>`,
    { linked: true, indexable: null },
    { verdict: 'linked-elsewhere-canonical' },
  ),
]

/** A canonical elsewhere is a signal, not a rule: nobody can say whether the page is indexed. */
function factsOf(canonicalUrl: string | null | undefined, canonicalElsewhere: boolean): PageCase['facts'] {
  const found = canonicalUrl === undefined ? {} : { canonicalUrl }
  return { linked: true, ...found, canonicalElsewhere, indexable: canonicalElsewhere ? null : true }
}
