import { describe, expect, it } from 'vitest'
import { FILLING, facts } from './cases/link-facts-of.ts'

describe('kinds of links', () => {
  it.each([
    [
      'area',
      '<map><area href="https://acme.test/" alt="The kit"></map>',
      { crawlable: false, followed: false, anchorText: 'The kit' },
    ],
    [
      'svg-a',
      '<svg><a href="https://acme.test/"><text>kit</text></a></svg>',
      { crawlable: false, followed: false },
    ],
    ['svg-a', '<svg><a xlink:href="https://acme.test/"><text>kit</text></a></svg>', { crawlable: false }],
    [
      'noscript-a',
      '<noscript><a href="https://acme.test/">kit</a></noscript>',
      { crawlable: true, hidden: true },
    ],
    [
      'shadow-a',
      '<div><template shadowrootmode="open"><a href="https://acme.test/">kit</a></template></div>',
      { crawlable: true, hidden: false },
    ],
    [
      'shadow-a',
      '<div><template shadowrootmode="closed"><section><template shadowrootmode="open"><a href="https://acme.test/">kit</a></template></section></template></div>',
      { crawlable: true, hidden: false },
    ],
  ] as const)('%s', (element, html, more) => {
    expect(facts(html)).toMatchObject({ linked: true, element, ...more })
  })

  it('takes the first followed link as the best, else the first', () => {
    const marked = '<a href="https://acme.test/1" rel="nofollow">one</a>'
    expect(facts(`${marked}<a href="https://acme.test/2">two</a>`)).toMatchObject({
      linkCount: 2,
      resolvedUrl: 'https://acme.test/2',
      followed: true,
    })
    expect(facts(`${marked}<a href="https://acme.test/2" rel="ugc">two</a>`)).toMatchObject({
      resolvedUrl: 'https://acme.test/1',
      followed: false,
    })
  })

  it('keeps the first followed link even behind hundreds of marked ones', () => {
    const marked = '<a href="https://acme.test/1" rel="nofollow">one</a>'.repeat(400)
    expect(facts(`${marked}<a href="https://acme.test/2">two</a>`)).toMatchObject({
      linkCount: 401,
      resolvedUrl: 'https://acme.test/2',
      followed: true,
    })
  })

  it('splits rel at white space and commas, each token once, in order', () => {
    expect(
      facts('<a href="https://acme.test/" rel="Sponsored,nofollow\n NOFOLLOW noopener">x</a>').rel,
    ).toEqual(['nofollow', 'noopener', 'sponsored'])
    // A no-break space is no white space to the HTML standard.
    expect(facts('<a href="https://acme.test/" rel="me&nbsp;nofollow">x</a>')).toMatchObject({
      rel: ['me\u00a0nofollow'],
      followed: true,
    })
    expect(facts('<a href="https://acme.test/">x</a>').rel).toEqual([])
  })

  it.each([
    [
      'white space collapsed',
      '<a href="https://acme.test/">\n  The   <b>good</b>\n kit </a>',
      'The good kit',
    ],
    [
      'a picture by its alternative text',
      '<a href="https://acme.test/"><img alt="Acme logo"></a>',
      'Acme logo',
    ],
    ['blocks parted', '<a href="https://acme.test/"><div>One</div><div>Two</div></a>', 'One Two'],
    ['no scripts', '<a href="https://acme.test/">kit<script>var x</script><style>a{}</style></a>', 'kit'],
    ['nothing', '<a href="https://acme.test/"></a>', ''],
  ])('reads the link text: %s', (_, html, text) => {
    expect(facts(html).anchorText).toBe(text)
  })

  it('gives at most 300 characters around a link, with the link in them', () => {
    const { context } = facts(
      `<p>${FILLING}before it <a href="https://acme.test/">the kit</a> after it ${FILLING}</p>`,
    )
    expect(context?.length).toBeLessThanOrEqual(300)
    expect(context).toContain('before it the kit after it')
  })

  it('finds the page hoped for behind any number of other links to us', () => {
    const others = Array.from({ length: 500 }, (_, n) => `<a href="https://acme.test/${n}">x</a>`).join('')
    const html = `${others}<a href="http://www.acme.test/kit?utm_source=blog">kit</a>`
    expect(facts(html, { targetUrl: 'https://acme.test/kit' })).toMatchObject({
      linkCount: 501,
      exactUrl: false,
      targetUrlLinked: true,
    })
  })

  it('takes the first in the source, also where a browser moves another one before it', () => {
    const html =
      '<table><tr><td><a href="https://acme.test/1">one</a></td></tr><a href="https://acme.test/2">two</a></table>'
    expect(facts(html)).toMatchObject({ linkCount: 2, resolvedUrl: 'https://acme.test/1' })
  })

  it('compares with the page hoped for, fragments aside', () => {
    const html = '<a href="https://acme.test/kit?x=1#top">kit</a>'
    expect(facts(html, { targetUrl: 'https://acme.test/kit?x=1' })).toMatchObject({ exactUrl: true })
    expect(facts(html, { targetUrl: 'https://acme.test/other' })).toMatchObject({
      exactUrl: false,
      targetUrlLinked: false,
    })
    expect(facts(html)).toMatchObject({ exactUrl: null })
  })
})

