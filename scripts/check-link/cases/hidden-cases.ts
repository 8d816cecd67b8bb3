import { LINK, type PageCase, POST, page, post } from './page-case.ts'

const RENDERED = "VERIFIER.md, hidden: 'the best link is not rendered'"
const ATTRIBUTE = `${RENDERED}; HTML standard, 15.3.1 hidden elements`
const DISPLAY = `${RENDERED}; CSS Display 3, 2.5: display: none`
const VISIBILITY = `${RENDERED}; CSS Display 3, 4: visibility`
const CASCADE = `${RENDERED}; CSS Cascade 4, 6: importance, specificity, order`
const INVALID = `${RENDERED}; CSS Syntax 3: a declaration nobody can read is dropped`
const SELECTORS = `${RENDERED}; Selectors 3`
const MEDIA = `${RENDERED}; Media Queries 4: what is for a screen`
const SPAM = 'Google, Spam policies, hidden text and link abuse: off-screen, font size or opacity of 0'
const SHOWN = `${RENDERED}; HTML standard, 15.3: nothing here keeps it from the page`

const styled = (style: string, inner = LINK) => `<div style="${style}">${inner}</div>`
const ruled = (css: string, html = `<div id=i class="x y">${LINK}</div>`) => `<style>${css}</style>${html}`

const HIDDEN: readonly (readonly [name: string, source: string, html: string])[] = [
  ['hidden on the link', ATTRIBUTE, '<a href="http://acme.test/kit" hidden>kit</a>'],
  ['hidden on an element around', ATTRIBUTE, `<section hidden><div>${LINK}</div></section>`],
  ['hidden with any value', ATTRIBUTE, `<div hidden="false">${LINK}</div>`],
  ['display none on the link', DISPLAY, '<a style="display:none" href="http://acme.test/kit">kit</a>'],
  ['display none around', DISPLAY, styled('display:none')],
  ['display none in capitals', DISPLAY, styled('DISPLAY : NONE ;')],
  ['display none, important', DISPLAY, styled('display:none ! important')],
  ['display none with a comment', DISPLAY, styled('display:/* x */none')],
  ['display none after another display', CASCADE, styled('display:block;display:none')],
  ['display none before one nobody can read', INVALID, styled('display:none;display:nonsense')],
  ['display none, important, before another', CASCADE, styled('display:none!important;display:block')],
  [
    'display none around display block',
    DISPLAY,
    styled('display:none', `<p style="display:block">${LINK}</p>`),
  ],
  ['visibility hidden', VISIBILITY, styled('visibility:hidden')],
  ['visibility hidden far around', VISIBILITY, styled('visibility:hidden', `<p><b>${LINK}</b></p>`)],
  ['a dialog that is closed', 'HTML standard, 15.3.1: dialog:not([open])', `<dialog>${LINK}</dialog>`],
  ['a popover', 'HTML standard, 6.12: a popover is not shown until asked for', `<div popover>${LINK}</div>`],
  ['a datalist', 'HTML standard, 15.3.1 hidden elements', `<datalist>${LINK}</datalist>`],
  [
    'the fallback of an audio',
    'HTML standard, 4.8.9 audio: its content is not shown',
    `<audio src=x controls>${LINK}</audio>`,
  ],
  ['a rule for a class', SELECTORS, ruled('.x{display:none}')],
  ['a rule for an id', SELECTORS, ruled('#i{display:none}')],
  ['a rule for a tag', SELECTORS, ruled('aside{display:none}', `<aside>${LINK}</aside>`)],
  ['a rule for tag and class', SELECTORS, ruled('div.x{display:none}')],
  ['a rule for two classes', SELECTORS, ruled('.x.y{display:none}')],
  ['a rule for one of a list', SELECTORS, ruled('.no, #nor, .x {display:none}')],
  ['a rule for a descendant', SELECTORS, ruled('.x a{display:none}')],
  ['a rule for a child', SELECTORS, ruled('.x > a{display:none}')],
  ['a rule for an attribute', SELECTORS, ruled('[data-ad]{display:none}', `<div data-ad="1">${LINK}</div>`)],
  ['a rule for the start of an address', SELECTORS, ruled('a[href^="http://acme"]{display:none}')],
  ['a rule after the link', SELECTORS, `<div class=x>${LINK}</div><style>.x{display:none}</style>`],
  ['a rule after a comment', 'CSS Syntax 3: comments', ruled('/* .y{} */ .x{/* a */display:none}')],
  ['a rule after one nobody can read', INVALID, ruled('.x{color:} .x{display:none}')],
  ['a rule for screens', MEDIA, ruled('@media screen{.x{display:none}}')],
  ['a style for screens', MEDIA, `<style media="screen">.x{display:none}</style><div class=x>${LINK}</div>`],
  ['a rule for all media', MEDIA, ruled('@media all{.x{display:none}}')],
  [
    'a rule where grids are known',
    `${RENDERED}; CSS Conditional 3: @supports`,
    ruled('@supports (display:grid){.x{display:none}}'),
  ],
  [
    'a rule that is important against the style attribute',
    CASCADE,
    `<style>.x{display:none!important}</style><div class=x style="display:block">${LINK}</div>`,
  ],
  ['the later of two rules', CASCADE, ruled('.x{display:block}.y{display:none}')],
  ['the stronger of two rules', CASCADE, ruled('#i{display:none}.x{display:block}')],
  ['visibility by a rule', VISIBILITY, ruled('.x{visibility:hidden}')],
  [
    'a rule in the style of an SVG',
    `${RENDERED}; SVG 2, 6.2: its style applies to the document`,
    `<svg><style>.x{display:none}</style></svg><div class=x>${LINK}</div>`,
  ],
]

