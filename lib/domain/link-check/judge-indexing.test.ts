import { describe, expect, it } from 'vitest'
import { judged, LINK, POST } from './cases/judged-page.ts'

const robots = (content: string, name = 'robots') =>
  judged(`<meta name="${name}" content="${content}">${POST}${LINK}`)
const tagged = (value: string) => judged(POST + LINK, { headers: { 'X-Robots-Tag': value } })

describe('rules for Googlebot', () => {
  it.each([
    ['noindex', true, false],
    ['NoIndex, NoFollow', true, true],
    ['none', true, true],
    ['nofollow', false, true],
    ['index, follow, max-snippet:-1, max-image-preview:large', false, false],
    ['noindexing', false, false],
    ['unavailable_after: 25-Aug-2007 15:00:00 EST', true, false],
    ['unavailable_after: Saturday, 25-Aug-07 15:00:00 UTC, nofollow', true, true],
    ['unavailable_after: 2090-01-01', false, false],
    ['unavailable_after: 2020-09-21T10:00:00Z', true, false],
    ['unavailable_after: nobody knows', false, false],
    ['unavailable_after: 1 Mar 2026 01:30:00 CEST', true, false],
    ['unavailable_after: 1 Mar 2026 01:30:00 CET', false, false],
    ['unavailable_after: 1-Mar-2026 10:00:00 AEST', true, false],
    ['unavailable_after: 1 Mar 2026 10:00:00 +1200', true, false],
    ['unavailable_after: 25 Jun 2010 15:00:00 XYZ', true, false],
  ])('a robots meta of "%s"', (content, noindex, pageNofollow) => {
    expect(robots(content)).toMatchObject({
      noindex,
      pageNofollow,
      indexable: !noindex,
      followed: !pageNofollow,
    })
  })

  it.each([
    ['noindex', true, false],
    ['googlebot: nofollow', false, true],
    ['otherbot: noindex, nofollow', false, false],
    ['otherbot: noindex, googlebot: nofollow', false, true],
    ['max-snippet:20, noindex', true, false],
    ['unavailable_after: 25 Jun 2010 15:00:00 PST', true, false],
    ['unavailable_after: 25 Jun 2090 15:00:00 PST, nofollow', false, true],
    ['googlebot-news: noindex', false, false],
    ['GoogleBot: NONE', true, true],
    ['noarchive', false, false],
  ])('an X-Robots-Tag of "%s"', (value, noindex, pageNofollow) => {
    expect(tagged(value)).toMatchObject({ noindex, pageNofollow })
  })

  it('leaves open whether a date has passed whose zone nobody knows, and says what else is certain', () => {
    expect(robots('unavailable_after: 1 Mar 2026 01:00:00 IST')).toMatchObject({
      noindex: null,
      indexable: null,
    })
    expect(robots('noindex, unavailable_after: 1 Mar 2026 01:00:00 IST')).toMatchObject({ noindex: true })
  })

  it('adds up what robots and googlebot metas forbid, and no other name', () => {
    expect(
      judged(`<meta name=robots content=nofollow><meta name=GOOGLEBOT content=noindex>${POST}`),
    ).toMatchObject({ noindex: true, pageNofollow: true })
    expect(robots('noindex', 'googlebot-news')).toMatchObject({ noindex: false })
    expect(robots('noindex', 'bingbot')).toMatchObject({ noindex: false })
  })

  it('reads no rule where no rule stands', () => {
    for (const html of [
      '<!-- <meta name=robots content=noindex> -->',
      '<template><meta name=robots content=noindex></template>',
      '<noscript><meta name=robots content=noindex></noscript>',
    ]) {
      expect(judged(html + POST + LINK)).toMatchObject({ noindex: false, indexable: true })
    }
  })

  it('asks robots.txt for Googlebot and the page', () => {
    expect(judged(POST + LINK, { robotsTxt: 'user-agent: *\ndisallow: /posts/' })).toMatchObject({
      googlebotAllowed: false,
      indexable: false,
      verdict: 'linked-not-indexable',
    })
    expect(
      judged(POST + LINK, { robotsTxt: 'user-agent: Googlebot\nallow: /\nuser-agent: *\ndisallow: /' }),
    ).toMatchObject({ googlebotAllowed: true, indexable: true })
    expect(judged(POST + LINK, { robotsTxt: undefined })).toMatchObject({
      googlebotAllowed: null,
      indexable: null,
      verdict: 'linked',
    })
  })
})

describe('the canonical page', () => {
  const canonical = (href: string) =>
    judged(`<head><link rel="canonical" href="${href}"></head>${POST}${LINK}`)

  it.each([
    ['https://blog.test/posts/one', false],
    ['/posts/one', false],
    ['http://www.blog.test/posts/one/', false],
    ['https://blog.test/posts/one#top', false],
    ['https://blog.test/posts/two', true],
    ['https://news.test/posts/one', true],
    ['https://blog.test/posts/one?page=2', true],
  ])('%s is elsewhere: %s', (href, canonicalElsewhere) => {
    expect(canonical(href)).toMatchObject({ canonicalElsewhere })
  })

  it('leaves open whether the page is indexed, and says so in the verdict', () => {
    expect(canonical('https://news.test/')).toMatchObject({
      indexable: null,
      verdict: 'linked-elsewhere-canonical',
      canonicalUrl: 'https://news.test/',
    })
  })

  it('is read from a Link header', () => {
    expect(
      judged(POST + LINK, { headers: { link: '</a>; rel=preload, <https://news.test/x>; rel="canonical"' } }),
    ).toMatchObject({ canonicalUrl: 'https://news.test/x', canonicalElsewhere: true })
  })

  it('counts from the head only', () => {
    expect(judged(`<body>${POST}<link rel=canonical href="https://news.test/">${LINK}`)).toMatchObject({
      canonicalUrl: null,
      canonicalElsewhere: false,
    })
  })

  it('is no word to go by when two disagree', () => {
    expect(
      judged(
        `<link rel=canonical href="/posts/one"><link rel=canonical href="https://news.test/">${POST}${LINK}`,
      ),
    ).toMatchObject({ canonicalElsewhere: null, indexable: null })
  })

  it.each([
    ['a language', 'hreflang="de"'],
    ['a medium', 'media="print"'],
    ['a type', 'type="text/html"'],
  ])('is not named by a link for %s only', (_, attribute) => {
    const html = `<link rel="canonical" ${attribute} href="https://news.test/">${POST}${LINK}`
    expect(judged(html)).toMatchObject({ canonicalUrl: null, canonicalElsewhere: false, indexable: true })
    const headers = { link: `<https://news.test/>; rel="canonical"; ${attribute}` }
    expect(judged(POST + LINK, { headers })).toMatchObject({ canonicalUrl: null, canonicalElsewhere: false })
  })
})
