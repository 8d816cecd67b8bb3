import { describe, expect, it } from 'vitest'
import { readPage } from './cases/read-page.ts'

/** What a look has in all (VERIFIER.md). A page that takes it whole costs one look; squares of its size would take minutes. */
const LOOK_MS = 20_000
const LINK = '<a href="https://acme.test/">kit</a>'
const WORDS = 'Long walks in the rain. '.repeat(40_000)
const many = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join('')

describe('a page made to be slow', () => {
  it.each([
    ['headings inside headings', `${'<h1><div>'.repeat(15_000)}${WORDS}${LINK}`],
    ['main parts inside main parts', `${'<main>'.repeat(25_000)}${WORDS}${LINK}<script src=a.js></script>`],
    ['links to us', LINK.repeat(30_000)],
    ['links to us around everything', `<svg>${'<a href="https://acme.test/">'.repeat(10_000)}${WORDS}`],
    ['links with long texts', `<a href="https://acme.test/">${WORDS}</a>`.repeat(2)],
    ['links elsewhere', many(30_000, (n) => `<a href="https://e${n}.test/${n}">x</a>`) + LINK],
    ['one long block', `${WORDS}${many(5_000, (n) => `<a href="https://acme.test/${n}">x</a>`)}${WORDS}`],
    [
      'noscripts',
      `${'<noscript><p>'.repeat(5_000)}${LINK}</noscript>${`<noscript>${LINK}</noscript>`.repeat(5_000)}`,
    ],
    ['noscripts that never end', `<p>${'<noscript>'.repeat(60_000)}</noscript>${LINK}`],
    ['lists to choose from', `${'<select><option>'.repeat(20_000)}${LINK}`],
    ['elements in a list to choose from', `<select>${'<div><b>'.repeat(10_000)}</select>${LINK}`],
    ['shadow roots in shadow roots', `${'<div><template shadowrootmode=open>'.repeat(5_000)}${LINK}`],
    [
      'shadow roots side by side',
      `${'<div><template shadowrootmode=open>x</template></div>'.repeat(10_000)}${LINK}`,
    ],
    ['style sheets far inside', `${'<div>'.repeat(25_000)}${'<style>p{}</style>'.repeat(5_000)}${LINK}`],
    ['encodings nobody knows', `${many(30_000, (n) => `<meta charset=x${n}>`)}${LINK}`],
    ['canonical addresses', `${many(30_000, (n) => `<link rel=canonical href=/${n}>`)}${LINK}`],
    ['rules for robots', `${'<meta name=robots content=noarchive>'.repeat(30_000)}${LINK}`],
    ['titles', `${'<title>x</title>'.repeat(30_000)}${LINK}`],
    ['tags that look like links', `${'<i title="<a">'.repeat(20_000)}${LINK}`],
    ['a tag that has no end', `${LINK}<a ${'href="x" '.repeat(100_000)}`],
    ['characters nobody sees', `<p>${'\u00ad'.repeat(1_000_000)}Acme</p>${LINK}`],
    ['our name, nearly', `<p>${'Acm\u00e9 acmeology '.repeat(60_000)}</p>${LINK}`],
  ])('of %s is judged in time', (_, html) => {
    const headers: [string, string][] = [['content-type', 'text/html; charset=utf-8']]
    const start = performance.now()
    const { facts } = readPage(html, {
      observation: { headers },
      question: { targetUrl: 'https://acme.test/other' },
    })
    expect(performance.now() - start).toBeLessThan(LOOK_MS)
    expect(facts.linked).not.toBe(false)
  })

  it('in an old encoding, each query in it, is judged in time', () => {
    const body = new Uint8Array(
      Buffer.from(`${'<a href="/?q=\u00fc">x</a>'.repeat(20_000)}${LINK}`, 'latin1'),
    )
    const headers: [string, string][] = [['content-type', 'text/html; charset=windows-1252']]
    const start = performance.now()
    const { facts } = readPage(body, { observation: { headers }, question: { followHops: true } })
    expect(performance.now() - start).toBeLessThan(LOOK_MS)
    expect(facts).toMatchObject({ linked: true, charset: 'windows-1252' })
  })

  it('with all its links elsewhere is judged in time', () => {
    const html = many(
      30_000,
      (n) => `<a rel=sponsored href="https://e${n}.test/go?u=https%3A%2F%2Fother.test">x</a>`,
    )
    const start = performance.now()
    const { exam } = readPage(html, { question: { followHops: true } })
    expect(performance.now() - start).toBeLessThan(LOOK_MS)
    expect(exam.hopsLeftOut).toBe(true)
  })
})
