import { head, LINK, type PageCase, POST, page } from './page-case.ts'

const META = "Google Search Central, 'Robots meta tag specifications': "
const RULES = `${META}valid rules`
const CASE = `${META}name and content are not case-sensitive`
const AGENTS = `${META}a robots meta is for all crawlers, a googlebot meta for Googlebot`
const STRICTEST = `${META}where rules conflict the more restrictive one applies`
const SUM = `${META}Google uses the sum of the negative rules`
const HEADER = `${META}X-Robots-Tag, which may name a user agent before the rules`
const AFTER = `${META}unavailable_after takes RFC 822, RFC 850 and ISO 8601; without a valid date it has no effect`
const NAME = 'HTML standard, 4.2.5 meta: its name attribute names it'

const NOTHING = { noindex: false, pageNofollow: false, followed: true, indexable: true }
const NOINDEX = { noindex: true, pageNofollow: false, followed: true, indexable: false }
const NOFOLLOW = { noindex: false, pageNofollow: true, followed: false, indexable: true }
const NONE = { noindex: true, pageNofollow: true, followed: false, indexable: false }
const NOT_INDEXED = { noindex: true, indexable: false }

const robots = (content: string) => `<meta name="robots" content="${content}">`
const googlebot = (content: string) => `<meta name="googlebot" content="${content}">`

