import { describe, expect, it } from 'vitest'
import { readPage } from './cases/read-page.ts'
import { hopLikelihoods } from './hop-likelihood.ts'
import { judgeSavedPage } from './judge-saved-page.ts'
import type { LinkQuestion } from './link-question.ts'

const POST = `<p>${'A post about long walks, and about what one carries on them. '.repeat(6)}</p>`
const QUESTION: LinkQuestion = {
  url: 'https://blog.test/posts/one',
  targets: [{ domain: 'acme.test', includeSubdomains: true }],
  brands: ['Acme'],
  followHops: true,
}
const TARGET = 'https://acme.test/kit?x=1'
const likelihood = (url: string, rel: string[] = []) =>
  hopLikelihoods(QUESTION, 'https://blog.test/posts/one?page=1')(new URL(url), rel)

describe('a link elsewhere', () => {
  it.each([
    `https://r.test/out?u=${encodeURIComponent(TARGET)}`,
    `https://r.test/out?u=${encodeURIComponent(encodeURIComponent(TARGET))}`,
    `https://r.test/x?d=${btoa(TARGET)}`,
    `https://r.test/x/${btoa(TARGET).replace(/=/g, '')}/1`,
    `https://r.test/x?d=${btoa('acme.test/kit')}`,
    `https://r.test/x?d=${Buffer.from(TARGET).toString('hex')}`,
    'https://r.test/x?to=acme.test',
    'https://r.test/https://www.acme.test/kit',
    'https://www.google.com/url?q=https://acme.test/',
    'https://www.youtube.com/redirect?q=https%3A%2F%2Facme.test',
    'https://blog.test/out?u=https://acme.test',
  ])('carries our address: %s', (url) => {
    expect(likelihood(url)).toBe(3)
  })

  it.each([
    'https://bit.ly/x1',
    'https://www.awin1.com/cread.php?awinmid=1',
    'https://shop.test/go/acme',
    'https://shop.test/en/recommends/kit/',
    'https://r.test/?u=https%3A%2F%2Fother.test',
    'https://blog.test/go/acme',
  ])('looks like a redirector: %s', (url) => {
    expect(likelihood(url)).toBe(2)
  })

  it.each([
    'https://e.test/about',
    'https://e.test/acme-kit',
    'https://e.test/a/long/read/of/something',
    'https://e.test/review/acme.test',
    'https://e.test/?domain=acme.test',
    'https://share.test/?url=https%3A%2F%2Fblog.test%2Fposts%2Fone',
    'https://blog.test/acme-review/',
  ])('may be looked at, but leaves no doubt: %s', (url) => {
    expect(likelihood(url)).toBeGreaterThan(0)
    expect(likelihood(url)).toBeLessThan(2)
  })

  it.each([
    'https://twitter.com/acme',
    'https://mobile.twitter.com/intent/tweet?url=https%3A%2F%2Facme.test',
    'https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Facme.test',
    'https://www.instagram.com/acme/',
    'https://www.linkedin.com/company/acme',
    'https://www.google.com/search?q=acme.test',
    'https://web.archive.org/web/2020/https://acme.test/',
    'https://www.trustpilot.com/review/acme.test',
    'https://blog.test/posts/two',
    'https://blog.test/posts/one#comments',
    'https://blog.test/login?redirect_to=https%3A%2F%2Fblog.test%2F',
  ])('is none to follow: %s', (url) => {
    expect(likelihood(url)).toBe(0)
  })

  it.each([
    ['https://blog.test/kit', ['nofollow', 'sponsored'], 2],
    ['https://blog.test/kit', ['nofollow'], 1],
    ['https://blog.test/kit', ['noopener'], 0],
    ['https://blog.test/posts/one?replytocom=3', ['nofollow'], 0],
    ['https://blog.test/wp-login.php', ['nofollow'], 0],
    ['https://blog.test/shop/?add-to-cart=3', ['nofollow'], 0],
  ])('within the site counts by its mark: %s %s', (url, rel, expected) => {
    expect(likelihood(url, rel)).toBe(expected)
  })
})

describe('links to one address elsewhere', () => {
  const html = `${POST}<a rel=nofollow href="https://bit.ly/x">one</a> <a href="https://bit.ly/x#y">two</a> <a href="https://e.test/">other</a>`
  const hop = (order: number) => ({
    order,
    outcome: 'target' as const,
    redirectTo: 'https://acme.test/',
    googlebotAllowed: true,
  })

  it('are candidates each, together, the likeliest first', () => {
    const { exam } = readPage(`${html}<a rel=sponsored href="https://bit.ly/x">three</a>`, {
      question: QUESTION,
    })
    expect(exam.hopCandidates.map(({ order }) => order)).toEqual([0, 1, 3, 2])
  })

  it('are all counted, and the first that may be followed is the best', () => {
    const { facts } = readPage(html, { question: QUESTION, around: { hops: [hop(0), hop(1)] } })
    expect(facts).toMatchObject({ linked: true, linkCount: 2, anchorText: 'two', followed: true, rel: [] })
  })

  it('are counted even where there are more than are kept', () => {
    const many = `${POST}${'<a rel=nofollow href="https://bit.ly/x">x</a>'.repeat(300)}<a href="https://bit.ly/x">y</a>`
    const { exam } = readPage(many, { question: QUESTION })
    expect(exam.hopCandidates.length).toBeLessThan(20)
    const hops = exam.hopCandidates.map(({ order }) => hop(order))
    expect(readPage(many, { question: QUESTION, around: { hops } }).facts).toMatchObject({
      linkCount: 301,
      anchorText: 'y',
      followed: true,
    })
  })
})

describe('more links elsewhere than anybody follows', () => {
  const many = (count: number) =>
    POST + Array.from({ length: count }, (_, n) => `<a href="https://e${n}.test/a/b/c">x</a>`).join('')

  it('leave the answer open', () => {
    expect(readPage(many(200), { question: QUESTION }).facts).toMatchObject({
      linked: null,
      linkedDirectly: false,
    })
    expect(readPage(many(20), { question: QUESTION }).facts).toMatchObject({ linked: false })
  })

  it('are read in time', () => {
    const start = performance.now()
    const carried = `https://r.test/?u=${encodeURIComponent(encodeURIComponent(`https://${'%25'.repeat(300)}.test`))}`
    readPage(`${POST}${`<a href="${carried}">x</a>`.repeat(5_000)}`, { question: QUESTION })
    readPage(many(50_000), { question: QUESTION })
    expect(performance.now() - start).toBeLessThan(6_000)
  })
})

describe('a saved page', () => {
  const saved = (html: string, question: Partial<LinkQuestion> = {}) =>
    judgeSavedPage({ ...QUESTION, ...question }, { url: QUESTION.url, html, robotsTxt: null }).facts

  it('leaves the answer open where a redirector would have to be followed', () => {
    const html = `${POST}<a href="https://bit.ly/x">kit</a>`
    expect(saved(html)).toMatchObject({ linked: null, linkedDirectly: false, viaRedirect: null })
    expect(saved(html, { followHops: false })).toMatchObject({ linked: false })
  })

  it('is certain where its links elsewhere are plain ones', () => {
    expect(saved(`${POST}<a href="https://e.test/about">kit</a>`)).toMatchObject({ linked: false })
  })
})
