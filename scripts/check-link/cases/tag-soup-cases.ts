import { LINK, type PageCase, POST, page, post } from './page-case.ts'

const COMMENT = 'HTML standard, 13.2.5.43 to 13.2.5.51: comments'
const BOGUS = 'HTML standard, 13.2.5.41 bogus comment state: to the next >'
const CDATA = 'HTML standard, 13.2.5.42 markup declaration open state: CDATA'
const SCRIPT = 'HTML standard, 13.2.5.15 to 13.2.5.31: script data, escaped and double escaped'
const RAWTEXT = 'HTML standard, 13.2.5.12 to 13.2.5.14: the end tag that ends raw text'
const TAGS = 'HTML standard, 13.2.5.6 to 13.2.5.8: tag open and tag name states'
const ATTRIBUTES = 'HTML standard, 13.2.5.32 to 13.2.5.40: attribute states'
const AGENCY = 'HTML standard, 13.2.6.4.7: the adoption agency algorithm'
const RECONSTRUCT = 'HTML standard, 13.2.4.3: reconstruct the active formatting elements'
const FOSTER = 'HTML standard, 13.2.6.1: foster parenting'
const REFERENCES = 'HTML standard, 13.2.5.72 to 13.2.5.80: character references in attributes'
const URL_ENDS = 'HTML standard, 13.2.5; URL standard, 4.4'

const YES = { linked: true, linkCount: 1, anchorText: 'kit' }
const NO = { linked: false, linkCount: 0 }
const HREF = 'href="http://acme.test/kit"'

