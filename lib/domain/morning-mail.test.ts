import { describe, expect, it } from 'vitest'
import { morningMailDue } from './morning-mail.ts'

describe('the morning mail is due', () => {
  it.each<[string, string, string | null, string | null]>([
    // A Wednesday in Oslo, an hour ahead.
    ['2026-03-04T05:59:59Z', 'Europe/Oslo', null, null],
    ['2026-03-04T06:00:00Z', 'Europe/Oslo', null, '2026-03-04'],
    ['2026-03-04T06:00:00Z', 'Europe/Oslo', '2026-03-03', '2026-03-04'],
    ['2026-03-04T06:00:00Z', 'Europe/Oslo', '2026-03-04', null],
    // Who flew west has had that day's mail.
    ['2026-03-04T06:00:00Z', 'Europe/Oslo', '2026-03-05', null],
    ['2026-03-04T09:59:59Z', 'Europe/Oslo', null, '2026-03-04'],
    ['2026-03-04T10:00:00Z', 'Europe/Oslo', null, null],
    // No weekend, by the reader's calendar: Saturday begins in Auckland on our Friday.
    ['2026-03-06T18:30:00Z', 'Pacific/Auckland', null, null],
    ['2026-03-08T18:30:00Z', 'Pacific/Auckland', null, '2026-03-09'],
    ['2026-03-07T08:00:00Z', 'UTC', null, null],
    ['2026-03-08T08:00:00Z', 'UTC', null, null],
    // Summer time: seven o'clock comes an hour earlier from the day on.
    ['2026-03-30T04:59:59Z', 'Europe/Oslo', null, null],
    ['2026-03-30T05:00:00Z', 'Europe/Oslo', null, '2026-03-30'],
    ['2026-10-26T05:30:00Z', 'Europe/Oslo', null, null],
    ['2026-10-26T06:00:00Z', 'Europe/Oslo', null, '2026-10-26'],
    ['2026-03-04T01:30:00Z', 'Asia/Kolkata', null, '2026-03-04'],
    ['2026-03-04T01:15:00Z', 'Asia/Kathmandu', null, '2026-03-04'],
    ['2026-03-04T01:14:00Z', 'Asia/Kathmandu', null, null],
    ['2026-03-04T07:00:00Z', 'No/Such_Place', null, '2026-03-04'],
  ])('at %s in %s, after %s: %s', (now, zone, claimedOn, day) => {
    expect(morningMailDue(new Date(now), zone, claimedOn)).toBe(day)
  })

  it.each<[string, number, number, string | null]>([
    ['2026-03-04T07:30:00Z', 21, 9, null],
    ['2026-03-04T09:00:00Z', 21, 9, '2026-03-04'],
    ['2026-03-04T12:59:59Z', 21, 9, '2026-03-04'],
    ['2026-03-04T13:00:00Z', 21, 9, null],
    ['2026-03-04T07:00:00Z', 21, 7, '2026-03-04'],
    // A nap within the morning.
    ['2026-03-04T08:30:00Z', 8, 10, null],
    ['2026-03-04T10:30:00Z', 8, 10, '2026-03-04'],
    // From nine in the morning until six the next: before and after seven the reader sleeps by day.
    ['2026-03-04T07:00:00Z', 9, 6, '2026-03-04'],
    // All but the evening is quiet: it waits for the evening.
    ['2026-03-04T18:00:00Z', 22, 18, '2026-03-04'],
  ])('at %s with quiet hours from %i to %i: %s', (now, from, to, day) => {
    expect(morningMailDue(new Date(now), 'UTC', null, { from, to })).toBe(day)
  })
})
