import fc from 'fast-check'

/** Pieces of pages, for pages put together at random: what matters to a judge, and what trips parsers. */

const HREFS = [
  'https://acme.test/kit',
  'https://acme.test/other?x=1#y',
  'HTTPS://WWW.ACME.TEST',
  '//acme.test/kit',
  '/kit',
  'kit',
  '#top',
  'https://acme.test.evil.test/',
  'https://bit.ly/x1',
  'https://other.test/go/acme',
  'https://m\u00fcller.test/',
  'javascript:acme.test',
  'https:acme.test',
  ' https://ac\nme.test/ ',
  '',
]
const RELS = ['', ' rel=nofollow', ' rel="sponsored noopener"', ' rel="ugc,nofollow"', ' rel="me"']
const MARKS = ['', ' hidden', ' class=off', ' style="display:none"', ' class="on off"', ' slot=x']

const pick = <T>(items: readonly T[]) => fc.constantFrom(...items)

const link = fc
  .tuple(pick(['a', 'a', 'a', 'area', 'A']), pick(HREFS), pick(RELS), pick(MARKS))
  .map(([tag, href, rel, mark]) => `<${tag} href="${href}"${rel}${mark}>`)

const words = pick([
  'Acme',
  'Acme ',
  ' Acme, and more ',
  'acme.test ',
  'Ac',
  'me ',
  'ology ',
  'Long walks in the rain. ',
  'Acme.In ',
  'caf\u00e9 ',
  'A&shy;cme ',
  '&amp; &copy &nbsp',
  '\u30bd\u30cb\u30fc',
  '\n',
  ' ',
])

const container = fc
  .tuple(
    pick(
      'p div b i span font h1 ul li blockquote article main svg math select option button details noscript template textarea title iframe form nav'.split(
        ' ',
      ),
    ),
    pick(MARKS),
  )
  .map(([tag, mark]) => `<${tag}${mark}>`)

const close = pick(
  'a p div b i span h1 ul svg math select option button noscript template textarea title iframe main article body html'.split(
    ' ',
  ),
).map((tag) => `</${tag}>`)

const special = pick([
  '<div><template shadowrootmode=open>',
  '<div><template shadowrootmode=closed><slot name=x></slot></template>',
  '<slot name=x></slot>',
  '<svg><a xlink:href="https://acme.test/s">s</a></svg>',
  '<noscript><a href="https://acme.test/n">n</a></noscript>',
  '<base href="https://other.test/">',
  '<base href="https://acme.test/b/">',
  '<meta name=robots content=nofollow>',
  '<meta name=robots content="noindex, follow">',
  '<meta name=googlebot content="unavailable_after: 2020-01-01">',
  '<meta charset=utf-8>',
  '<meta charset=windows-1251>',
  '<meta http-equiv=refresh content="0;url=https://acme.test/">',
  '<link rel=canonical href="https://blog.test/posts/one">',
  '<link rel=canonical href="/elsewhere">',
  '<script>document.write("acme.test")</script>',
  '<script src="/app.js"></script>',
  '<div id=root></div>',
  '<frameset><frame src=x>',
  '<br>',
  '<img alt="Acme">',
  '<input>',
  '<hr>',
  '<!-- Acme <a href="https://acme.test/c">c</a> -->',
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
  '<a href="https://acme.test/x" title="',
  "'",
  '">',
  '<',
  '</',
  '&#',
  '\u0000',
  '\ufeff',
  '\u001b$B',
  '<title>404 Not Found</title>',
])

/** A table with its text in its cells; links may stand anywhere in it. */
const table = fc
  .tuple(fc.array(link, { maxLength: 2 }), words, fc.array(link, { maxLength: 1 }))
  .map(
    ([thrownOut, text, inside]) =>
      `<table>${thrownOut.join('</a>')}<tr><td>${inside.join('')}${text}</td></tr></table>`,
  )

const piece = fc.oneof(
  { arbitrary: words, weight: 6 },
  { arbitrary: link, weight: 5 },
  { arbitrary: close, weight: 5 },
  { arbitrary: container, weight: 4 },
  { arbitrary: special, weight: 4 },
  { arbitrary: table, weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 8 }), weight: 1 },
)

/** Style sheets stand at the beginning, and shadow roots where their hosts begin: of later ones a part knows nothing (link-facts.ts). */
const beginning = pick([
  '',
  '<!doctype html><html><head><title>Walks</title>',
  '<!doctype html><meta charset=utf-8><style>.off{display:none}</style>',
  '<style>p{visibility:hidden} b{display:block}</style><body>',
  `<p>${'Long walks in the rain. '.repeat(20)}`,
])

const typeHeader = pick([
  null,
  'text/html',
  'text/html; charset=utf-8',
  'text/html; charset=windows-1252',
  'text/html; charset=shift_jis',
  'application/xhtml+xml',
  'text/plain; charset=utf-8',
  'text/plain',
  'application/pdf',
  'nonsense',
])
const otherHeader = pick<[string, string] | null>([
  null,
  null,
  ['x-robots-tag', 'noindex'],
  ['x-robots-tag', 'googlebot: nofollow, otherbot: noindex'],
  ['x-robots-tag', 'unavailable_after: nobody knows'],
  ['link', '<https://news.test/>; rel="canonical"'],
  ['link', '<<;;,,"'],
  ['refresh', '0'],
])

export const hostilePage = fc
  .tuple(beginning, fc.array(piece, { minLength: 2, maxLength: 24, size: 'max' }))
  .map(([start, pieces]) => start + pieces.join(''))

export const hostileHeaders = fc
  .tuple(typeHeader, otherHeader)
  .map(([type, other]): [string, string][] => [
    ...(type === null ? [] : [['content-type', type] as [string, string]]),
    ...(other === null ? [] : [other]),
  ])

export const hostileBytes = fc.oneof(
  { arbitrary: hostilePage.map((page) => new Uint8Array(Buffer.from(page))), weight: 6 },
  { arbitrary: hostilePage.map((page) => new Uint8Array(Buffer.from(page, 'latin1'))), weight: 2 },
  {
    arbitrary: hostilePage.map((page) => new Uint8Array(Buffer.from(`\ufeff${page}`, 'utf16le'))),
    weight: 1,
  },
  { arbitrary: fc.uint8Array({ maxLength: 200 }), weight: 1 },
)
