import { describe, expect, it } from 'vitest'
import { type DateStyle, writeDate, writeDay, writeNumber } from './written-dates.ts'

const MOMENT = new Date('2026-03-06T23:03:20Z')

describe('a moment', () => {
  it.each<[DateStyle, string, string]>([
    ['exact', 'Friday, 6 March 2026 at 23:03:20 UTC', 'Freitag, 6. März 2026 um 23:03:20 UTC'],
    ['long', '6 March 2026', '6. März 2026'],
    ['medium', '6 Mar 2026', '6. März 2026'],
    ['medium-minutes', '6 Mar 2026, 23:03', '06.03.2026, 23:03'],
    ['weekday', 'Friday 6 March', 'Freitag, 6. März'],
    ['month', 'March 2026', 'März 2026'],
    ['clock', '23:03', '23:03'],
  ])('is written as %s: %s, %s', (style, english, german) => {
    expect(writeDate(MOMENT, style, { language: 'en-GB', timeZone: 'UTC' })).toBe(english)
    expect(writeDate(MOMENT, style, { language: 'de', timeZone: 'UTC' })).toBe(german)
  })

  it('is written by the clock and the calendar of the reader’s zone', () => {
    const reader = { language: 'en-US', timeZone: 'Europe/Oslo' } as const
    expect(writeDate(MOMENT, 'long', reader)).toBe('March 7, 2026')
    expect(writeDate(MOMENT, 'long', { ...reader, timeZone: 'No/Such_Place' })).toBe('March 6, 2026')
  })
})

describe('a day in itself', () => {
  it('is the same in every zone', () => {
    expect(writeDay('2026-03-06', 'long', 'en-GB')).toBe('6 March 2026')
    expect(writeDay(new Date('2026-03-06T00:00:00Z'), 'long', 'sv')).toBe('6 mars 2026')
  })
})

describe('a number', () => {
  it('is grouped as in the language', () => {
    expect(writeNumber(12_345.5, 'en-GB')).toBe('12,345.5')
    expect(writeNumber(12_345.5, 'de')).toBe('12.345,5')
  })
})
