import { describe, expect, it } from 'vitest'
import { judged, POST } from './cases/judged-page.ts'

/** A post with a link to us marked by class and id, and whatever stands around it. */
const page = (css: string, link = '<a class="kit" id="k" href="https://acme.test/">kit</a>') =>
  `<style>${css}</style>${POST}<main class="post"><p>By ${link}</p></main>`

describe('a link that is not rendered', () => {
  it.each([
    ['by a class', page('.kit { display: none }')],
    ['by an id', page('#k{display:none}')],
    [
      'by a sheet that stands behind it',
      `${POST}<p><a class=kit href="https://acme.test/">kit</a></p><style>.kit{display:none}</style>`,
    ],
    ['by what it stands in', page('.post p .kit { visibility: hidden }')],
    ['by its parent', page('p > .kit { display: none }')],
    ['by a parent that is hidden', page('.post > p { display: none }')],
    ['by a sheet for screens', page('@media screen { .kit { display: none } }')],
    ['by a sheet for screens of any width', page('@media (min-width: 1px) { .kit { display: none } }')],
    [
      'by a sheet for all that comes',
      page('@media only screen and (max-width: 9000px) { .kit { display: none } }'),
    ],
    [
      'inside a condition browsers know',
      page('@supports (display: grid) { @layer off { .kit { display: none } } }'),
    ],
    [
      'by the medium of the sheet',
      `<style media="screen">.kit{display:none}</style>${POST}<a class=kit href="https://acme.test/">kit</a>`,
    ],
    [
      'by a name with a colon',
      page('.md\\:off { display: none }', '<a class="md:off" href="https://acme.test/">kit</a>'),
    ],
    ['by the last of two rules', page('.kit { display: block } .kit { display: none }')],
    ['by the more exact of two', page('p a.kit { display: none } .kit { display: block }')],
    ['by the important one of two', page('.kit { display: none !important } #k { display: block }')],
    [
      'in spite of its own style, by an important one',
      page(
        '.kit { display: none !important }',
        '<a class="kit" style="display: block" href="https://acme.test/">kit</a>',
      ),
    ],
    ['moved far away', page('.kit { position: absolute; left: -9999px }')],
    [
      'moved far away, in letters',
      page('', '<a style="position:absolute; left:-500em" href="https://acme.test/">kit</a>'),
    ],
    [
      'moved far away, in screens',
      page('', '<a style="position:fixed; top:-300vh" href="https://acme.test/">kit</a>'),
    ],
    [
      'moved far away, where it stands',
      page('', '<a style="position:relative; left:-5000px" href="https://acme.test/">kit</a>'),
    ],
    ['pushed far away', page('', '<a style="margin-left:-9999px" href="https://acme.test/">kit</a>')],
    ['indented far away', page('.post { text-indent: -9999px } .kit { text-indent: -9999px }')],
    ['inside the code of a drawing', `${POST}<svg><style><a href="https://acme.test/">kit</a></style></svg>`],
    ['inside the name of a drawing', `${POST}<svg><title><a href="https://acme.test/">kit</a></title></svg>`],
    ['clipped', page('.kit { position: absolute; clip: rect(1px, 1px, 1px, 1px) }')],
    [
      'in a light child of a shadow root without a slot',
      `${POST}<div><template shadowrootmode="open"><p>Hello.</p></template><a href="https://acme.test/">kit</a></div>`,
    ],
    [
      'in a light child that asks for another slot',
      `${POST}<div><template shadowrootmode="open"><slot name="a"></slot></template><a slot="b" href="https://acme.test/">kit</a></div>`,
    ],
  ])('%s', (_, html) => {
    expect(judged(html)).toMatchObject({ linked: true, hidden: true })
  })

  it.each([
    ['no rule speaks of it', page('.other { display: none }')],
    ['the rule is for print', page('@media print { .kit { display: none } }')],
    [
      'the sheet is for print',
      `<style media="print">.kit{display:none}</style>${POST}<a class=kit href="https://acme.test/">kit</a>`,
    ],
    ['only phones do without it', page('@media (max-width: 600px) { .kit { display: none } }')],
    ['only desks do without it', page('@media (min-width: 600px) { .kit { display: none } }')],
    [
      'phones do without it, and desks bring it back',
      page('.kit { display: none } @media (min-width: 48em) { .kit { display: block } }'),
    ],
    [
      'a class brings it back on wide screens',
      page(
        '.off{display:none} @media (min-width:768px){.md\\:on{display:block}}',
        '<a class="off md:on" href="https://acme.test/">kit</a>',
      ),
    ],
    ['the rule is for a state', page('.kit:hover { display: none }')],
    ['the rule is for a sibling', page('h1 + .kit { display: none }')],
    ['the rule is for another place', page('nav .kit { display: none }')],
    ['the rule is for a child, and it is none', page('main > .kit { display: none }')],
    ['the rule is for a page that runs scripts', page('.js .kit { display: none }')],
    [
      'the rule is an example inside an animation',
      page('@keyframes x { from { display: none } .kit { display: none } }'),
    ],
    ['browsers do not know the condition', page('@supports not (display: grid) { .kit { display: none } }')],
    ['another rule brings it back', page('.kit { display: none } p a.kit { display: inline }')],
    [
      'its own style brings it back',
      page(
        '.kit { display: none }',
        '<a class="kit" style="display:inline" href="https://acme.test/">kit</a>',
      ),
    ],
    ['a rule inside a rule is for something else', page('.kit { color: red; .inner { display: none } }')],
    ['the rule is a string', page('.x::after { content: ".kit { display: none }" }')],
    ['the rule is a comment', page('/* .kit { display: none } */')],
    [
      'it stands in a slot',
      `${POST}<div><template shadowrootmode="open"><slot></slot></template><a href="https://acme.test/">kit</a></div>`,
    ],
    [
      'it is moved a little',
      page('', '<a style="position:absolute; left:-5em" href="https://acme.test/">kit</a>'),
    ],
    [
      'the sheet of a shadow root is its own',
      `<div><template shadowrootmode="open"><style>.kit{display:none}</style></template></div>${page('')}`,
    ],
    [
      'the sheet is for browsers without scripts',
      `<noscript><style>.kit{display:none}</style></noscript>${page('')}`,
    ],
  ])('but not where %s', (_, html) => {
    expect(judged(html)).toMatchObject({ linked: true, hidden: false })
  })

  it('shows a hidden name as hidden', () => {
    expect(
      judged(`<style>.off p{display:none}</style>${POST}<div class=off><p>Acme</p></div>`),
    ).toMatchObject({
      mentioned: false,
      hidden: true,
    })
  })
})