const METAS: readonly (readonly [name: string, source: string, html: string, facts: PageCase['facts']])[] = [
  ['meta robots noindex', RULES, robots('noindex'), NOINDEX],
  ['meta robots nofollow', RULES, robots('nofollow'), NOFOLLOW],
  ['meta robots none', RULES, robots('none'), NONE],
  ['meta robots noindex, nofollow', RULES, robots('noindex, nofollow'), NONE],
  ['meta robots noindex,nofollow without a space', RULES, robots('noindex,nofollow'), NONE],
  ['meta robots all', RULES, robots('all'), NOTHING],
  ['meta robots index, follow', RULES, robots('index, follow'), NOTHING],
  ['meta robots in capitals', CASE, '<META NAME="ROBOTS" CONTENT="NOINDEX">', NOINDEX],
  ['meta robots with spaces and a comma too many', RULES, robots(' , nofollow , '), NOFOLLOW],
  [
    'meta robots of other rules',
    RULES,
    robots(
      'noarchive, nosnippet, noimageindex, notranslate, max-snippet:20, max-image-preview:large, max-video-preview:-1',
    ),
    NOTHING,
  ],
  ['meta robots noindex after max-snippet', RULES, robots('max-snippet:0, noindex'), NOINDEX],
  ['meta robots noindex and follow', RULES, robots('noindex, follow'), NOINDEX],
  ['meta robots noindexed', RULES, robots('noindexed, nofollowed'), NOTHING],
  ['meta robots no-index', RULES, robots('no-index, no-follow'), NOTHING],
  ['meta robots of nothing', RULES, `${robots('')}<meta name=robots>`, NOTHING],
  ['meta googlebot noindex', AGENTS, googlebot('noindex'), NOINDEX],
  ['meta googlebot nofollow', AGENTS, googlebot('nofollow'), NOFOLLOW],
  ['meta googlebot none in capitals', CASE, '<meta name="GoogleBot" content="None">', NONE],
  [
    'meta googlebot-news noindex',
    `${META}googlebot-news is for Google News only`,
    '<meta name="googlebot-news" content="noindex">',
    NOTHING,
  ],
  [
    'meta of other crawlers',
    AGENTS,
    '<meta name="bingbot" content="noindex"><meta name="otherbot" content="none">',
    NOTHING,
  ],
  ['meta robots all, googlebot noindex', STRICTEST, robots('all') + googlebot('noindex'), NOINDEX],
  ['meta robots noindex, googlebot index', STRICTEST, robots('noindex') + googlebot('index'), NOINDEX],
  ['meta robots nofollow, googlebot noindex', SUM, robots('nofollow') + googlebot('noindex'), NONE],
  ['two robots metas', SUM, robots('nofollow') + robots('noindex'), NONE],
  ['two robots metas that differ', STRICTEST, robots('noindex') + robots('index, follow'), NOINDEX],
  ['meta property robots', NAME, '<meta property="robots" content="noindex">', NOTHING],
  ['meta http-equiv robots', NAME, '<meta http-equiv="robots" content="noindex">', NOTHING],
  ['meta robots with value for content', NAME, '<meta name="robots" value="noindex">', NOTHING],
  [
    'meta robots with two contents',
    'HTML standard, 13.2.5.33: a second attribute of one name is dropped',
    '<meta name="robots" content="all" content="noindex">',
    NOTHING,
  ],
  ['meta robots in a comment', 'HTML standard, 13.2.5.43 comments', `<!-- ${robots('noindex')} -->`, NOTHING],
  [
    'meta robots in a template',
    'HTML standard, 4.12.3 template',
    `<template>${robots('noindex')}</template>`,
    NOTHING,
  ],
  [
    'meta robots in a script',
    'HTML standard, 13.2.5.4 script data',
    `<script type="text/x">${robots('noindex')}</script>`,
    NOTHING,
  ],
  [
    'meta robots in a style',
    'HTML standard, 13.2.5.3 RAWTEXT',
    `<style>${robots('noindex')}</style>`,
    NOTHING,
  ],
  [
    'meta robots with a reference',
    'HTML standard, 13.2.5.72 character references',
    '<meta name="robots" content="no&#105;ndex">',
    NOINDEX,
  ],
  ['meta robots over two lines', RULES, '<meta\n  content="noindex,\n  nofollow"\n  name="robots"\n/>', NONE],
  [
    'unavailable_after in the past, ISO 8601',
    AFTER,
    robots('unavailable_after: 2010-06-25T15:00:00Z'),
    NOT_INDEXED,
  ],
  ['unavailable_after in the past, a day only', AFTER, robots('unavailable_after: 2010-06-25'), NOT_INDEXED],
  [
    'unavailable_after in the past, RFC 822',
    AFTER,
    robots('unavailable_after: Fri, 25 Jun 2010 15:00:00 GMT'),
    NOT_INDEXED,
  ],
  [
    'unavailable_after in the past, RFC 850',
    AFTER,
    robots('unavailable_after: Friday, 25-Jun-10 15:00:00 GMT'),
    NOT_INDEXED,
  ],
  [
    'unavailable_after in the past, no weekday, RFC 822 zone',
    AFTER,
    robots('unavailable_after: 25 Jun 2010 15:00:00 PST'),
    NOT_INDEXED,
  ],
  [
    'unavailable_after in the past, with dashes',
    AFTER,
    robots('unavailable_after: 25-Jun-2010 15:00:00 EST'),
    NOT_INDEXED,
  ],
  [
    'unavailable_after in the past, an offset',
    AFTER,
    robots('unavailable_after: 25 Jun 2010 15:00:00 +0200'),
    NOT_INDEXED,
  ],
  [
    'unavailable_after in the past, in capitals',
    `${AFTER}; ${CASE}`,
    robots('UNAVAILABLE_AFTER: 25 JUN 2010 15:00:00 GMT'),
    NOT_INDEXED,
  ],
  [
    'unavailable_after long ago in a zone RFC 822 lacks',
    `${AFTER}; whatever CEST means to it, 2010 is past`,
    robots('unavailable_after: 25 Jun 2010 15:00:00 CEST'),
    { noindex: { not: false }, indexable: { not: true } },
  ],
  ['unavailable_after in the future', AFTER, robots('unavailable_after: 25 Jun 2199 15:00:00 GMT'), NOTHING],
  ['unavailable_after of no date', AFTER, robots('unavailable_after: someday'), NOTHING],
  [
    'unavailable_after with a comma in it, and then nofollow',
    AFTER,
    robots('unavailable_after: Fri, 25 Jun 2199 15:00:00 GMT, nofollow'),
    NOFOLLOW,
  ],
  [
    'nofollow before a past unavailable_after',
    AFTER,
    robots('nofollow, unavailable_after: 2010-06-25'),
    NONE,
  ],
]

