import { describe, expect, it } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = new Date('2026-03-10T12:00:00Z')

describe('relativeTime', () => {
  it.each([
    ['2026-03-10T00:00:00Z', 'today'],
    ['2026-03-10T23:59:00Z', 'today'],
    ['2026-03-09T23:59:00Z', 'yesterday'],
    ['2026-03-11T00:00:00Z', 'tomorrow'],
    ['2026-03-07T12:00:00Z', '3 days ago'],
    ['2026-03-12T12:00:00Z', 'in 2 days'],
    ['2026-02-25T12:00:00Z', '13 days ago'],
    ['2026-02-24T12:00:00Z', '2 weeks ago'],
    ['2026-01-10T12:00:00Z', '8 weeks ago'],
    ['2026-01-09T12:00:00Z', '2 months ago'],
    ['2025-03-11T12:00:00Z', '12 months ago'],
    ['2025-03-10T12:00:00Z', '1 year ago'],
    ['2023-03-01T12:00:00Z', '3 years ago'],
    ['2028-04-10T12:00:00Z', 'in 2 years'],
  ])('%s is %s', (then, words) => {
    expect(relativeTime(new Date(then), now, 'UTC')).toBe(words)
  })

  it('goes by the calendar of the reader’s zone', () => {
    const then = new Date('2026-03-10T10:30:00Z')
    expect(relativeTime(then, new Date('2026-03-10T11:30:00Z'), 'Pacific/Auckland')).toBe('yesterday')
    expect(relativeTime(then, new Date('2026-03-10T11:30:00Z'), 'Europe/Berlin')).toBe('today')
  })
})