const SHOWN_CASES: readonly (readonly [name: string, source: string, html: string])[] = [
  ['hidden, and display block by its style', ATTRIBUTE, `<div hidden style="display:block">${LINK}</div>`],
  ['display block after display none', CASCADE, styled('display:none;display:block')],
  ['display block, important, before display none', CASCADE, styled('display:block!important;display:none')],
  [
    'visibility visible in what is hidden',
    VISIBILITY,
    styled('visibility:hidden', `<p style="visibility:visible">${LINK}</p>`),
  ],
  ['a dialog that is open', 'HTML standard, 15.3.1: dialog:not([open])', `<dialog open>${LINK}</dialog>`],
  [
    'aria-hidden',
    `${SHOWN}; WAI-ARIA 1.2: it is about assistive technology`,
    `<div aria-hidden="true">${LINK}</div>`,
  ],
  ['inert', SHOWN, `<div inert>${LINK}</div>`],
  ['a class called hidden', SHOWN, `<div class="hidden">${LINK}</div>`],
  ['an attribute that ends in hidden', SHOWN, `<div data-hidden>${LINK}</div>`],
  ['a rule for print', MEDIA, ruled('@media print{.x{display:none}}')],
  ['a style for print', MEDIA, `<style media="print">.x{display:none}</style><div class=x>${LINK}</div>`],
  ['a rule for another class', SELECTORS, ruled('.xx{display:none}')],
  [
    'a rule for a class beside',
    SELECTORS,
    `<style>.a .x{display:none}</style><div class=a></div><div class=x>${LINK}</div>`,
  ],
  [
    'a rule for a child that is a grandchild',
    SELECTORS,
    ruled('.x > a{display:none}', `<div class=x><p>${LINK}</p></div>`),
  ],
  ['a rule for tag and class of another tag', SELECTORS, ruled('p.x{display:none}')],
  ['a rule nobody can read', INVALID, ruled('.x{display none}')],
  [
    'a selector nobody can read in a list',
    `${INVALID}: it drops the whole rule`,
    ruled('.x, :nonsense(2) {display:none}'),
  ],
  [
    'a rule in a style that is no CSS',
    'HTML standard, 4.2.6 style: type',
    `<style type="text/x">.x{display:none}</style><div class=x>${LINK}</div>`,
  ],
  ['a rule in a comment', 'CSS Syntax 3: comments', ruled('/* .x{display:none} */')],
  [
    'a rule in a template',
    'HTML standard, 4.12.3 template',
    `<template><style>.x{display:none}</style></template><div class=x>${LINK}</div>`,
  ],
  [
    'a rule in a noscript',
    'HTML standard, 13.2.6.4.7: noscript is RAWTEXT where scripts run',
    `<noscript><style>.x{display:none}</style></noscript><div class=x>${LINK}</div>`,
  ],
  [
    'a rule in a shadow root',
    'CSS Scoping 1: its rules stay in it',
    `<section><template shadowrootmode=open><style>.x{display:none}</style></template></section><div class=x>${LINK}</div>`,
  ],
  [
    'the style attribute against a rule',
    CASCADE,
    `<style>.x{display:none}</style><div class=x style="display:block">${LINK}</div>`,
  ],
  ['the earlier of two rules', CASCADE, ruled('.x{display:none}.y{display:block}')],
  ['the weaker of two rules', CASCADE, ruled('#i{display:block}.x{display:none}')],
  ['the words display none in a string', 'CSS Syntax 3: strings', ruled('.x{font-family:"display:none"}')],
  ['display none for what comes before', 'CSS Pseudo-Elements 4', ruled('.x::before{display:none}')],
  ['a details that is open', SHOWN, `<details open><summary>More</summary>${LINK}</details>`],
  ['the summary of a details', SHOWN, `<details><summary>${LINK}</summary>More</details>`],
]