const HEADERS: readonly (readonly [
  name: string,
  source: string,
  values: string[],
  facts: PageCase['facts'],
])[] = [
  ['X-Robots-Tag noindex', HEADER, ['noindex'], NOINDEX],
  ['X-Robots-Tag none', HEADER, ['none'], NONE],
  ['X-Robots-Tag in capitals', HEADER, ['NoIndex'], NOINDEX],
  ['X-Robots-Tag noindex, nofollow', HEADER, ['noindex, nofollow'], NONE],
  ['X-Robots-Tag twice', HEADER, ['noindex', 'nofollow'], NONE],
  ['X-Robots-Tag for Googlebot', HEADER, ['googlebot: noindex'], NOINDEX],
  ['X-Robots-Tag for Googlebot in capitals and close', HEADER, ['GOOGLEBOT:noindex'], NOINDEX],
  ['X-Robots-Tag for Googlebot, two rules', HEADER, ['googlebot: noindex, nofollow'], NONE],
  ['X-Robots-Tag for another crawler', HEADER, ['otherbot: noindex'], NOTHING],
  ['X-Robots-Tag for another crawler, two rules', HEADER, ['otherbot: noindex, nofollow'], NOTHING],
  [
    'X-Robots-Tag for Googlebot and for another',
    HEADER,
    ['googlebot: nofollow', 'otherbot: noindex, nofollow'],
    NOFOLLOW,
  ],
  ['X-Robots-Tag for another and for all', HEADER, ['otherbot: noindex', 'nofollow'], NOFOLLOW],
  ['X-Robots-Tag for Google News', HEADER, ['googlebot-news: noindex'], NOTHING],
  ['X-Robots-Tag max-snippet is no crawler', HEADER, ['max-snippet: 20, noindex'], NOINDEX],
  ['X-Robots-Tag max-image-preview is no crawler', HEADER, ['max-image-preview:large, nofollow'], NOFOLLOW],
  [
    'X-Robots-Tag unavailable_after is no crawler',
    AFTER,
    ['unavailable_after: 25 Jun 2010 15:00:00 PST'],
    NOT_INDEXED,
  ],
  [
    'X-Robots-Tag unavailable_after with a comma',
    AFTER,
    ['unavailable_after: Fri, 25 Jun 2010 15:00:00 GMT'],
    NOT_INDEXED,
  ],
  [
    'X-Robots-Tag unavailable_after for Googlebot',
    AFTER,
    ['googlebot: unavailable_after: 25 Jun 2010 15:00:00 GMT'],
    NOT_INDEXED,
  ],
  [
    'X-Robots-Tag unavailable_after for another',
    AFTER,
    ['otherbot: unavailable_after: 25 Jun 2010 15:00:00 GMT'],
    NOTHING,
  ],
  [
    'X-Robots-Tag unavailable_after in the future',
    AFTER,
    ['unavailable_after: 25 Jun 2199 15:00:00 GMT'],
    NOTHING,
  ],
  ['X-Robots-Tag all, and then noindex', STRICTEST, ['all', 'noindex'], NOINDEX],
  ['X-Robots-Tag of nothing', HEADER, [''], NOTHING],
]

/** What a page and its headers tell Googlebot. */
export const ROBOTS_RULES_CASES: readonly PageCase[] = [
  ...METAS.map(([name, source, html, facts]) => head(name, source, html, { linked: true, ...facts })),
  ...HEADERS.map(([name, source, values, facts]) =>
    page(
      name,
      source,
      {
        headers: values.map((value) => ['X-Robots-Tag', value]),
        body: `<!doctype html><title>x</title>${POST}${LINK}`,
      },
      { linked: true, ...facts },
    ),
  ),
  page(
    'X-Robots-Tag and a meta add up',
    SUM,
    {
      headers: [['X-Robots-Tag', 'noindex']],
      body: `<!doctype html><title>x</title>${robots('nofollow')}${POST}${LINK}`,
    },
    { linked: true, ...NONE },
  ),
  page(
    'X-Robots-Tag of a redirect is not that of the page',
    `${HEADER}; it is of the response it came with`,
    {
      status: 301,
      headers: [
        ['Location', '/after-noindex'],
        ['X-Robots-Tag', 'none'],
      ],
    },
    { linked: true, ...NOTHING },
    { also: { 'http://blog.test/after-noindex': `<!doctype html><title>x</title>${POST}${LINK}` } },
  ),
  head(
    'a page that says noindex is told as such',
    'VERIFIER.md, Verdicts, rule 1',
    robots('noindex'),
    { linked: true },
    { verdict: 'linked-not-indexable' },
  ),
  head(
    'a page that says nofollow is told as qualified',
    'VERIFIER.md, Verdicts, rule 1',
    robots('nofollow'),
    { linked: true },
    { verdict: 'linked-qualified' },
  ),
]
