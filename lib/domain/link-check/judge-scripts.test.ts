import { describe, expect, it } from 'vitest'
import { judged, LINK, POST } from './cases/judged-page.ts'
import { examinePage } from './examine-page.ts'
import { judgePage } from './judge-page.ts'
import { observationOf } from './judge-saved-page.ts'
import { verdictOf } from './link-verdict.ts'
import { NO_SURROUNDINGS } from './surroundings.ts'

const QUESTION = { url: 'https://blog.test/', targets: [{ domain: 'acme.test' }], brands: ['Acme'] }

describe('what script could still write', () => {
  const shell = '<div id="root"></div><script src="/bundle.js"></script>'

  it.each([
    ['an empty mount point', shell],
    [
      'a call to switch scripts on',
      `<p>${'Menu and footer. '.repeat(20)}</p><noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script>`,
    ],
    [
      'little text and a script that writes',
      `<p>Short.</p><script>document.body.innerHTML = render()</script>`,
    ],
    [
      'an empty main part among menus',
      `<nav>${'Menu entry. '.repeat(30)}</nav><main></main><script type="module" src="/app.js"></script>`,
    ],
    [
      'our address in the data of the page',
      `${POST}<script id="__NEXT_DATA__" type="application/json">{"link":"https://acme.test/kit"}</script><script src="/next.js"></script>`,
    ],
    [
      'our address in a script that writes',
      `${POST}<script>document.write('<a href="https://acme.test">Kit</a>')</script>`,
    ],
  ])('%s leaves the link open', (_, html) => {
    expect(judged(html)).toMatchObject({
      linked: null,
      followed: null,
      scriptRendered: true,
      verdict: 'looks-rendered-by-script',
    })
  })

  it.each([
    [
      'a post with a counting script',
      `${POST}<script async src="https://www.googletagmanager.com/gtag/js?id=1"></script>`,
    ],
    [
      'a short page with a counting script',
      '<p>Short.</p><script>window.dataLayer = window.dataLayer || []</script>',
    ],
    ['a long post with scripts of its own', `${POST}<script src="/jquery.js"></script>`],
    ['a short page without scripts', '<p>Short.</p>'],
    [
      'structured data with our address',
      `${POST}<script type="application/ld+json">{"sameAs":"https://acme.test"}</script><script src="/jquery.js"></script>`,
    ],
  ])('%s is certain', (_, html) => {
    expect(judged(html)).toMatchObject({
      linked: false,
      mentioned: false,
      scriptRendered: false,
      verdict: 'not-mentioned',
    })
  })

  it('takes nothing from what is there', () => {
    expect(judged(shell + LINK)).toMatchObject({ linked: true, followed: true })
    expect(judged(`<p>Acme</p>${shell}`)).toMatchObject({ linked: null, mentioned: true })
    expect(judged(`${shell}<a rel=nofollow href="https://acme.test/">kit</a>`)).toMatchObject({
      linked: true,
      followed: null,
      verdict: 'linked-qualified',
    })
  })

  it('leaves the name open where only the data names us', () => {
    expect(
      judged(`${POST}<script>window.state = {"brand":"Acme"}; render(fetch('/x'))</script>`),
    ).toMatchObject({ linked: false, mentioned: null, verdict: 'looks-rendered-by-script' })
  })
})

describe('which of two reasons is told', () => {
  it('is not the script where only our name is in it and a link elsewhere could not be followed', () => {
    const html = `${POST}<a href="https://bit.ly/x1">kit</a><script>window.state = {"brand":"Acme"}; render(fetch('/x'))</script>`
    const question = { ...QUESTION, followHops: true }
    const observation = observationOf({ url: QUESTION.url, html })
    const exam = examinePage(question, observation)
    const hop = { order: 0, outcome: 'unknown' as const, redirectTo: null, googlebotAllowed: null }
    const facts = judgePage(question, observation, exam, { ...NO_SURROUNDINGS, hops: [hop] })
    expect(facts).toMatchObject({ linked: null, scriptRendered: false })
    expect(verdictOf(facts, question)).toMatchObject({
      kind: 'could-not-check',
      sentence: expect.stringContaining('could not be followed'),
    })
  })
})

describe('bytes and kinds', () => {
  it.each([
    ['PDF', 'application/pdf', '%PDF-1.7'],
    ['JSON', 'application/json', '{"a":"https://acme.test/"}'],
    ['a picture', 'image/png', '\u0089PNG'],
    ['a feed', 'application/rss+xml', '<rss><channel><link>https://acme.test/</link></channel></rss>'],
  ])('%s is not read', (_, type, body) => {
    expect(judged(body, { headers: { 'content-type': type } })).toMatchObject({
      reachable: true,
      linked: null,
      mentioned: null,
      charset: null,
      contentType: type,
      verdict: 'could-not-check',
    })
  })

  it('reads XHTML, where any element may close itself', () => {
    const html = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script src="x.js"/><title>T</title></head><body><a name="top"/>${POST}${LINK}</body></html>`
    expect(judged(html, { headers: { 'content-type': 'application/xhtml+xml' } })).toMatchObject({
      linked: true,
      charset: 'utf-8',
      anchorText: 'kit',
    })
  })

  it('calls an empty page no page', () => {
    expect(judged('')).toMatchObject({
      reachable: true,
      linked: null,
      mentioned: null,
      transient: true,
      verdict: 'could-not-check',
    })
  })
})
