import { describe, expect, it } from 'vitest'
import { dateElsewhere, startOfDay } from './start-of-day.ts'

describe('a date begins', () => {
  it.each([
    ['2026-03-04', 'UTC', '2026-03-04T00:00:00.000Z'],
    ['2026-03-04', 'Europe/Oslo', '2026-03-03T23:00:00.000Z'],
    ['2026-07-04', 'Europe/Oslo', '2026-07-03T22:00:00.000Z'],
    ['2026-03-04', 'America/Los_Angeles', '2026-03-04T08:00:00.000Z'],
    ['2026-03-04', 'Asia/Kathmandu', '2026-03-03T18:15:00.000Z'],
    ['2026-03-04', 'Pacific/Kiritimati', '2026-03-03T10:00:00.000Z'],
    ['2026-03-04', 'Pacific/Pago_Pago', '2026-03-04T11:00:00.000Z'],
    // The nights when clocks change.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    // Midnight is left out in Cairo: the day begins at one o'clock.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    // Samoa went to bed on a Thursday and rose on a Saturday.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2026-03-04', 'No/Such_Place', '2026-03-04T00:00:00.000Z'],
  ])('%s in %s at %s', (date, zone, moment) => {
    expect(startOfDay(date, zone).toISOString()).toBe(moment)
  })
})

describe('the date on another calendar when a date begins', () => {
  it.each([
    ['2026-03-12', 'Pacific/Auckland', 'Europe/Oslo', '2026-03-11'],
    ['2026-03-12', 'America/Los_Angeles', 'Europe/Oslo', '2026-03-12'],
    ['2026-03-12', 'Pacific/Honolulu', 'Pacific/Auckland', '2026-03-12'],
    ['2026-03-12', 'Pacific/Pago_Pago', 'Pacific/Kiritimati', '2026-03-13'],
    ['2026-03-12', 'Europe/Oslo', 'Europe/Oslo', '2026-03-12'],
  ])('%s in %s is, in %s, %s', (date, zone, reader, expected) => {
    expect(dateElsewhere(date, zone, reader)).toBe(expected)
  })
})