describe('what readers see of a link', () => {
  it.each([
    ['the hidden attribute', '<div hidden><a href="https://acme.test/">x</a></div>'],
    [
      'display none',
      '<div style="color:red; DISPLAY : None !important"><a href="https://acme.test/">x</a></div>',
    ],
    ['visibility', '<a style="visibility:hidden" href="https://acme.test/">x</a>'],
    ['far off the page', '<p style="position:absolute;left:-9999px"><a href="https://acme.test/">x</a></p>'],
    ['no size of letters', '<a style="font-size:0" href="https://acme.test/">x</a>'],
    ['a closed dialog', '<dialog><a href="https://acme.test/">x</a></dialog>'],
    ['what stands in for a video', '<video><a href="https://acme.test/">x</a></video>'],
    [
      'a shadow root without a slot for it',
      '<div><template shadowrootmode="open"><p>Instead</p></template><a href="https://acme.test/">x</a></div>',
    ],
    [
      'a slot for something else',
      '<div><template shadowrootmode="open"><slot name="top"></slot></template><a href="https://acme.test/">x</a></div>',
    ],
    [
      'a rule of the page for its class',
      '<style>.off { display: none }</style><p class="a off"><a href="https://acme.test/">x</a></p>',
    ],
  ])('%s hides it', (_, html) => {
    expect(facts(html)).toMatchObject({ linked: true, hidden: true })
  })

  it.each([
    [
      'a slot of a shadow root',
      '<div><template shadowrootmode="open"><b><slot></slot></b></template><a href="https://acme.test/">x</a></div>',
    ],
    [
      'a slot by its name',
      '<div><template shadowrootmode="open"><slot name="top"></slot></template><a slot="top" href="https://acme.test/">x</a></div>',
    ],
    [
      'made visible again inside',
      '<p style="visibility:hidden"><a style="visibility:visible" href="https://acme.test/">x</a></p>',
    ],
    ['an open dialog', '<dialog open><a href="https://acme.test/">x</a></dialog>'],
    [
      'details a reader can open',
      '<details><summary>More</summary><a href="https://acme.test/">x</a></details>',
    ],
    ['hidden from screen readers only', '<p aria-hidden="true"><a href="https://acme.test/">x</a></p>'],
    [
      'a rule for print',
      '<style>@media print { .off { display: none } }</style><p class="off"><a href="https://acme.test/">x</a></p>',
    ],
    [
      'a rule taken back',
      '<style>.off { display: none } .off { display: block }</style><p class="off"><a href="https://acme.test/">x</a></p>',
    ],
  ])('%s shows it', (_, html) => {
    expect(facts(html)).toMatchObject({ linked: true, hidden: false })
  })
})

describe('a link in a list to choose from', () => {
  it('may be shown or not: some browsers make a list of their own of it', () => {
    expect(facts('<select><option><a href="https://acme.test/">kit</a></option></select>')).toMatchObject({
      linked: true,
      hidden: null,
      anchorText: 'kit',
    })
  })
})
