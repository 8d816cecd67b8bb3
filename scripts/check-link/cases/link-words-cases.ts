import { LINK, type PageCase, POST, page, post } from './page-case.ts'

const QUALIFY = "Google Search Central, 'Qualify your outbound links to Google': nofollow, sponsored, ugc"
const TOKENS = "VERIFIER.md, rel: 'all, lower case, sorted, distinct, split at white space and commas'"
const SPACE =
  "HTML standard, 4.6.2 rel; Infra standard: ASCII whitespace (VERIFIER.md says only 'white space')"
const BEST = "VERIFIER.md: 'the best link (the first followed one, else the first)'"
const CRAWLABLE = "Google Search Central, 'Link best practices': an <a> element with an href"
const WORDS = "VERIFIER.md, anchorText: 'text with white space collapsed (an image's alt counts)'"
const AROUND = "VERIFIER.md, context: 'at most 300 characters around it'"
const EXACT =
  "VERIFIER.md, exactUrl: 'the best link equals targetUrl, fragments aside'; URL standard, 4.6 URL equivalence"
const COUNT = "VERIFIER.md, linkCount: 'how many such links'"

function ours(rel: string, words = 'kit', path = 'kit'): string {
  return `<a href="http://acme.test/${path}" rel="${rel}">${words}</a>`
}

/** rel as it is written, its tokens, and whether such a link is followed. */
const RELS: readonly (readonly [
  name: string,
  source: string,
  rel: string,
  tokens: string[],
  followed: boolean,
])[] = [
  ['rel of nothing', TOKENS, '', [], true],
  ['rel nofollow', QUALIFY, 'nofollow', ['nofollow'], false],
  ['rel sponsored', QUALIFY, 'sponsored', ['sponsored'], false],
  ['rel ugc', QUALIFY, 'ugc', ['ugc'], false],
  [
    'rel noopener and noreferrer',
    `${QUALIFY}; others do not qualify`,
    'noopener noreferrer',
    ['noopener', 'noreferrer'],
    true,
  ],
  ['rel in capitals', TOKENS, 'NOFOLLOW', ['nofollow'], false],
  [
    'rel with commas',
    `${QUALIFY}: several values as a space- or comma-separated list`,
    'ugc,nofollow',
    ['nofollow', 'ugc'],
    false,
  ],
  ['rel with commas and spaces', TOKENS, ' sponsored , noopener ,', ['noopener', 'sponsored'], false],
  ['rel with one token twice', TOKENS, 'nofollow NoFollow nofollow', ['nofollow'], false],
  ['rel over several lines', SPACE, 'noopener\n\tnofollow\f\rugc', ['nofollow', 'noopener', 'ugc'], false],
  [
    'rel with a no-break space is one token',
    SPACE,
    'nofollow\u00a0noopener',
    ['nofollow\u00a0noopener'],
    true,
  ],
  ['rel with a semicolon is one token', TOKENS, 'nofollow;noopener', ['nofollow;noopener'], true],
  ['rel that only begins like nofollow', TOKENS, 'nofollows', ['nofollows'], true],
  ['rel follow and dofollow mean nothing', QUALIFY, 'follow dofollow', ['dofollow', 'follow'], true],
  ['rel external and me', QUALIFY, 'me external', ['external', 'me'], true],
  [
    'rel with a reference',
    'HTML standard, 13.2.5.72: character references in attributes',
    'no&#102;ollow',
    ['nofollow'],
    false,
  ],
]

