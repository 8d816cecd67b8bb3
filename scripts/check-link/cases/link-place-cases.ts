import { LINK, type PageCase, POST, page, post } from './page-case.ts'

const COUNTS = "VERIFIER.md, linked: 'the delivered HTML has a hyperlink (a, area, SVG a with href)'"
const RAWTEXT = 'HTML standard, 13.2.5.3 RAWTEXT and 13.2.6.4.7 in body'
const RCDATA = 'HTML standard, 13.2.5.2 RCDATA state: tags in it are text'
const TEMPLATE = 'HTML standard, 4.12.3 template: its contents are not in the document'
const SHADOW =
  'HTML standard, 13.2.6.4.4 in head: template with shadowrootmode; DOM standard: valid shadow hosts'
const FOREIGN = 'HTML standard, 13.2.6.5 parsing tokens in foreign content'
const INTEGRATION = 'HTML standard, 13.2.6 tree construction: HTML integration points'
const SVG = 'SVG 2, 16.2 links: a with href, or the older xlink:href'
const NOT_LINKS = 'HTML standard, 4.6.1 links: only a and area create hyperlinks a reader follows'

const YES = { linked: true, linkedDirectly: true, viaRedirect: false, linkCount: 1 }
const NO = { linked: false, linkedDirectly: false, followed: false, linkCount: 0 }
const HREF = 'href="http://acme.test/kit"'