const SOUP: readonly (readonly [name: string, source: string, html: string, facts: PageCase['facts']])[] = [
  ['a comment', COMMENT, `<!-- ${LINK} -->`, NO],
  ['a comment that ends with a bang', COMMENT, `<!-- x --!>${LINK}<!-- -->`, YES],
  ['a comment that ends as it begins', COMMENT, `<!-->${LINK}<!-- -->`, YES],
  ['a comment that ends with one dash more', COMMENT, `<!--->${LINK}<!-- -->`, YES],
  ['a comment in a comment', COMMENT, `<!-- <!-- -->${LINK}<!-- -->`, YES],
  ['a comment that is never closed', COMMENT, `<!-- ${LINK}`, NO],
  ['two dashes and a space do not end a comment', COMMENT, `<!-- -- >${LINK} -->`, NO],
  ['a comment of an old browser', COMMENT, `<!--[if IE]>${LINK}<![endif]-->`, NO],
  ['a comment of an old browser that others see through', BOGUS, `<![if !IE]>${LINK}<![endif]>`, YES],
  ['an exclamation mark before a word', BOGUS, `<!see ${LINK}`, NO],
  ['a processing instruction before a link', BOGUS, `<?php echo 1 ?>${LINK}`, YES],
  ['a processing instruction around a link', BOGUS, `<?php echo '${LINK}' ?>`, NO],
  ['an end tag that begins with a space', BOGUS, `</ a>${LINK}`, YES],
  ['CDATA in HTML', CDATA, `<![CDATA[${LINK}]]>`, NO],
  ['CDATA in an SVG', CDATA, `<svg><text><![CDATA[${LINK}]]></text></svg>`, NO],
  [
    'a link after CDATA in an SVG',
    CDATA,
    `<svg><![CDATA[</svg>]]><a ${HREF}><text>kit</text></a></svg>`,
    { ...YES, element: 'svg-a' },
  ],
  [
    'CDATA in a foreignObject, which is an element of SVG',
    CDATA,
    `<svg><foreignObject><![CDATA[>${LINK}]]></foreignObject></svg>`,
    NO,
  ],
  [
    'CDATA in the text of a formula, which is an element of MathML',
    CDATA,
    `<math><mtext><![CDATA[>${LINK}]]></mtext></math>`,
    NO,
  ],
  [
    'a link after CDATA in a foreignObject',
    CDATA,
    `<svg><foreignObject><![CDATA[</svg>]]>${LINK}</foreignObject></svg>`,
    { ...YES, element: 'a' },
  ],
  [
    'CDATA in a paragraph in a foreignObject',
    CDATA,
    `<svg><foreignObject><p><![CDATA[>${LINK}]]></p></foreignObject></svg>`,
    YES,
  ],
  [
    'a script that opens a script in a comment',
    SCRIPT,
    `<script type=x><!-- <script> </script> ${LINK} --></script>`,
    NO,
  ],
  ['a script that only opens a comment', SCRIPT, `<script type=x><!-- </script>${LINK}<!-- -->`, YES],
  [
    'a script closed twice after it opened one',
    SCRIPT,
    `<script type=x><!-- <script> </script> --></script>${LINK}`,
    YES,
  ],
  ['a script without an end', SCRIPT, `<script type=x>${LINK}`, NO],
  ['a script that closes itself does not', SCRIPT, `<script type=x />${LINK}`, NO],
  ['a script closed in capitals with a space', SCRIPT, `<script type=x>1</ScRiPt >${LINK}`, YES],
  ['a script closed with an attribute', SCRIPT, `<script type=x>1</script x="y">${LINK}`, YES],
  ['a script closed with a slash', SCRIPT, `<script type=x>1</script/>${LINK}`, YES],
  ['an end tag that only begins like script', SCRIPT, `<script type=x>1</scripts>${LINK}</script>`, NO],
  ['a style that opens a comment', RAWTEXT, `<style><!-- </style>${LINK}<!-- -->`, YES],
  ['a textarea without an end', RAWTEXT, `<textarea>${LINK}`, NO],
  ['a textarea in a comment in a textarea', RAWTEXT, `<textarea><!-- </textarea>${LINK}<!-- -->`, YES],
  ['an iframe that is never closed', RAWTEXT, `<iframe src=x>${LINK}`, NO],
  ['href without quotes', ATTRIBUTES, '<a href=http://acme.test/kit>kit</a>', YES],
  [
    'href without quotes and with a slash at its end',
    ATTRIBUTES,
    '<a href=http://acme.test/kit/>kit</a>',
    { ...YES, matchedHref: 'http://acme.test/kit/' },
  ],
  ['href in single quotes', ATTRIBUTES, "<a href='http://acme.test/kit'>kit</a>", YES],
  ['tag and attribute in capitals', TAGS, '<A HREF="http://acme.test/kit">kit</A>', YES],
  ['attributes without spaces', ATTRIBUTES, `<a class="x"${HREF}>kit</a>`, YES],
  ['a slash between tag and attribute', TAGS, `<a/${HREF}>kit</a>`, YES],
  ['a slash on its own in a tag', TAGS, `<a / ${HREF}>kit</a>`, YES],
  ['spaces around the equals sign', ATTRIBUTES, '<a href\n =\t"http://acme.test/kit">kit</a>', YES],
  ['a tag over several lines', TAGS, `<a\n\n${HREF}\n>kit</a\n>`, YES],
  ['a form feed in a tag', TAGS, `<a\f${HREF}>kit</a>`, YES],
  ['a link that closes itself does not', TAGS, `<a ${HREF} />kit</a>`, YES],
  ['the first of two hrefs is ours', ATTRIBUTES, `<a ${HREF} href="http://other.test/">kit</a>`, YES],
  ['the second of two hrefs is ours', ATTRIBUTES, `<a href="http://other.test/" ${HREF}>kit</a>`, NO],
  [
    'the second of two hrefs, in capitals, is ours',
    ATTRIBUTES,
    '<a href="http://other.test/" HREF="http://acme.test/kit">kit</a>',
    NO,
  ],
  ['a tag inside a tag', ATTRIBUTES, `<a <b ${HREF}>kit</a>`, YES],
  ['an equals sign before the name', ATTRIBUTES, `<a =${HREF}>kit</a>`, NO],
  ['an empty href takes the next attribute', ATTRIBUTES, '<a href= title=http://acme.test/>kit</a>', NO],
  ['a > in a quoted attribute', ATTRIBUTES, `<a title="a > b" ${HREF}>kit</a>`, YES],
  [
    'a quote that is closed far away',
    `${ATTRIBUTES}; ${URL_ENDS}`,
    '<a href="http://acme.test/kit>kit</a><p title="x">y</p>',
    { linked: true, linkCount: 1, resolvedUrl: /^http:\/\/acme\.test\/kit%3Ekit/ },
  ],
  [
    'a quote that is never closed',
    'HTML standard, 13.2.5.37: end of file in a tag drops the tag',
    '<a href="http://acme.test/kit>kit</a>',
    NO,
  ],
  [
    'a tag that is never closed',
    'HTML standard, 13.2.5.32: end of file in a tag drops the tag',
    `<a ${HREF}`,
    NO,
  ],
  [
    'a link that is never closed',
    'HTML standard, 13.2.6.4.7: end of file closes it',
    `<p><a ${HREF}>kit`,
    YES,
  ],
  ['a space after the angle bracket', TAGS, `< a ${HREF}>kit</a>`, NO],
  [
    'attributes of an end tag',
    'HTML standard, 13.2.5: attributes of end tags are dropped',
    `</a ${HREF}>kit`,
    NO,
  ],
  ['a NUL in the tag name', TAGS, `<a\0 ${HREF}>kit</a>`, NO],
  ['a NUL before href', ATTRIBUTES, `<a \0${HREF}>kit</a>`, NO],
  [
    'a NUL in the host',
    `${ATTRIBUTES}; URL standard, 3.5: U+FFFD is no host`,
    '<a href="http://ac\0me.test/kit">kit</a>',
    NO,
  ],
  [
    'a NUL in the words',
    'HTML standard, 13.2.6.4.7: a NUL in the body is dropped',
    `<a ${HREF}>k\0it</a>`,
    YES,
  ],
  ['a link in a link', AGENCY, `<a href="http://other.test/">x<a ${HREF}>kit</a></a>`, YES],
  [
    'a link in a block in a link',
    AGENCY,
    `<a ${HREF}>kit<div><a href="http://other.test/">x</a></div></a>`,
    { linked: true, linkCount: 2 },
  ],
  ['a link over two paragraphs', RECONSTRUCT, `<p><a ${HREF}>kit<p>more</a>`, { linked: true, linkCount: 2 }],
  [
    'a link that closes after its block',
    AGENCY,
    `<a ${HREF}><p>kit</a>y</p>`,
    { linked: true, linkCount: 2 },
  ],
  ['a link crossed with bold', AGENCY, `<a ${HREF}><b>kit</a> y</b>`, YES],
  [
    'bold crossed with a link',
    AGENCY,
    `<b>x<a ${HREF}>kit</b></a>`,
    { linked: true, linkCount: 1, anchorText: 'kit' },
  ],
  ['a link between table and row', FOSTER, `<table>${LINK}<tr><td>x</td></tr></table>`, YES],
  ['a link between row and cell', FOSTER, `<table><tr>${LINK}<td>x</td></tr></table>`, YES],
  [
    'a link in a table that is left open',
    `${FOSTER}; ${RECONSTRUCT}`,
    `<table><a ${HREF}>kit<tr><td>x</td></tr></table>y`,
    { linked: true },
  ],
  [
    'a link in a caption, a column and a cell',
    FOSTER,
    `<table><caption>${LINK}</caption><colgroup>${LINK}</colgroup><tr><td>${LINK}</table>`,
    { linked: true, linkCount: 3 },
  ],
  [
    'table parts without a table',
    'HTML standard, 13.2.6.4.7: stray table tags are ignored',
    `<tr><td>${LINK}</td></tr>`,
    YES,
  ],
  [
    'numbers for every letter',
    REFERENCES,
    '<a href="&#104;&#116;&#116;&#112;&#58;&#47;&#47;&#97;&#99;&#109;&#101;&#46;&#116;&#101;&#115;&#116;">kit</a>',
    { ...YES, matchedHref: 'http://acme.test' },
  ],
  [
    'numbers without semicolons',
    REFERENCES,
    '<a href="&#x68&#x74&#x74&#x70://acme.test/">kit</a>',
    { ...YES, matchedHref: 'http://acme.test/' },
  ],
  [
    'names for signs',
    REFERENCES,
    '<a href="http&colon;&sol;&sol;acme&period;test&sol;kit">kit</a>',
    { ...YES, matchedHref: 'http://acme.test/kit' },
  ],
  [
    'a reference to a tab in the scheme',
    `${REFERENCES}; ${URL_ENDS}: tabs go`,
    '<a href="ht&Tab;tp://ac&NewLine;me.test/">kit</a>',
    YES,
  ],
  [
    'an ampersand before copy and an equals sign',
    REFERENCES,
    '<a href="http://acme.test/?a=1&copy=2">kit</a>',
    { ...YES, matchedHref: 'http://acme.test/?a=1&copy=2' },
  ],
  [
    'an ampersand before copy at the end',
    REFERENCES,
    '<a href="http://acme.test/?a=1&copy">kit</a>',
    { ...YES, matchedHref: 'http://acme.test/?a=1©' },
  ],
  [
    'an ampersand written twice over',
    REFERENCES,
    '<a href="http://acme.test/?a=1&amp;amp;b=2">kit</a>',
    { ...YES, matchedHref: 'http://acme.test/?a=1&amp;b=2' },
  ],
  [
    'a reference to NUL and to a windows-1252 quote',
    'HTML standard, 13.2.5.80 numeric character reference end state',
    '<a href="http://acme.test/&#0;&#x93;">kit</a>',
    { ...YES, matchedHref: 'http://acme.test/\ufffd“' },
  ],
  [
    'an end of paragraph that was never begun',
    'HTML standard, 13.2.6.4.7: </p> makes an empty p',
    `</p>${LINK}`,
    YES,
  ],
  [
    'an image by its old name',
    'HTML standard, 13.2.6.4.7: image is img',
    `<a ${HREF}><image alt="kit"></a>`,
    YES,
  ],
  [
    'a line end of Windows and of old Macs in href',
    'HTML standard, 13.2.3.5 newlines; URL standard: newlines go',
    '<a href="http://acme\r\n.test/\rkit">kit</a>',
    { ...YES, resolvedUrl: 'http://acme.test/kit' },
  ],
  [
    'a second body with a link in its attributes',
    'HTML standard, 13.2.6.4.7: body, its attributes are added',
    `<body ${HREF}>${LINK}`,
    YES,
  ],
  [
    'a link in a select',
    'HTML standard, 13.2.6.4.7 since whatwg/html#10548 (debatable: before that, links in a select were dropped)',
    `<select><option>x</option>${LINK}</select>`,
    { linked: { not: false } },
  ],
  [
    'a link after a select',
    'HTML standard, 13.2.6.4.7: select ends with its end tag',
    `<select><option>x</select>${LINK}`,
    YES,
  ],
  ['5,000 elements deep', 'HTML standard: depth is no limit', `${'<div>'.repeat(5000)}${LINK}`, YES],
]

