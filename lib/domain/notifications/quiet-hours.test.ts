import { describe, expect, it } from 'vitest'
import { isQuiet, quietHoursOf } from './quiet-hours.ts'

describe('quiet hours', () => {
  it.each<[string, string, number, number, boolean]>([
    ['2026-03-04T20:59:59Z', 'UTC', 21, 7, false],
    ['2026-03-04T21:00:00Z', 'UTC', 21, 7, true],
    ['2026-03-05T00:00:00Z', 'UTC', 21, 7, true],
    ['2026-03-05T06:59:59Z', 'UTC', 21, 7, true],
    ['2026-03-05T07:00:00Z', 'UTC', 21, 7, false],
    // Within one day.
    ['2026-03-04T12:00:00Z', 'UTC', 12, 14, true],
    ['2026-03-04T14:00:00Z', 'UTC', 12, 14, false],
    // By the person's own clock.
    ['2026-03-04T20:00:00Z', 'Europe/Oslo', 21, 7, true],
    ['2026-03-04T20:00:00Z', 'America/New_York', 21, 7, false],
    ['2026-03-30T05:00:00Z', 'Europe/Oslo', 21, 7, false],
    ['2026-03-04T21:00:00Z', 'No/Such_Place', 21, 7, true],
    ['2026-03-04T09:00:00Z', 'UTC', 9, 9, false],
  ])('at %s in %s, quiet from %i to %i: %s', (now, zone, from, to, quiet) => {
    expect(isQuiet(new Date(now), zone, { from, to })).toBe(quiet)
  })

  it('are two hours or none', () => {
    expect(quietHoursOf(21, 7)).toEqual({ from: 21, to: 7 })
    expect(quietHoursOf(null, 7)).toBe(null)
    expect(quietHoursOf(8, 8)).toBe(null)
    expect(isQuiet(new Date('2026-03-04T03:00:00Z'), 'UTC', null)).toBe(false)
  })
})
