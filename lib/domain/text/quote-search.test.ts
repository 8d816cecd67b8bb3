import { describe, expect, it } from 'vitest'
import { findQuote } from './quote-search.ts'

const PAGE = `Packing light, again

I’ve carried the same bag for six years — and it still doesn’t leak. My back\u00adpack&nbsp;weighs &quot;next to nothing&quot;.
What I would change: the straps… they wear out after two summers of walking. Wait... that is not all of it.
El café está muy bueno aquí.`

const marked = (quote: string, page = PAGE) => {
  const answer = findQuote(page, quote)
  return answer.kind === 'found' ? page.slice(answer.start, answer.end) : answer.kind
}

describe('findQuote', () => {
  it.each([
    ['word for word', 'the same bag for six years', 'the same bag for six years'],
    ['in other case', 'THE SAME BAG FOR SIX YEARS', 'the same bag for six years'],
    [
      'with straight quotes and a plain dash',
      "for six years - and it still doesn't leak",
      'for six years — and it still doesn’t leak',
    ],
    [
      'over soft hyphens and references',
      'My backpack weighs "next to nothing"',
      'My back\u00adpack&nbsp;weighs &quot;next to nothing',
    ],
    ['in quotation marks', '“carried the same bag for six years”', 'carried the same bag for six years'],
    [
      'in two kinds of marks and a full stop',
      '»"the same bag for six years."«',
      'the same bag for six years',
    ],
    [
      'over a line end',
      'weighs "next to nothing". What I would change',
      'weighs &quot;next to nothing&quot;.\nWhat I would change',
    ],
    ['with white space of every kind', 'the  same\u00a0bag\n for six years', 'the same bag for six years'],
    [
      'with dots that stand on the page itself',
      'Wait… that is not all of it',
      'Wait... that is not all of it',
    ],
    ['with accents as written', 'El café está muy bueno', 'El café está muy bueno'],
    ['in the middle of an ellipsis', '...the same bag for six years...', 'the same bag for six years'],
  ])('finds a quote %s', (_, quote, expected) => {
    expect(marked(quote)).toBe(expected)
  })

  it.each([
    ['with three dots', 'the same bag for six years ... wear out after two summers'],
    ['with one character', 'the same bag for six years … wear out after two summers'],
    ['in square brackets', 'the same bag for six years [...] wear out after two summers'],
    ['in round brackets', 'the same bag for six years (…) wear out after two summers'],
    ['with spaced dots', 'the same bag for six years . . . wear out after two summers'],
  ])('finds the parts around an ellipsis %s', (_, quote) => {
    const answer = findQuote(PAGE, quote)
    expect(answer.kind === 'found' && answer.parts.map((part) => PAGE.slice(part.start, part.end))).toEqual([
      'the same bag for six years',
      'wear out after two summers',
    ])
  })

  it.each([
    ['one word differs', 'the same bag for seven years'],
    ['it ends within a word', 'carried the same bag for six year'],
    ['it begins within a word', 'arried the same bag for six years'],
    ['it ends before an apostrophe', 'and it still doesn'],
    ['an accent is missing', 'El cafe esta muy bueno'],
    ['its parts stand in another order', 'wear out after two summers ... the same bag for six years'],
    ['its parts would have to overlap', 'the same bag for six years ... bag for six years'],
    ['a word was left out without an ellipsis', 'I’ve carried the bag for six years'],
  ])('finds nothing when %s', (_, quote) => {
    expect(marked(quote)).toBe('not-found')
  })

  it.each([
    ['', 0],
    ['«»', 0],
    ['the same bag', 3],
    ['the — same — bag', 3],
    ['the same bag for six years ... two summers', 2],
  ])('calls "%s" too short', (quote, words) => {
    expect(findQuote(PAGE, quote)).toMatchObject({ kind: 'too-short', words })
  })

  it('looks on when the first place is within a word', () => {
    const page = 'the same travel backpack; the same travel back again'
    expect(marked('and the same travel back', `sand ${page} and the same travel back`)).toBe(
      'and the same travel back',
    )
    expect(marked('the same travel back', page)).toBe('the same travel back')
  })

  it('shows the sentence that comes closest', () => {
    const answer = findQuote(PAGE, 'carried the same bag for seven years and it still does not leak')
    expect(answer.kind === 'not-found' && answer.closest?.text).toContain(
      'I’ve carried the same bag for six years',
    )
  })

  it('shows no sentence that has little in common with it', () => {
    expect(findQuote(PAGE, 'pineapples grow on small green bushes')).toEqual({
      kind: 'not-found',
      closest: null,
    })
  })

  it.each([
    ['a page made to slow a search down', 'a'.repeat(500_000), `${'a'.repeat(50_000)} b c d`],
    ['parts that nearly fit everywhere', 'a a a b '.repeat(60_000), 'a a a b a a a b a a a c'],
    ['a quote of marks', 'word '.repeat(100_000), `one two three four ${'!'.repeat(200_000)}x`],
    ['a quote of dots', 'word '.repeat(100_000), `one two three four ${'. '.repeat(100_000)}five`],
  ])('stays quick on %s', (_, page, quote) => {
    const before = performance.now()
    findQuote(page, quote)
    expect(performance.now() - before).toBeLessThan(8_000)
  })
})