/** What stands on the page after an ordinary post, and what it is. */
const LINKS: readonly (readonly [name: string, source: string, html: string, facts: PageCase['facts']])[] = [
  [
    'a plain link',
    COUNTS,
    LINK,
    { ...YES, element: 'a', crawlable: true, followed: true, anchorText: 'kit' },
  ],
  [
    'an area of an image map',
    COUNTS,
    `<img src=x usemap=#m><map name=m><area shape=rect coords=0,0,9,9 ${HREF} alt="The kit"></map>`,
    { ...YES, element: 'area', anchorText: 'The kit', crawlable: false },
  ],
  [
    'an SVG a with href',
    SVG,
    `<svg><a ${HREF}><text>kit</text></a></svg>`,
    { ...YES, element: 'svg-a', anchorText: 'kit', crawlable: false, followed: false },
  ],
  [
    'an SVG a with xlink:href',
    SVG,
    '<svg><a xlink:href="http://acme.test/kit"><text>kit</text></a></svg>',
    { ...YES, element: 'svg-a' },
  ],
  [
    'an SVG a with both: href counts',
    SVG,
    `<svg><a xlink:href="http://other.test/" ${HREF}><text>kit</text></a></svg>`,
    { ...YES, matchedHref: 'http://acme.test/kit' },
  ],
  [
    'an SVG a with both, the old one ours',
    SVG,
    '<svg><a href="http://other.test/" xlink:href="http://acme.test/kit"><text>kit</text></a></svg>',
    NO,
  ],
  [
    'an SVG a in capitals',
    FOREIGN,
    `<SVG><A ${HREF}><TEXT>kit</TEXT></A></SVG>`,
    { ...YES, element: 'svg-a' },
  ],
  [
    'xlink:href on an HTML a',
    'HTML standard, 4.6.2: the href attribute, in no namespace',
    '<a xlink:href="http://acme.test/kit">kit</a>',
    NO,
  ],
  [
    'an HTML a in foreignObject',
    INTEGRATION,
    `<svg><foreignObject>${LINK}</foreignObject></svg>`,
    { ...YES, element: 'a' },
  ],
  [
    'an HTML a in the desc of an SVG',
    `${INTEGRATION}; SVG 2, 5.8: desc is never rendered`,
    `<svg><desc>${LINK}</desc></svg>`,
    { ...YES, element: 'a', hidden: true },
  ],
  [
    'an HTML a in the title of an SVG',
    `${INTEGRATION}; SVG 2, 5.8: title is not rendered in the text`,
    `<svg><title>${LINK}</title></svg>`,
    { ...YES, hidden: true },
  ],
  ['a p breaks out of an SVG', FOREIGN, `<svg><p>${LINK}</svg>`, { ...YES, element: 'a' }],
  [
    'a font with a color breaks out of an SVG',
    FOREIGN,
    `<svg><font color=red>${LINK}</svg>`,
    { ...YES, element: 'a' },
  ],
  [
    'a font without attributes stays in the SVG',
    FOREIGN,
    `<svg><font>${LINK}</font></svg>`,
    { ...YES, element: 'svg-a' },
  ],
  [
    'the style of an SVG holds markup',
    `${FOREIGN}; SVG 2, 5.5: style is never rendered`,
    `<svg><style>${LINK}</style></svg>`,
    { ...YES, element: 'svg-a', hidden: true },
  ],
  [
    'what an SVG only defines is not drawn',
    'SVG 2, 5.4: defs are never rendered directly',
    `<svg><defs><a ${HREF}><text>kit</text></a></defs></svg>`,
    { ...YES, hidden: true },
  ],
  ['an a of MathML', 'MathML Core: no links; HTML standard, 13.2.6.5', `<math><a ${HREF}>kit</a></math>`, NO],
  [
    'an HTML a in the mtext of MathML',
    INTEGRATION.replace('HTML integration', 'MathML text integration'),
    `<math><mtext>${LINK}</mtext></math>`,
    { ...YES, element: 'a' },
  ],
  [
    'an HTML a in annotation-xml of text/html',
    INTEGRATION,
    `<math><semantics><annotation-xml encoding="text/html">${LINK}</annotation-xml></semantics></math>`,
    { ...YES, element: 'a' },
  ],
  [
    'an a in annotation-xml without encoding',
    INTEGRATION,
    `<math><semantics><annotation-xml>${LINK}</annotation-xml></semantics></math>`,
    NO,
  ],
  [
    'a link in noscript',
    "VERIFIER.md, element: 'noscript-a'",
    `<noscript>${LINK}</noscript>`,
    { ...YES, element: 'noscript-a' },
  ],
  [
    'a comment in noscript ends with it where scripts run',
    'HTML standard, 13.2.6.4.7: noscript is RAWTEXT where scripting is enabled',
    `<noscript><!--</noscript>${LINK}<!-- -->`,
    { linked: true, element: 'a' },
  ],
  [
    'a link in a shadow root',
    SHADOW,
    `<div><template shadowrootmode=open>${LINK}</template></div>`,
    { ...YES, element: 'shadow-a', hidden: false },
  ],
  [
    'a link in a closed shadow root',
    SHADOW,
    `<section><template shadowrootmode=closed>${LINK}</template></section>`,
    { ...YES, element: 'shadow-a' },
  ],
  [
    'a shadow root in capitals',
    SHADOW,
    `<DIV><TEMPLATE SHADOWROOTMODE=OPEN>${LINK}</TEMPLATE></DIV>`,
    { ...YES, element: 'shadow-a' },
  ],
  [
    'a shadow root in a custom element',
    SHADOW,
    `<my-card><template shadowrootmode=open>${LINK}</template></my-card>`,
    { ...YES, element: 'shadow-a' },
  ],
  [
    'a shadow root in a shadow root',
    SHADOW,
    `<div><template shadowrootmode=open><p><template shadowrootmode=open>${LINK}</template></p></template></div>`,
    { ...YES, element: 'shadow-a' },
  ],
  [
    'a second shadow root of one host is a template',
    SHADOW,
    `<div><template shadowrootmode=open><p>x</p></template><template shadowrootmode=open>${LINK}</template></div>`,
    NO,
  ],
  [
    'a shadow root of what cannot have one is a template',
    SHADOW,
    `<ul><template shadowrootmode=open>${LINK}</template></ul>`,
    NO,
  ],
  [
    'a shadow root of a link is a template',
    SHADOW,
    `<a><template shadowrootmode=open>${LINK}</template></a>`,
    NO,
  ],
  [
    'a shadow root of a mode nobody knows is a template',
    SHADOW,
    `<div><template shadowrootmode=ajar>${LINK}</template></div>`,
    NO,
  ],
  [
    'a shadow root inside a template',
    TEMPLATE,
    `<template><div><template shadowrootmode=open>${LINK}</template></div></template>`,
    NO,
  ],
  [
    'a link beside a shadow root without slots',
    'DOM standard, 4.2.2.2 slots: what is not slotted is not in the flat tree',
    `<div><template shadowrootmode=open><p>x</p></template>${LINK}</div>`,
    { ...YES, element: 'a', hidden: true },
  ],
  [
    'a link in the slot of a shadow root',
    'DOM standard, 4.2.2.2 slots: what is slotted is in the flat tree',
    `<div><template shadowrootmode=open><slot></slot></template>${LINK}</div>`,
    { ...YES, element: 'a', hidden: false },
  ],
  ['a link in a template', TEMPLATE, `<template>${LINK}</template>`, NO],
  [
    'a link in a template of a table',
    TEMPLATE,
    `<table><template><tr><td>${LINK}</td></tr></template></table>`,
    NO,
  ],
  ['a link after a template', TEMPLATE, `<template><p></template>${LINK}`, YES],
  ['a link in a script', COUNTS, `<script type="text/x-note">${LINK}</script>`, NO],
  ['a link in a style', RAWTEXT, `<style>${LINK}</style>`, NO],
  ['a link in a textarea', RCDATA, `<textarea>${LINK}</textarea>`, NO],
  ['a link in a title in the body', RCDATA, `<title>${LINK}</title>`, NO],
  ['a link in an xmp', RAWTEXT, `<xmp>${LINK}</xmp>`, NO],
  ['a link in an iframe', RAWTEXT, `<iframe>${LINK}</iframe>`, NO],
  ['a link in a noembed', RAWTEXT, `<noembed>${LINK}</noembed>`, NO],
  ['a link in a noframes', RAWTEXT, `<noframes>${LINK}</noframes>`, NO],
  [
    'a link after plaintext',
    'HTML standard, 13.2.5.5 PLAINTEXT state: there is no way out',
    `<plaintext>${LINK}</plaintext>${LINK}`,
    NO,
  ],
  ['a link before plaintext', 'HTML standard, 13.2.5.5 PLAINTEXT state', `${LINK}<plaintext>x`, YES],
  [
    'a link in the fallback of a video',
    'HTML standard, 4.8.8 video: its content is not shown',
    `<video src=x>${LINK}</video>`,
    { ...YES, hidden: true },
  ],
  [
    'a link in the fallback of a canvas',
    'HTML standard, 4.12.5 canvas: its content is not drawn',
    `<canvas>${LINK}</canvas>`,
    { ...YES, hidden: true },
  ],
  [
    'a link in a button',
    'HTML standard, 13.2.6.4.7: the parser keeps it',
    `<button>${LINK}</button>`,
    { ...YES, element: 'a' },
  ],
  ['an address in an iframe', NOT_LINKS, '<iframe src="http://acme.test/"></iframe>', NO],
  [
    'a link in the srcdoc of an iframe',
    NOT_LINKS,
    '<iframe srcdoc="<a href=http://acme.test/>kit</a>"></iframe>',
    NO,
  ],
  [
    'an embed, an object and an image',
    NOT_LINKS,
    '<embed src="http://acme.test/x"><object data="http://acme.test/x"></object><img src="http://acme.test/x.png">',
    NO,
  ],
  [
    'a link element in the body',
    NOT_LINKS,
    '<link itemprop=url href="http://acme.test/"><link rel=alternate href="http://acme.test/">',
    NO,
  ],
  [
    'a meta with an address',
    NOT_LINKS,
    '<meta itemprop=url content="http://acme.test/"><meta property=og:url content="http://acme.test/">',
    NO,
  ],
  [
    'a form and a button that send to us',
    NOT_LINKS,
    '<form action="http://acme.test/"><button formaction="http://acme.test/">Go</button></form>',
    NO,
  ],
  [
    'citations',
    NOT_LINKS,
    '<blockquote cite="http://acme.test/">x</blockquote><q cite="http://acme.test/">x</q><ins cite="http://acme.test/">x</ins>',
    NO,
  ],
  ['href on a span', NOT_LINKS, `<span ${HREF}>kit</span>`, NO],
  ['href on a custom element', NOT_LINKS, `<x-a ${HREF}>kit</x-a>`, NO],
  [
    'href on a tag with a prefix',
    'HTML standard, 13.2.5: a colon is part of the tag name',
    `<h:a ${HREF}>kit</h:a>`,
    NO,
  ],
  [
    'a namespace written on an HTML a',
    'HTML standard, 13.2.6.1: xmlns changes nothing',
    `<a xmlns="http://www.w3.org/2000/svg" ${HREF}>kit</a>`,
    { ...YES, element: 'a' },
  ],
  [
    'an a without href',
    NOT_LINKS,
    '<a name="http://acme.test/" data-href="http://acme.test/" title="http://acme.test/">kit</a>',
    NO,
  ],
  [
    'a ping to us on a link elsewhere',
    NOT_LINKS,
    '<a href="http://other.test/" ping="http://acme.test/">x</a>',
    NO,
  ],
  ['an address in plain text', COUNTS, '<p>See http://acme.test/kit or www.acme.test.</p>', NO],
  ['a link written out as text', COUNTS, '<pre>&lt;a href="http://acme.test/"&gt;kit&lt;/a&gt;</pre>', NO],
  [
    'JSON-LD that names us',
    COUNTS,
    '<script type="application/ld+json">{"@type":"Product","url":"http://acme.test/"}</script>',
    NO,
  ],
  ['a base element alone', NOT_LINKS, '<base href="http://acme.test/">', NO],
  [
    'an image of ours in a link elsewhere',
    NOT_LINKS,
    '<a href="http://other.test/"><img src="http://acme.test/x.png" alt="acme.test"></a>',
    NO,
  ],
  [
    'a video, a poster and a track of ours',
    NOT_LINKS,
    '<video src="http://acme.test/v" poster="http://acme.test/p"><track src="http://acme.test/t"></video>',
    NO,
  ],
  [
    'an SVG use and image of ours',
    SVG,
    '<svg><use href="http://acme.test/#i"/><image href="http://acme.test/i.png"/></svg>',
    NO,
  ],
]

/** Where a link stands, and what only looks like one. */
export const LINK_PLACE_CASES: readonly PageCase[] = [
  ...LINKS.map(([name, source, html, facts]) => post(name, source, html, facts)),
  page(
    'a link in the head closes the head',
    'HTML standard, 13.2.6.4.4 in head: anything else',
    `<!doctype html><html><head><title>x</title>${LINK}</head><body>${POST}</body></html>`,
    { ...YES, element: 'a' },
  ),
  page(
    'a link after the end of the body and of the page',
    'HTML standard, 13.2.6.4.19 after body and 13.2.6.4.22 after after body',
    `<!doctype html><html><body>${POST}</body></html>${LINK}`,
    YES,
  ),
  page(
    'a link inside a frameset',
    'HTML standard, 13.2.6.4.20 in frameset: ignored',
    `<!doctype html><html><head><title>x</title></head><frameset cols="*"><frame src="http://acme.test/">${LINK}</frameset></html>`,
    { linked: { not: true } },
  ),
  page(
    'a frameset after words is no frameset',
    'HTML standard, 13.2.6.4.7 in body: frameset, the frameset-ok flag',
    `<!doctype html><html><body>${POST}<frameset>${LINK}</frameset></body></html>`,
    YES,
  ),
]
