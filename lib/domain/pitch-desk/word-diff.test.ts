import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffCounts, diffWords } from './word-diff.ts'

const shown = (older: string, newer: string) =>
  diffWords(older, newer)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')

describe('the words between two texts', () => {
  it.each([
    ['the same', 'a b c', 'a b c', 'a b c'],
    ['from nothing', '', 'a b', '[+a b]'],
    ['to nothing', 'a b', '', '[-a b]'],
    ['one word for another', 'a red bag', 'a blue bag', 'a [-red][+blue] bag'],
    [
      'two words for two: one change',
      'see a red bag now',
      'see a blue sack now',
      'see a [-red bag][+blue sack] now',
    ],
    ['words at the end', 'good day', 'good day to you', 'good day[+ to you]'],
    ['words in the middle', 'one three', 'one two three', 'one [+two ]three'],
    ['a paragraph apart', 'one two', 'one\n\ntwo', 'one[- ][+\n\n]two'],
    ['words before a full stop', 'of linen.', 'of linen and wool.', 'of linen[+ and wool].'],
    ['a mark for another', 'Hello Jo.', 'Hello Jo,', 'Hello Jo[-.][+,]'],
    ['a word moved', 'a b c d', 'b c d a', '[-a ]b c d[+ a]'],
    [
      'letters beyond ASCII',
      'grüße 👩‍👩‍👧 an dich',
      'grüße 👩‍👩‍👧 an euch',
      'grüße 👩‍👩‍👧 an [-dich][+euch]',
    ],
  ])('%s', (_, older, newer, expected) => {
    expect(shown(older, newer)).toBe(expected)
  })

  const text = fc.array(fc.constantFrom('a', 'b', 'cc', ' ', '  ', '\n', '.', 'ä'), { maxLength: 60 })

  it('make both texts again, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [older, newer] = [a.join(''), b.join('')]
        const pieces = diffWords(older, newer)
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('')
        expect(without('added')).toBe(older)
        expect(without('removed')).toBe(newer)
      }),
      { numRuns: 500 },
    )
  })

  it('are as few as there can be: what both keep in order stays', () => {
    expect(diffCounts(diffWords('a b c a b b a', 'c b a b a c'))).toEqual({ added: 2, removed: 3 })
    expect(diffCounts(diffWords('x', 'x'))).toEqual({ added: 0, removed: 0 })
  })

  it('of two long texts that share nothing come at once, as two texts', () => {
    const long = (word: string) => Array.from({ length: 3_000 }, (_, at) => `${word}${at}`).join(' ')
    const before = performance.now()
    const pieces = diffWords(long('a'), long('b'))
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(pieces.map((piece) => piece.kind)).toEqual(['removed', 'added'])
  })
})
