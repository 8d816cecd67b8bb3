import { describe, expect, it } from 'vitest'
import { findGap } from './gap-search.ts'

const isPresent = (page: string, gap: string) => findGap(page, gap).kind === 'present'

describe('findGap', () => {
  it.each([
    ['as written', 'no sustainable option', 'There is one sustainable option here.'],
    ['in the plural', 'sustainable option', 'Sustainable options are listed below.'],
    ['in the singular', 'sustainable options', 'Our one sustainable option.'],
    ['in other case', 'vegan wallets', 'THE BEST VEGAN WALLET'],
    [
      'with words between and in another order',
      'sustainable option',
      'An option that is sustainable, at last.',
    ],
    ['hyphenated on the page', 'eco friendly bags', 'We like eco-friendly bags.'],
    ['hyphenated in the gap', 'eco-friendly bags', 'We like eco friendly bags.'],
    ['written as one on the page', 'eco-friendly bag', 'An ecofriendly bag.'],
    ['written as one in the gap', 'ecofriendly bag', 'An eco-friendly bag.'],
    ['as two words in the gap and one on the page', 'carry on luggage', 'All our carryon luggage.'],
    ['with an odd hyphen and a soft one', 'plastic-free packing', 'plas\u00adtic‑free packing'],
    ['with an irregular plural', 'shoes for women', 'A shoe for every woman.'],
    ['as a possessive', "women's shoes", 'Shoes for women'],
    ['in a heading', 'repair guide', 'Repair guides\nNothing else here'],
    ['over a wrapped line', 'no sustainable option', 'We still have found no sustainable\noption here.'],
    ['with -ies', 'battery', 'Spare batteries'],
    ['with -ves', 'shelves', 'One shelf'],
    ['said to be missing on the page itself', 'sustainable option', 'Sadly there is no sustainable option.'],
  ])('is present %s', (_, gap, page) => {
    expect(isPresent(page, gap)).toBe(true)
  })

  it.each([
    ['one word is missing', 'no sustainable option', 'There are many options.'],
    [
      'the words stand in two sentences',
      'sustainable option',
      'We love sustainable living. One option is cotton.',
    ],
    ['the words stand in two list items', 'recycled canvas', '- recycled nylon\n- cotton canvas'],
    ['the words stand in heading and text', 'recycled canvas', 'Recycled\n\nCanvas'],
    ['a word is only part of another', 'car seat', 'A scar on the seating'],
    ['hyphen parts stand apart', 'eco-friendly', 'The eco bag has friendly makers.'],
    ['"news" is not "new"', 'news section', 'A new section'],
  ])('is absent when %s', (_, gap, page) => {
    expect(findGap(page, gap).kind).toBe('absent')
  })

  it.each([
    'no sustainable option',
    'without a sustainable option',
    'Lack of sustainable options',
    'there is no sustainable option',
    '"No" sustainable option',
    "there isn't a sustainable option",
  ])('looks only for what "%s" names', (gap) => {
    const answer = findGap('Anything', gap)
    expect(answer.kind === 'absent' && answer.words[0]).toBe('sustainable')
  })

  it.each(['', 'no', 'without', 'lack of', 'no such', '—', '🎒'])('sees nothing named in "%s"', (gap) => {
    expect(findGap('No page says this without a lack of such.', gap)).toEqual({ kind: 'nothing-named' })
  })

  it('shows where it stands in the page as given', () => {
    const page = 'First line.\n\n  One eco&#8209;friendly bag. More.'
    const answer = findGap(page, 'no eco-friendly bags')
    expect(answer.kind === 'present' && page.slice(answer.start, answer.end)).toBe(
      'One eco&#8209;friendly bag.',
    )
  })

  it.each([
    ['one endless sentence', 'word-word '.repeat(50_000), 'eco-friendly bag'],
    ['a hundred thousand sentences', 'A bag. '.repeat(70_000), `${'bag '.repeat(20_000)}option`],
  ])('stays quick on %s', (_, page, gap) => {
    const before = performance.now()
    findGap(page, gap)
    expect(performance.now() - before).toBeLessThan(8_000)
  })
})
