import { describe, expect, it } from 'vitest'
import { balanceWords, GIVEN_TOUCHES } from './giving.ts'

const now = new Date('2026-11-25T12:00:00Z')
const march = new Date('2026-03-04T12:00:00Z')

describe('asking and giving', () => {
  it.each([
    [{ asked: 2, gave: 1, since: march }, 'You asked twice and gave once since March.'],
    [{ asked: 1, gave: 3, since: march }, 'You asked once and gave 3 times since March.'],
    [{ asked: 0, gave: 1, since: march }, 'You gave once since March, and asked for nothing.'],
    [{ asked: 2, gave: 0, since: march }, 'You asked twice since March, and gave nothing yet.'],
    [{ asked: 0, gave: 0, since: null }, 'Nothing was asked and nothing given yet.'],
    [
      { asked: 1, gave: 1200, since: new Date('2024-01-02T00:00:00Z') },
      'You asked once and gave 1,200 times since January 2024.',
    ],
    [{ asked: 1, gave: 1, since: now }, 'You asked once and gave once this month.'],
  ])('is told in words', (counts, words) => {
    expect(balanceWords(counts, now, 'UTC')).toBe(words)
  })

  it('goes by the calendar of who reads', () => {
    const since = new Date('2026-03-31T23:00:00Z')
    expect(balanceWords({ asked: 1, gave: 1, since }, now, 'UTC')).toContain('since March')
    expect(balanceWords({ asked: 1, gave: 1, since }, now, 'Europe/Oslo')).toContain('since April')
  })

  it('counts as given what costs something and asks nothing', () => {
    expect(GIVEN_TOUCHES).toEqual([
      'commented',
      'shared',
      'linked',
      'introduced',
      'bought',
      'thanked',
      'helped',
    ])
  })
})
