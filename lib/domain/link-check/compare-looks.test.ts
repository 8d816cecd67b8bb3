import { describe, expect, it } from 'vitest'
import { NOTHING_KNOWN } from '../own-look.ts'
import { compareLooks, looksToCompare } from './compare-looks.ts'

type Look = { number: number; verdict: string }
const looks = (...verdicts: string[]): Look[] =>
  verdicts.map((verdict, index) => ({ verdict, number: verdicts.length - index }))

describe('the looks laid side by side', () => {
  it.each<[string, string[], boolean, number | null, number | null]>([
    ['are the lost one and the last that linked', ['lost', 'lost', 'linked', 'linked'], false, 4, 2],
    ['pass over a newer one that could not tell', ['could-not-check', 'lost', 'linked'], false, 2, 1],
    [
      'are the one that cannot tell and the last that could',
      ['could-not-check', 'looks-rendered-by-script', 'could-not-check', 'linked'],
      true,
      4,
      1,
    ],
    ['are the last two where all say the same', ['page-gone', 'page-gone'], false, 2, 1],
    ['are one where there is no other', ['linked'], false, 1, null],
    ['are one where no other could tell', ['could-not-check', 'could-not-check'], true, 2, null],
    ['are none before anybody looked', [], false, null, null],
  ])('%s', (_claim, verdicts, isUntold, now, before) => {
    const compared = looksToCompare(looks(...verdicts), isUntold)
    expect([compared.now?.number ?? null, compared.before?.number ?? null]).toEqual([now, before])
  })
})

const LINKED = {
  kind: 'fetched',
  sentence: 'The page links to you.',
  linkHtml: '<a href="https://fernway.shop/">Fernway</a>',
  facts: {
    ...NOTHING_KNOWN,
    httpStatus: 200,
    linked: true,
    anchorText: 'Fernway',
    resolvedUrl: 'https://fernway.shop/',
    rel: [],
    mentioned: true,
    mentionedAs: 'Fernway',
    noindex: false,
    pageNofollow: false,
  },
}
const different = (rows: ReturnType<typeof compareLooks>) =>
  rows.filter(({ isDifferent }) => isDifferent).map(({ term }) => term)

describe('the evidence of two looks', () => {
  it('differs only in what changed', () => {
    const marked = {
      ...LINKED,
      linkHtml: '<a rel="nofollow" href="https://fernway.shop/">Fernway</a>',
      facts: { ...LINKED.facts, rel: ['nofollow'] },
    }
    const rows = compareLooks(LINKED, marked)
    expect(different(rows)).toEqual(['How it is marked (rel)', 'The link in the page’s code'])
    expect(rows.find(({ term }) => term === 'How it is marked (rel)')).toMatchObject({
      before: 'not marked',
      now: 'nofollow',
    })
  })

  it('shows what was there and is not any more', () => {
    const lost = {
      kind: 'fetched',
      sentence: 'The link is gone.',
      linkHtml: null,
      facts: { ...NOTHING_KNOWN, httpStatus: 200, linked: false, mentioned: false, noindex: true },
    }
    expect(different(compareLooks(LINKED, lost))).toEqual([
      'What it says',
      'Link text',
      'Leads to',
      'How it is marked (rel)',
      'The link in the page’s code',
      'Our name on the page',
      'Rules for search engines',
    ])
  })

  it('calls nothing different where there is nothing to compare with', () => {
    const rows = compareLooks(null, LINKED)
    expect(different(rows)).toEqual([])
    expect(rows.length).toBeGreaterThan(4)
  })

  it('claims nothing of a page’s code where a person looked', () => {
    const own = {
      kind: 'person',
      sentence: 'Mara saw a link.',
      linkHtml: null,
      facts: { ...NOTHING_KNOWN, linked: true },
    }
    expect(compareLooks(null, own).map(({ term }) => term)).toEqual(['What it says'])
  })
})
