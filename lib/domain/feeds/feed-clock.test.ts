import { describe, expect, it } from 'vitest'
import { nextFeedLook, nextFeedTry } from './feed-clock.ts'

const NOW = new Date('2026-03-04T12:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const hoursUntil = (date: Date) => (date.getTime() - NOW.getTime()) / HOUR_MS
/** Posts that came out every so many hours, the last one that long ago. */
const every = (hours: number, lastAgo = 0, count = 12) =>
  Array.from({ length: count }, (_, at) => new Date(NOW.getTime() - (lastAgo + at * hours) * HOUR_MS))

describe('when a feed is looked at again', () => {
  it.each([
    ['nothing is known of it', [], 6],
    ['posts every ten minutes', every(1 / 6), 1],
    ['posts every hour', every(1), 1],
    ['posts every six hours', every(6), 2],
    ['posts every day', every(24), 8],
    ['posts every week', every(168), 56],
    ['posts every month', every(720), 168],
    ['one post, today', every(1, 0, 1), 1],
    ['daily posts, silent for a month', every(24, 720), 120],
    ['daily posts, silent for years', every(24, 20_000), 168],
    ['posts dated ahead', every(24, -2_000), 6],
    ['twenty on one day after a year of silence', every(0.1, 0, 20), 1],
  ] satisfies [string, Date[], number][])('%s', (_, published, hours) => {
    expect(hoursUntil(nextFeedLook({ now: NOW, published }))).toBeCloseTo(hours, 1)
  })

  it.each([
    [60, 1],
    [720, 12],
    [100_000, 24],
    [-5, 1],
  ])('a ttl of %i minutes is heeded up to a day', (ttlMinutes, hours) => {
    expect(hoursUntil(nextFeedLook({ now: NOW, published: every(1), ttlMinutes }))).toBe(hours)
  })

  it('leaves out the hours they ask to be left alone', () => {
    const next = nextFeedLook({ now: NOW, published: every(1), skipHours: [13, 14] })
    expect(next).toEqual(new Date('2026-03-04T15:00:00Z'))
  })

  it('does not wait for ever where all hours are left out', () => {
    const skipHours = Array.from({ length: 24 }, (_, hour) => hour)
    expect(hoursUntil(nextFeedLook({ now: NOW, published: [], skipHours }))).toBeLessThan(48)
  })

  it('spreads what was looked at together, and never beyond a week', () => {
    const times = [0, 0.5, 1].map((jitter) =>
      hoursUntil(nextFeedLook({ now: NOW, published: every(24), jitter })),
    )
    expect(times[0]).toBeLessThan(times[1] ?? 0)
    expect(times[1]).toBeLessThan(times[2] ?? 0)
    expect(hoursUntil(nextFeedLook({ now: NOW, published: every(2_000), jitter: 1 }))).toBe(168)
  })
})

describe('when a feed that failed is tried again', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [5, 16],
    [8, 128],
    [9, 168],
    [500, 168],
  ])('failure %i in a row waits %i hours', (failedInRow, hours) => {
    expect(hoursUntil(nextFeedTry({ now: NOW, failedInRow }))).toBe(hours)
  })

  it('is never sooner than their server asks', () => {
    expect(hoursUntil(nextFeedTry({ now: NOW, failedInRow: 1, retryAfterMs: 2 * DAY_MS }))).toBe(48)
    expect(hoursUntil(nextFeedTry({ now: NOW, failedInRow: 6, retryAfterMs: HOUR_MS }))).toBe(32)
  })
})
