import { describe, expect, it } from 'vitest'
import { affiliationWords, noonOf, pathWords } from './affiliation-words.ts'

const tie = (name: string, since: string | null, until: string | null, role = '') => ({
  role,
  since: since ? noonOf(since) : null,
  until: until ? noonOf(until) : null,
  prospect: { name },
})

describe('a time at an outlet', () => {
  it.each([
    { of: tie('A', null, null), words: '' },
    { of: tie('A', null, null, 'gear editor'), words: 'gear editor' },
    { of: tie('A', '2024-03-02', null, 'gear editor'), words: 'gear editor, since March 2024' },
    { of: tie('A', null, '2025-03-31'), words: 'until March 2025' },
    { of: tie('A', '2020-03-01', '2021-05-31'), words: 'March 2020 to May 2021' },
  ])('reads "$words"', ({ of, words }) => {
    expect(affiliationWords(of, 'Europe/Oslo')).toBe(words)
  })
})

describe('the way of a person', () => {
  it.each([
    { ties: [], words: '' },
    { ties: [tie('A', null, null)], words: '' },
    { ties: [tie('A', null, '2025-03-01')], words: 'until March 2025 at A' },
    {
      ties: [tie('B', '2025-03-01', null), tie('A', null, '2025-03-01'), tie('C', null, '2020-01-01')],
      words: 'until January 2020 at C, until March 2025 at A, now at B',
    },
  ])('reads "$words"', ({ ties, words }) => {
    expect(pathWords(ties, 'UTC')).toBe(words)
  })
})
