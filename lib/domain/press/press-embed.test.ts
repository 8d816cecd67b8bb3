import { describe, expect, it } from 'vitest'
import { type EmbedFacts, embedFrame, embedHtml, embedJson, embedSnippet } from './press-embed.ts'
import type { PressEntry } from './press-html.ts'
import { relTo } from './press-rel.ts'

const NASTY = '"><script>alert(1)</script>'

function entry(odd: Partial<PressEntry> = {}): PressEntry {
  return {
    ...{ url: 'https://www.paper.example/a', title: 'Seven bags', isLinked: true, provenance: 'earned' },
    ...{ publishedOn: new Date('2026-03-01'), recordedAt: new Date('2026-03-04T23:30:00Z'), words: '' },
    ...odd,
  }
}

function facts(entries: PressEntry[], odd: Partial<EmbedFacts> = {}): EmbedFacts {
  return { siteName: 'Fernway', timeZone: 'Pacific/Auckland', withWords: true, entries, ...odd }
}

describe('a link from the press of a Site', () => {
  it.each([
    ['earned', ''],
    ['quote', ''],
    ['guest', ''],
    ['listing', ''],
    ['sample', 'nofollow'],
    ['paid-elsewhere', 'nofollow'],
    ['of a kind nobody knows', ''],
  ])('to a page that came about as %s carries "%s"', (provenance, rel) => {
    expect(relTo(provenance)).toBe(rel)
  })
})

describe('the list to copy', () => {
  it('is plain HTML: no script, no style, nothing to load', () => {
    const html = embedSnippet(facts([entry(), entry({ provenance: 'sample', title: '' })]))
    expect(html).toContain('<a href="https://www.paper.example/a"><bdi>Seven bags</bdi></a>')
    expect(html).toContain(
      '<a href="https://www.paper.example/a" rel="nofollow"><bdi>paper.example</bdi></a>',
    )
    expect(html).toContain('<time datetime="2026-03-01">1 March 2026</time>')
    expect(html).not.toMatch(/<script|<style|<img|<iframe|<link|style=|class=/)
  })

  it('says the day it was seen, in the Site’s zone, where nobody knows when it came out', () => {
    const html = embedSnippet(facts([entry({ publishedOn: null })]))
    expect(html).toContain('<time datetime="2026-03-05">seen 5 March 2026</time>')
  })

  it('has words only where they were asked for, short and without mail addresses', () => {
    const words = `Write to mara@fernway.example. ${'long '.repeat(300)}`
    expect(embedSnippet(facts([entry({ words })], { withWords: false }))).not.toContain('blockquote')
    const html = embedSnippet(facts([entry({ words })]))
    expect(html).toContain('<blockquote')
    expect(html).not.toContain('mara@')
    expect(html.length).toBeLessThan(1_200)
  })
})

it.each([
  ['the list', embedSnippet],
  ['the page', embedHtml],
  ['the frame', ({ siteName }: EmbedFacts) => embedFrame(siteName, `https://rapport.example/${NASTY}`)],
])('nothing of others breaks out of %s', (_, make) => {
  const nasty = entry({ title: NASTY, words: NASTY, url: `https://paper.example/?${NASTY}` })
  expect(make(facts([nasty], { siteName: NASTY }))).not.toContain('<script')
})

describe('the live page', () => {
  it('opens its links beside the page that holds it, and brings its own style alone', () => {
    const html = embedHtml(facts([entry({ provenance: 'sample' })]))
    expect(html).toContain('rel="noopener noreferrer nofollow" target="_blank"')
    expect(html).not.toMatch(/<script|<link|src=/)
  })
  it('without any page says so', () => {
    expect(embedHtml(facts([]))).toContain('Nothing stands here yet.')
  })
})

describe('the JSON', () => {
  it('has the shape that is documented', () => {
    const named = entry({ isLinked: false, publishedOn: null, provenance: 'sample', words: 'Fernway.' })
    expect(JSON.parse(embedJson(facts([named])))).toEqual({
      ...{ format: 'rapport-press-1', site: 'Fernway' },
      mentions: [
        {
          ...{ url: 'https://www.paper.example/a', title: 'Seven bags', outlet: 'paper.example' },
          ...{ kind: 'name', publishedOn: null, seenOn: '2026-03-05', rel: 'nofollow', words: 'Fernway.' },
        },
      ],
    })
    const [first] = JSON.parse(embedJson(facts([entry()], { withWords: false }))).mentions
    expect(first).toMatchObject({ kind: 'link', publishedOn: '2026-03-01', rel: '' })
    expect(first).not.toHaveProperty('words')
  })
})