describe('style sheets made to be slow', () => {
  const elements = '<p class="a b c"><b>x</b></p>'.repeat(10_000)

  it.each([
    ['20,000 rules for one class', `<style>${'.a{display:none}'.repeat(20_000)}</style>${elements}`],
    [
      'as many different ones',
      `<style>${Array.from({ length: 20_000 }, (_, n) => `.a.x${n}{display:none}`).join('')}</style>${elements}`,
    ],
    [
      'rules for what stands deep',
      `<style>${'.x .y .z b{display:none}'.repeat(5_000)}</style>${'<i>'.repeat(20_000)}${elements}`,
    ],
    [
      'steps that nearly fit',
      `<style>${Array.from({ length: 300 }, (_, n) => `.a .a .a .a .a .y${n} .a{display:none}`).join('')}</style>${'<i class=a>'.repeat(5_000)}`,
    ],
    ['braces without end', `<style>${'a{'.repeat(150_000)}</style>${elements}`],
    ['one brace behind a long word', `<style>a{${'x'.repeat(350_000)}{</style>${elements}`],
    ['media inside media', `<style>${'@media screen{'.repeat(20_000)}</style>${elements}`],
    ['quotes without end', `<style>${"a{'".repeat(100_000)}</style>${elements}`],
    ['a style attribute without end', `<p style="${'left:0;'.repeat(100_000)}">x</p>${elements}`],
    ['classes without end', `<style>.a{display:none}</style><p class="${'a '.repeat(200_000)}">x</p>`],
  ])('are read in time: %s', (_, html) => {
    const start = performance.now()
    judged(html)
    expect(performance.now() - start).toBeLessThan(8_000)
  })
})
