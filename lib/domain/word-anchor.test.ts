import { describe, expect, it } from 'vitest'
import { anchorAt, findAnchor, findWords } from './word-anchor.ts'

const LETTER = `Hi Anna,

I have carried the same tent up every hill, and so have you. We mend torn seams.

We also mend zips. If that is not for you, just say so.`

/** Notes the first place of some words. */
function note(words: string, text = LETTER) {
  const start = text.indexOf(words)
  return anchorAt(text, { start, end: start + words.length })
}

function found(text: string, words: string): string | null {
  const range = findAnchor(text, note(words))
  return range ? text.slice(range.start, range.end) : null
}

describe('noting words', () => {
  it('leaves out white space at their ends, and keeps a little of what stands around them', () => {
    const anchor = anchorAt(LETTER, { start: LETTER.indexOf(' We mend'), end: LETTER.indexOf(' torn') + 1 })
    expect(anchor.quote).toBe('We mend')
    expect(LETTER.slice(anchor.position, anchor.position + 7)).toBe('We mend')
    expect(anchor.before.endsWith('so have you. ')).toBe(true)
    expect(anchor.after.startsWith(' torn seams.')).toBe(true)
  })
})

describe('finding noted words again', () => {
  it.each([
    ['in the text itself', LETTER, 'torn seams', 'torn seams'],
    ['behind a new first sentence', `A new beginning. ${LETTER}`, 'torn seams', 'torn seams'],
    ['in other letters and with other quotes', LETTER.toUpperCase(), 'so have you', 'SO HAVE YOU'],
    ['over a new line end', LETTER.replace('same tent', 'same\ntent'), 'the same tent', 'the same\ntent'],
    [
      'moved far away, if they are three words or more',
      'Torn seams? We mend torn seams!',
      'We mend torn',
      'We mend torn',
    ],
    ['one word, while its neighbour is there', LETTER.replace('torn', 'ripped'), 'seams', 'seams'],
    ['one word at the very beginning', 'Hi Anna, how are you?', 'Hi', 'Hi'],
  ])('works %s', (_, text, words, there) => {
    expect(found(text, words)).toBe(there)
  })

  it.each([
    ['words that were changed', LETTER.replace('torn seams', 'old seams'), 'torn seams'],
    ['words that were taken out', LETTER.replace(' We mend torn seams.', ''), 'We mend torn seams'],
    ['one word that stands among others now', 'Nobody torn apart would write this.', 'torn'],
    ['a word that is only part of another now', LETTER.replace('same tent up', 'same contents up'), 'tent'],
    ['everything, in an empty letter', '', 'torn seams'],
  ])('says that %s are gone', (_, text, words) => {
    expect(found(text, words)).toBeNull()
  })

  it('takes the place whose neighbours are those they had, not the first one', () => {
    const range = findAnchor(LETTER, note('mend zips'.slice(0, 4)))
    expect(range?.start).toBe(LETTER.indexOf('mend torn'))
    const start = LETTER.indexOf('mend zips')
    const second = anchorAt(LETTER, { start, end: start + 4 })
    expect(findAnchor(LETTER, second)?.start).toBe(start)
    const moved = `We mend nothing here. ${LETTER}`
    expect(findAnchor(moved, second)?.start).toBe(moved.indexOf('mend zips'))
  })

  it('takes the nearest of places that are alike', () => {
    const text = 'one two. one two. one two.'
    const anchor = anchorAt(text, { start: 9, end: 12 })
    expect(findAnchor(text, anchor)?.start).toBe(9)
  })

  it('works in scripts without spaces, and within a word that was chosen in part', () => {
    const text = '私たちはテントを直します。'
    const start = text.indexOf('テント')
    const anchor = anchorAt(text, { start, end: start + 3 })
    expect(findAnchor(`はい。${text}`, anchor)).toEqual({ start: start + 3, end: start + 6 })
    const part = anchorAt('a backpack', { start: 2, end: 6 })
    expect(findAnchor('my backpack', part)).toEqual({ start: 3, end: 7 })
  })

  it('is quick with words that stand everywhere', () => {
    const text = 'no '.repeat(6_000)
    const anchor = anchorAt(text, { start: 9_000, end: 9_002 })
    const began = performance.now()
    expect(findAnchor(text, anchor)?.start).toBe(9_000)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

describe('typed words', () => {
  it.each([
    ['mend', 2],
    ['We mend torn', 1],
    ['we  MEND torn', 1],
    ['men', 0],
    ['', 0],
    ['...', 0],
  ])('%j stand %i times', (words, times) => {
    expect(findWords(LETTER, words)).toHaveLength(times)
  })
})
