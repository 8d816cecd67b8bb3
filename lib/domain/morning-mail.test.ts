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
})
