import { describe, expect, it } from 'vitest'
import { readPage } from './cases/read-page.ts'
import type { LinkQuestion } from './link-question.ts'

const POST = `<p>${'A post about long walks, and about what one carries on them. '.repeat(6)}</p>`
const HEAD = '<!doctype html><title>Walks</title>'
const cut = (html: string, question: Partial<LinkQuestion> = {}) =>
  readPage(HEAD + POST + html, { observation: { cut: true }, question }).facts

describe('a page that was cut', () => {
  it('tells a link that came, and what more of the page cannot change', () => {
    expect(cut('<a href="https://acme.test/kit" rel="noopener">the kit</a> and more')).toMatchObject({
      linked: true,
      linkedDirectly: true,
      truncated: true,
      reachable: false,
      matchedHref: 'https://acme.test/kit',
      anchorText: 'the kit',
      rel: ['noopener'],
      element: 'a',
      crawlable: true,
    })
  })

  it('does not tell what may still come', () => {
    expect(cut('<a href="https://acme.test/kit">the kit</a> and more')).toMatchObject({
      linkCount: null,
      viaRedirect: null,
      followed: null,
      hidden: null,
      noindex: null,
      pageNofollow: null,
      indexable: null,
      lost: null,
    })
  })

  it('claims nothing where nothing came', () => {
    expect(cut('')).toMatchObject({
      linked: null,
      linkedDirectly: null,
      followed: null,
      linkCount: null,
      mentioned: null,
      noindex: null,
      canonicalElsewhere: null,
      soft404: null,
      botWall: null,
      lost: null,
    })
  })

  it('tells whether the page hoped for is linked only where it is', () => {
    const link = '<a href="https://acme.test/kit">kit</a> and more'
    expect(cut(link, { targetUrl: 'https://acme.test/kit' })).toMatchObject({
      targetUrlLinked: true,
      exactUrl: true,
    })
    expect(cut(link, { targetUrl: 'https://acme.test/other' })).toMatchObject({
      targetUrlLinked: null,
      exactUrl: false,
    })
    const marked = '<a rel=nofollow href="https://acme.test/kit">kit</a> and more'
    expect(cut(marked, { targetUrl: 'https://acme.test/other' })).toMatchObject({
      targetUrlLinked: null,
      exactUrl: null,
    })
  })

  it('does not call a link uncrawlable where a better one may follow', () => {
    expect(cut('<map><area href="https://acme.test/"></map> and more')).toMatchObject({
      linked: true,
      element: 'area',
      crawlable: null,
    })
  })

  it('tells that nothing is followed where a rule of the page says so', () => {
    const html = `<meta name=robots content="nofollow, noindex">${POST}<a href="https://acme.test/">kit</a>`
    expect(readPage(html, { observation: { cut: true } }).facts).toMatchObject({
      followed: false,
      pageNofollow: true,
      noindex: true,
      indexable: false,
    })
  })

  it.each([
    ['Acme', null],
    ['Acme.', null],
    ['Acme ', true],
    ['Acme, and', true],
    ['Acme</p><p>and', true],
    ['Acme.Te', null],
  ])('names us in "%s": %s', (words, mentioned) => {
    expect(cut(`<p>We like ${words}`).mentioned).toBe(mentioned)
  })

  it('does not give a link text that may go on', () => {
    expect(cut('<p><a href="https://acme.test/">the ki').anchorText).toBeNull()
    expect(cut('<p><a href="https://acme.test/">the kit</a> is').anchorText).toBe('the kit')
  })

  it('leaves a link out that a later base would lead elsewhere', () => {
    const question = { url: 'https://acme.test/post' }
    expect(cut('<a href="/kit">kit</a> and more', question).linked).toBeNull()
    expect(cut('<a href="//acme.test/kit">kit</a> and more', question).linked).toBe(true)
    expect(cut('<base href="https://acme.test/"><a href="/kit">kit</a> and more').linked).toBe(true)
  })

  it('is also one that answers 206, or that is too much for a tree', () => {
    const html = `${HEAD}${POST}<a href="https://acme.test/kit">kit</a> and more`
    expect(readPage(html, { observation: { status: 206 } }).facts).toMatchObject({
      truncated: true,
      linked: true,
      noindex: null,
      followed: null,
      linkCount: null,
    })
    const heavy = Array.from({ length: 6_000 }, (_, n) => `<b id=${n}><p>`).join('')
    expect(readPage(`${html}${heavy}`).facts).toMatchObject({
      truncated: true,
      linked: true,
      linkCount: null,
      noindex: null,
    })
  })

  it('of which no encoding is known yet tells no name', () => {
    const page = Buffer.from(
      `<title>x</title>${POST}<p>caf\u00e9 Acme and <a href="https://acme.test/">k\u00e4</a> more`,
    )
    const headers: [string, string][] = [['content-type', 'text/html']]
    expect(readPage(page, { observation: { cut: true, headers } }).facts).toMatchObject({
      linked: true,
      mentioned: null,
      anchorText: null,
    })
  })
})

describe('a page whose links could not all be followed', () => {
  const question = { followHops: true, targetUrl: 'https://acme.test/other' }
  const html = `${POST}<a href="https://bit.ly/x1">one</a> <a href="https://acme.test/kit">kit</a>`
  const open = { order: 0, outcome: 'unknown' as const, redirectTo: null, googlebotAllowed: null }

  it('does not count them, and does not call the other one the best', () => {
    expect(readPage(html, { question, around: { hops: [open] } }).facts).toMatchObject({
      linked: true,
      linkCount: null,
      viaRedirect: null,
      exactUrl: null,
      targetUrlLinked: null,
      crawlable: true,
      followed: true,
    })
  })

  it('has its best link where that stands before them', () => {
    const later = { ...open, order: 2 }
    const page = `${html}<a href="https://bit.ly/x2">two</a>`.replace('https://bit.ly/x1', 'https://e.test/')
    expect(readPage(page, { question, around: { hops: [later] } }).facts).toMatchObject({
      exactUrl: false,
      crawlable: true,
      linkCount: null,
    })
  })

  it('does not say that no link is followed', () => {
    const marked = html.replace('<a href="https://acme', '<a rel=nofollow href="https://acme')
    expect(readPage(marked, { question, around: { hops: [open] } }).facts).toMatchObject({
      linked: true,
      followed: null,
    })
  })
})
