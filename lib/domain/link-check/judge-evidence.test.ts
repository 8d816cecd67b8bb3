import { describe, expect, it } from 'vitest'
import { readPage } from './cases/read-page.ts'

const POST = `<p>${'A post about long walks, and about what one carries on them. '.repeat(6)}</p>`
const evidence = (html: string, given: Parameters<typeof readPage>[1] = {}) => readPage(html, given).evidence

describe("a link's own source", () => {
  it('is shown from its tag to its end tag, with up to 300 characters around it', () => {
    const link = '<a\n  HREF = "https://acme.test/kit?a=1&amp;b=2"  rel=nofollow >The <b>kit</b></a>'
    const { linkHtml } = evidence(`${POST}<p>Before it ${link} after it</p>${POST}`)
    expect(linkHtml).toContain(`<p>Before it ${link} after it</p><p>A post`)
    expect(linkHtml?.length).toBe(link.length + 300)
  })

  it.each([
    ['a ">" in an attribute', '<a title="a > b" href="https://acme.test/">kit</a>'],
    ['a tag in an attribute', `<a title='<a href="x">' href="https://acme.test/">kit</a>`],
    ['no quotes', '<a href=https://acme.test/>kit</a>'],
    ['a slash at its end', '<a href="https://acme.test/"/>kit</a>'],
    ['an area', '<area alt="kit" href="https://acme.test/">'],
    ['capital letters', '<A HREF="https://acme.test/">kit</A>'],
    ['a link of a drawing', '<svg><a xlink:href="https://acme.test/"><text>kit</text></a></svg>'],
    ['line ends of another machine', '<a\r\n href="https://acme.test/">\r\nkit</a>'],
    [
      'a link for readers without scripts',
      '<noscript>\r\n<p><a href="https://acme.test/">kit</a></noscript>',
    ],
    [
      'a link in a shadow root',
      '<div><template shadowrootmode=open><a href="https://acme.test/">kit</a></template></div>',
    ],
  ])('is found with %s', (_, html) => {
    const { linkHtml } = evidence(
      `${POST}<!-- <a href="https://acme.test/no"> --><i title="<a">&amp; < a</i>${html} end`,
    )
    const own = html.slice(html.search(/<a[\s r]/i))
    expect(linkHtml).toContain(own)
    // Nothing but what stands around it is cut off.
    expect(linkHtml?.indexOf(own)).toBe(150)
  })

  it('is that of the best link, also where that is a hop', () => {
    const html = `${POST}<a rel=ugc href="https://acme.test/1">one</a>${POST}<a href="https://bit.ly/x">two</a>${POST}`
    const hop = {
      order: 1,
      outcome: 'target' as const,
      redirectTo: 'https://acme.test/',
      googlebotAllowed: true,
    }
    expect(evidence(html).linkHtml).toContain('one</a>')
    expect(evidence(html, { question: { followHops: true }, around: { hops: [hop] } }).linkHtml).toContain(
      '<a href="https://bit.ly/x">two</a>',
    )
  })

  it('is not told where there is no link, or no tree to tell it by', () => {
    expect(evidence(POST).linkHtml).toBeNull()
    const heavy = Array.from({ length: 6_000 }, (_, n) => `<b id=${n}><p>`).join('')
    const { facts, evidence: shown } = readPage(`<a href="https://acme.test/">kit</a>${heavy}`)
    expect(facts.linked).toBe(true)
    expect(shown.linkHtml).toBeNull()
  })
})

describe('the text of a page', () => {
  it('is the same for the same words, one block a line', () => {
    const one = evidence('<title>x</title><h1>Long  walks</h1>\n\n<p>In the\n<b>ra</b>in,&nbsp;caf\u00e9</p>')
    const other = evidence('<h1> Long walks </h1><p>In the rain, cafe\u0301<!-- x --></p><script>1</script>')
    expect(one.visibleText).toBe('Long walks\nIn the rain, caf\u00e9')
    expect(other.visibleText).toBe(one.visibleText)
  })

  it('leaves out what readers do not see', () => {
    expect(evidence('<p hidden>Off</p><p>On</p><noscript>Off</noscript><style>p{}</style>').visibleText).toBe(
      'On',
    )
  })

  it('is not told of what is not read', () => {
    const headers: [string, string][] = [['content-type', 'application/pdf']]
    expect(evidence('%PDF-1.7', { observation: { headers } }).visibleText).toBeNull()
  })
})

describe('a link behind the part that Google reads', () => {
  const megabytes = (count: number) =>
    'Long walks in the rain, \u00fc. '.repeat(Math.ceil((count * 1024 * 1024) / 28))

  it('is told, and the facts stay those of the whole page', () => {
    const { facts, evidence: shown } = readPage(
      `<p>${megabytes(2.1)}</p><a href="https://acme.test/">kit</a>`,
    )
    expect(facts).toMatchObject({ linked: true, followed: true })
    expect(shown.beyondGoogle2MB).toBe(true)
  })

  it('is counted in bytes, not in characters', () => {
    const page = `<p>${'\u00fc'.repeat(1.2 * 1024 * 1024)}</p><a href="https://acme.test/">kit</a>`
    expect(evidence(page).beyondGoogle2MB).toBe(true)
    expect(evidence(page.replaceAll('\u00fc', 'u')).beyondGoogle2MB).toBe(false)
  })

  it('is none where it stands before it, or where no link is', () => {
    const html = `<a href="https://acme.test/">kit</a><p>${megabytes(2.1)}</p>`
    expect(evidence(html).beyondGoogle2MB).toBe(false)
    expect(evidence(POST).beyondGoogle2MB).toBeNull()
  })
})

describe('what a page calls itself', () => {
  it('is its title, in one line', () => {
    expect(evidence(`<title> Seven\n packs &amp; a stove </title>${POST}`).title).toBe(
      'Seven packs & a stove',
    )
    expect(evidence(`<title>${'long '.repeat(500)}</title>${POST}`).title?.length).toBeLessThanOrEqual(300)
  })

  it('is nothing where it has no title', () => {
    expect(evidence(POST).title).toBeNull()
    expect(evidence(`<title> </title>${POST}`).title).toBeNull()
  })
})