const BESTS: readonly (readonly [
  name: string,
  source: string,
  html: string,
  facts: PageCase['facts'],
  more?: Pick<PageCase, 'ask'>,
])[] = [
  [
    'a followed link after one that is not',
    BEST,
    `${ours('nofollow', 'first')} ${ours('', 'second', 'two')}`,
    { followed: true, linkCount: 2, anchorText: 'second', rel: [], resolvedUrl: 'http://acme.test/two' },
  ],
  [
    'two followed links',
    BEST,
    `${ours('', 'first')} ${ours('', 'second')}`,
    { followed: true, linkCount: 2, anchorText: 'first' },
  ],
  [
    'no followed link among two',
    BEST,
    `${ours('ugc', 'first')} ${ours('nofollow', 'second')}`,
    { followed: false, linkCount: 2, anchorText: 'first', rel: ['ugc'] },
  ],
  [
    'a followed a after an area',
    `${BEST}; ${CRAWLABLE}`,
    `<map><area href="http://acme.test/" alt="map"></map>${LINK}`,
    { followed: true, element: 'a', crawlable: true, linkCount: 2 },
  ],
  [
    'an area alone',
    CRAWLABLE,
    '<map><area href="http://acme.test/" alt="map"></map>',
    { followed: false, element: 'area', crawlable: false, linkCount: 1 },
  ],
  [
    'nofollow on the same address before',
    COUNT,
    `${ours('nofollow', 'first')} ${ours('', 'second')}`,
    { followed: true, linkCount: 2, anchorText: 'second' },
  ],
  ['300 links', COUNT, LINK.repeat(300), { followed: true, linkCount: 300 }],
  [
    '299 nofollow links and then a followed one',
    BEST,
    `${ours('nofollow').repeat(299)}${ours('', 'last')}`,
    { followed: true, linkCount: 300, anchorText: 'last' },
  ],
  [
    'two rel attributes: the first counts',
    'HTML standard, 13.2.5.33: a second attribute of one name is dropped',
    '<a href="http://acme.test/kit" rel="nofollow" rel="noopener">kit</a>',
    { followed: false, rel: ['nofollow'] },
  ],
  [
    'two targets asked about',
    "VERIFIER.md, input: 'targets'",
    '<a href="http://b.test/">b</a>',
    { linked: true, resolvedUrl: 'http://b.test/' },
    { ask: { targets: [{ domain: 'acme.test' }, { domain: 'b.test' }] } },
  ],
  [
    'text in elements of a link',
    WORDS,
    '<a href="http://acme.test/kit">The <b>best</b>\n <i>ki</i>t</a>',
    { anchorText: 'The best kit' },
  ],
  [
    'an image in a link',
    WORDS,
    '<a href="http://acme.test/kit"><img src=x alt="A   kit"></a>',
    { anchorText: 'A kit' },
  ],
  [
    'words and an image in a link',
    WORDS,
    '<a href="http://acme.test/kit">Buy <img src=x alt="the kit"> now</a>',
    { anchorText: 'Buy the kit now' },
  ],
  [
    'an image without alt in a link',
    WORDS,
    '<a href="http://acme.test/kit"><img src=x></a>',
    { anchorText: '' },
  ],
  [
    'blocks in a link',
    WORDS,
    '<a href="http://acme.test/kit"><h2>The</h2><p>kit</p></a>',
    { anchorText: 'The kit' },
  ],
  [
    'a line break in a link',
    WORDS,
    '<a href="http://acme.test/kit">The<br>kit</a>',
    { anchorText: 'The kit' },
  ],
  [
    'a place to break a word in a link',
    'HTML standard, 4.5.28 wbr: no space',
    '<a href="http://acme.test/kit">super<wbr>kit</a>',
    { anchorText: 'superkit' },
  ],
  [
    'a script in a link',
    WORDS,
    '<a href="http://acme.test/kit">kit<script type=x>no</script></a>',
    { anchorText: 'kit' },
  ],
  [
    'references in the words of a link',
    'HTML standard, 13.2.5.72 character references',
    '<a href="http://acme.test/kit">Kit &amp; caboodle &#x1F45F;</a>',
    { anchorText: 'Kit & caboodle 👟' },
  ],
  [
    'a name for a reader of screens only',
    WORDS,
    '<a href="http://acme.test/kit" aria-label="Other" title="Other">kit</a>',
    { anchorText: 'kit' },
  ],
  [
    'words around a link',
    AROUND,
    '<p>On day three we used the <a href="http://acme.test/kit">kit</a> by Acme, in rain.</p>',
    { context: /day three we used the kit by Acme, in rain\./ },
  ],
  [
    'far too many words around a link',
    AROUND,
    `<p>${'before it '.repeat(200)}<a href="http://acme.test/kit">the kit</a>${' behind it'.repeat(200)}</p>`,
    { context: /^(?=.{50,300}$).*before it the kit behind it.*$/ },
  ],
  [
    'a short block around a link',
    AROUND,
    '<p>We had one.</p><p>Then the <a href="http://acme.test/kit">kit</a> came.</p><p>Later more.</p>',
    { context: /Then the kit came\./ },
  ],
]

