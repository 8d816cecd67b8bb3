import { describe, expect, it } from 'vitest'
import { readerHour } from './reader-hour.ts'

describe('what time it is where they read', () => {
  it.each([
    ['2026-03-04T14:10:00Z', 'Asia/Tokyo', 'It is 23:10 at night there.', false],
    ['2026-03-04T11:10:00Z', 'America/Los_Angeles', 'It is 3:10 at night there.', false],
    ['2026-03-04T08:05:00Z', 'Europe/Vienna', 'It is 9:05 in the morning there.', true],
    ['2026-03-04T16:59:00Z', 'Europe/Vienna', 'It is 17:59 in the afternoon there.', true],
    ['2026-03-04T17:00:00Z', 'Europe/Vienna', 'It is 18:00 in the evening there.', false],
    ['2026-03-07T10:00:00Z', 'Europe/London', 'It is Saturday, 10:00 in the morning there.', false],
    ['2026-03-04T00:00:00Z', 'Europe/London', 'It is 0:00 at night there.', false],
  ])('%s in %s', (now, timeZone, words, isWorkingTime) => {
    expect(readerHour(new Date(now), timeZone)).toEqual({ words, isWorkingTime })
  })

  it('is not guessed where nobody knows their zone', () => {
    expect(readerHour(new Date('2026-03-04T14:10:00Z'), null)).toBeNull()
    expect(readerHour(new Date('2026-03-04T14:10:00Z'), 'Nowhere/Land')).toBeNull()
  })
})
