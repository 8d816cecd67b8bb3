import { describe, expect, it } from 'vitest'
import { localDateOf } from './local-date.ts'
import { isPutOff, MOST_DAYS_PUT_OFF, nextMonday, type PutOffChoice, putOffUntil } from './put-off.ts'

describe('a thing put off on a Wednesday', () => {
  const today = '2026-03-04'
  it.each<[PutOffChoice, string | null, string]>([
    ['done', null, '2026-03-05'],
    ['tomorrow', null, '2026-03-05'],
    ['next-week', null, '2026-03-09'],
    ['date', '2026-03-05', '2026-03-05'],
    ['date', '2027-03-05', '2027-03-05'],
    // What stands in the field for a day counts for that choice alone.
    ['tomorrow', '2026-12-24', '2026-03-05'],
  ])('%s %s: comes back on %s', (choice, date, until) => {
    expect(putOffUntil(choice, date, today)).toEqual({ until })
  })

  it.each([
    [null, 'Please choose a day.'],
    ['2026-03-04', 'Please choose a day after today.'],
    ['2026-03-03', 'Please choose a day after today.'],
    ['0001-01-01', 'Please choose a day after today.'],
    ['2027-03-06', 'Please choose a day within a year.'],
    ['9999-12-31', 'Please choose a day within a year.'],
  ])('until %s: %s', (date, problem) => {
    expect(putOffUntil('date', date, today)).toEqual({ problem })
  })

  it('may wait a leap year, and no day longer', () => {
    expect(MOST_DAYS_PUT_OFF).toBe(366)
    expect(putOffUntil('date', '2028-03-01', '2027-03-01')).toEqual({ until: '2028-03-01' })
  })
})

describe('next week', () => {
  it.each([
    ['2026-03-02', 'Monday', '2026-03-09'],
    ['2026-03-03', 'Tuesday', '2026-03-09'],
    ['2026-03-06', 'Friday', '2026-03-09'],
    ['2026-03-07', 'Saturday', '2026-03-09'],
    ['2026-03-08', 'Sunday', '2026-03-09'],
    ['2026-12-31', 'Thursday of another year', '2027-01-04'],
  ])('from %s, a %s, is %s', (today, _, monday) => {
    expect(nextMonday(today)).toBe(monday)
  })
})

describe('what is put off', () => {
  const putOff = { until: '2026-03-05', mark: 'how it stood' }
  it.each([
    ['the evening before', '2026-03-04', 'how it stood', true],
    ['on its day', '2026-03-05', 'how it stood', false],
    ['long after', '2026-04-01', 'how it stood', false],
    ['when something happened to it', '2026-03-04', 'an answer arrived', false],
  ])('%s', (_, today, mark, isAway) => {
    expect(isPutOff(putOff, mark, today)).toBe(isAway)
  })

  it('is nothing that was never put off', () => {
    expect(isPutOff(undefined, '', '2026-03-04')).toBe(false)
  })

  // The calendar counts, and it turns at midnight there, whatever the clocks were made to do that night.
  it.each([
    ['Europe/Berlin', '2026-03-28', '2026-03-28T22:59:59Z', true],
    ['Europe/Berlin', '2026-03-28', '2026-03-28T23:00:00Z', false],
    ['Europe/Berlin', '2026-10-24', '2026-10-24T21:59:59Z', true],
    ['Europe/Berlin', '2026-10-24', '2026-10-24T22:00:00Z', false],
    ['Africa/Cairo', '2026-04-23', '2026-04-23T21:59:59Z', true],
    ['Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00Z', false],
    ['Pacific/Kiritimati', '2026-03-04', '2026-03-04T10:00:00Z', false],
    ['Pacific/Pago_Pago', '2026-03-04', '2026-03-05T10:59:59Z', true],
    ['No/Such_Place', '2026-03-04', '2026-03-04T23:59:59Z', true],
  ])('in %s on %s until tomorrow is away at %s: %s', (zone, today, moment, isAway) => {
    const day = putOffUntil('tomorrow', null, today)
    const until = 'until' in day ? day.until : ''
    expect(isPutOff({ until, mark: '' }, '', localDateOf(new Date(moment), zone))).toBe(isAway)
  })
})
