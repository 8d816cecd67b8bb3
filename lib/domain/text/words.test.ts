import { describe, expect, it } from 'vitest'
import { countWords, isOnWordBoundaries } from './words.ts'

describe('countWords', () => {
  it.each([
    ['nothing', '', 0],
    ['white space', ' \n\t ', 0],
    ['plain words', 'I loved your post', 4],
    ['dashes and emoji as none', 'so — good 🎒 -- !', 2],
    ['hyphens and apostrophes inside one word', "it's well-known", 2],
    ['an address as one word', 'see https://example.com/a-b?c=d now', 3],
    ['numbers', '3 bags at 20%', 4],
    ['words parted by no-break spaces', 'one\u00a0two\u2003three', 3],
    ['right-to-left words', 'שלום עולם', 2],
    ['two characters of an unspaced script as a word', '持続可能な鞄', 3],
  ])('counts %s', (_, text, words) => {
    expect(countWords(text)).toBe(words)
  })
})

describe('isOnWordBoundaries', () => {
  it.each([
    ['travel back', 'travel back', true],
    ['a travel backpack', 'travel back', false],
    ['well-made bags', 'made bags', true],
    ["it doesn't last", 'it doesn', false],
    ["he said 'good bag' twice", 'good bag', true],
    ['éclair', 'clair', false],
    ['素敵な鞄です', '鞄', true],
  ])('in "%s", "%s" is on boundaries: %s', (text, part, expected) => {
    const start = text.indexOf(part)
    expect(isOnWordBoundaries(text, start, start + part.length)).toBe(expected)
  })
})