const COSTS = "VERIFIER.md: a page made to blow up the parser costs one look; 'False is a claim'"
const COSTLY: readonly (readonly [name: string, html: () => string])[] = [
  [
    'formatting that multiplies at every paragraph',
    () => `${Array.from({ length: 3000 }, (_, at) => `<b id=${at}>`).join('')}${'<p>x'.repeat(3000)}`,
  ],
  [
    'rules of style for as many elements',
    () =>
      `<style>${Array.from({ length: 20_000 }, (_, at) => `.c${at} p{color:red}`).join('')}</style>${'<i class=c>x</i>'.repeat(20_000)}`,
  ],
  ['the mark of a wall far too often', () => '<p id=cf-error-details>x'.repeat(20_000)],
  ['100,000 links elsewhere', () => '<a href="http://other.test/go/">x</a>'.repeat(100_000)],
  ['an attribute of a megabyte', () => `<p data-x="${'http%3A%2F%2F'.repeat(100_000)}">x</p>`],
  ['a heading of a megabyte', () => `<h1>${'page not found '.repeat(70_000)}</h1>`],
  ['a name without an end', () => `<p>${'Acme.'.repeat(200_000)}</p>`],
  ['tables in tables without an end', () => '<table><tr><td>'.repeat(30_000)],
]

/** Markup as people and programs really write it, and as attackers do. */
export const TAG_SOUP_CASES: readonly PageCase[] = [
  ...SOUP.map(([name, source, html, facts]) => post(name, source, html, facts)),
  page(
    'no doctype, no html, no body',
    'HTML standard, 13.2.6.4: the parser makes what is missing',
    `${POST}${LINK}`,
    YES,
  ),
  page(
    'a table in a paragraph in quirks mode',
    'HTML standard, 13.2.6.4.7: in quirks mode a table does not close the p',
    `<p>${POST}<a ${HREF}>kit<table><tr><td>x</td></tr></table></a>`,
    { linked: true },
  ),
  ...COSTLY.map(([name, html]) =>
    page(
      name,
      COSTS,
      `<!doctype html>${html()}${LINK}`,
      { linked: { not: false }, lost: { not: true } },
      { ask: { previously: 'linked', followHops: false } },
    ),
  ),
]
