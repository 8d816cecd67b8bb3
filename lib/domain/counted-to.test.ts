import { describe, expect, it } from 'vitest'
import { COUNTED_TO, countInWords } from './counted-to.ts'

describe('a number that is counted only so far', () => {
  it.each([
    [0, '0'],
    [96, '96'],
    [COUNTED_TO, '1,000'],
    [COUNTED_TO + 1, '1,000+'],
  ])('%i reads %s', (count, words) => {
    expect(countInWords(count)).toBe(words)
  })
})