/** Whether a link is the very page hoped for. */
const EXACTS: readonly (readonly [name: string, href: string, targetUrl: string, exactUrl: boolean])[] = [
  ['the page hoped for', 'http://acme.test/kit', 'http://acme.test/kit', true],
  ['the page hoped for, at a part of it', 'http://acme.test/kit#how', 'http://acme.test/kit', true],
  [
    'the page hoped for, asked about at a part of it',
    'http://acme.test/kit',
    'http://acme.test/kit#how',
    true,
  ],
  ['the page hoped for, written otherwise', 'HTTP://ACME.test:80/a/../kit', 'http://acme.test/kit', true],
  ['the page hoped for, dots percent-encoded', 'http://acme.test/a/%2e%2E/kit', 'http://acme.test/kit', true],
  ['the site hoped for without its slash', 'http://acme.test', 'http://acme.test/', true],
  ['another page', 'http://acme.test/', 'http://acme.test/kit', false],
  ['another case of the path', 'http://acme.test/Kit', 'http://acme.test/kit', false],
  ['another query', 'http://acme.test/kit?b=1', 'http://acme.test/kit?a=1', false],
  ['another port', 'http://acme.test:8080/kit', 'http://acme.test/kit', false],
]

/** rel, the best of several links, its words and the words around it. */
export const LINK_WORDS_CASES: readonly PageCase[] = [
  ...RELS.map(([name, source, rel, tokens, followed]) =>
    post(
      name,
      source,
      `<p>Our ${ours(rel)}.</p>`,
      { linked: true, rel: tokens, followed, crawlable: true },
      {},
    ),
  ),
  ...BESTS.map(([name, source, html, facts, more]) =>
    post(name, source, `<div>${html}</div>`, { linked: true, ...facts }, more),
  ),
  ...EXACTS.map(([name, href, targetUrl, exactUrl]) =>
    post(
      `exact: ${name}`,
      EXACT,
      `<p><a href="${href}">kit</a></p>`,
      { linked: true, exactUrl },
      { ask: { targetUrl } },
    ),
  ),
  page(
    'a nofollow link is told as qualified',
    'VERIFIER.md, Verdicts, rule 1',
    `<!doctype html><title>x</title>${POST}${ours('nofollow')}`,
    { linked: true, followed: false, indexable: true, noindex: false, pageNofollow: false },
    { verdict: 'linked-qualified' },
  ),
  page(
    'an area alone is told as not crawlable',
    'VERIFIER.md, Verdicts, rule 1',
    `<!doctype html><title>x</title>${POST}<map><area href="http://acme.test/" alt="map"></map>`,
    { linked: true, crawlable: false },
    { verdict: 'linked-not-crawlable' },
  ),
  page(
    'an ordinary link is told as linked',
    'VERIFIER.md, Verdicts, rule 1',
    `<!doctype html><title>x</title>${POST}${LINK}`,
    {
      linked: true,
      followed: true,
      indexable: true,
      reachable: true,
      httpStatus: 200,
      failure: null,
      truncated: false,
    },
    { verdict: 'linked' },
  ),
]