/** Rendered, and yet out of sight: Google counts it as hidden, so "not hidden" would be wrong to say. */
const OUT_OF_SIGHT: readonly (readonly [name: string, style: string])[] = [
  ['far to the left', 'position:absolute;left:-9999px'],
  ['far to the left in em', 'position:absolute;left:-500em'],
  ['far above', 'position:fixed;top:-2000px'],
  ['a font size of 0', 'font-size:0'],
  ['an opacity of 0', 'opacity:0'],
  ['far away by its indent', 'text-indent:-9999px;overflow:hidden'],
  ['nothing high', 'height:0;overflow:hidden'],
  ['clipped to nothing', 'position:absolute;clip:rect(0,0,0,0)'],
  ['clipped by a path', 'clip-path:inset(100%)'],
  ['content that is skipped', 'content-visibility:hidden'],
]

const TELLS = "VERIFIER.md: 'null = cannot tell'; a claim must be right"
/** Style sheets few readers of pages understand: what is said of them must still not be wrong. */
const RARE: readonly (readonly [name: string, html: string, hidden: boolean])[] = [
  ['a rule that excludes another class', ruled('.x:not(.z){display:none}'), true],
  ['a rule that excludes our class', ruled('div:not(.x){display:none}'), false],
  ['a rule for one of several', ruled(':is(.x, .z) a{display:none}'), true],
  ['a rule for a neighbour', ruled('p + .x{display:none}', `<p>x</p><div class=x>${LINK}</div>`), true],
  [
    'a rule for a neighbour that is none',
    ruled('h6 + .x{display:none}', `<p>x</p><div class=x>${LINK}</div>`),
    false,
  ],
  [
    'a rule for the first child',
    ruled('b:first-child a{display:none}', `<p><i>x</i><b>${LINK}</b></p>`),
    false,
  ],
  ['a rule for wide screens', ruled('@media (min-width:1px){.x{display:none}}'), true],
  ['a rule for no screen at all', ruled('@media (max-width:1px){.x{display:none}}'), false],
  ['a rule for all but screens', ruled('@media not screen{.x{display:none}}'), false],
  ['a rule where nonsense is known', ruled('@supports (nonsense:1){.x{display:none}}'), false],
  ['a rule inside a rule', ruled('.x{& a{display:none}}'), true],
  ['a rule in a layer', ruled('@layer base{.x{display:none}}'), true],
  ['a rule in a layer against one outside', ruled('@layer base{#i{display:none}}.x{display:block}'), false],
  ['a rule for a class that is escaped', ruled('.\\78 {display:none}'), true],
  ['a rule for one of several classes', ruled('[class~=x]{display:none}'), true],
  ['a rule for a class in capitals', ruled('.X{display:none}'), false],
  ['a rule for what is pointed at', ruled('.x:hover{display:none}'), false],
  ['a rule by a variable', ruled(':root{--d:none}.x{display:var(--d)}'), true],
  ['a rule that takes back another', ruled('.x{display:none}#i{display:revert}'), false],
  ['display contents', ruled('.x{display:contents}'), false],
  ['a rule for a frame of an animation', ruled('@keyframes k{from{display:none}}'), false],
  ['a rule for a font', ruled('@font-face{font-family:x;src:url(x)}.x{font-family:x}'), false],
]

/** Whether a reader can see the link. */
export const HIDDEN_CASES: readonly PageCase[] = [
  ...HIDDEN.map(([name, source, html]) =>
    post(`hidden: ${name}`, source, html, { linked: true, hidden: true }),
  ),
  ...SHOWN_CASES.map(([name, source, html]) =>
    post(`shown: ${name}`, source, html, { linked: true, hidden: false }),
  ),
  ...RARE.map(([name, html, hidden]) =>
    page(`rare: ${name}`, TELLS, `<!doctype html><title>x</title>${POST}${html}`, {
      linked: true,
      hidden: { not: !hidden },
    }),
  ),
  ...OUT_OF_SIGHT.map(([name, style]) =>
    post(`out of sight: ${name}`, SPAM, styled(style), { linked: true, hidden: { not: false } }),
  ),
]
