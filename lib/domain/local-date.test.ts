import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysBetween,
  isLocalDate,
  isTimeZone,
  localDateOf,
  startOfLocalDate,
  weekdayOf,
} from './local-date.ts'

describe('dates on somebody’s calendar', () => {
  it.each([
    ['2026-03-06T10:30:00Z', 'Pacific/Auckland', '2026-03-06'],
    ['2026-03-06T11:30:00Z', 'Pacific/Auckland', '2026-03-07'],
    ['2026-03-06T04:30:00Z', 'America/New_York', '2026-03-05'],
    ['2026-12-31T23:30:00Z', 'UTC', '2026-12-31'],
    ['2026-12-31T23:30:00Z', 'Nowhere/Atall', '2026-12-31'],
  ])('%s in %s is %s', (moment, timeZone, date) => {
    expect(localDateOf(new Date(moment), timeZone)).toBe(date)
  })

  it.each([
    ['2026-03-06', 'UTC', '2026-03-06T00:00:00.000Z'],
    ['2026-03-06', 'Pacific/Auckland', '2026-03-05T11:00:00.000Z'],
    ['2026-03-06', 'America/New_York', '2026-03-06T05:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-04-25', 'Africa/Cairo', '2026-04-24T21:00:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2026-03-06', 'Nowhere/Atall', '2026-03-06T00:00:00.000Z'],
  ])('%s in %s begins at %s', (date, timeZone, moment) => {
    expect(startOfLocalDate(date, timeZone).toISOString()).toBe(moment)
  })

  it.each([
    ['2026-03-06', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-3-6', false],
    ['06.03.2026', false],
    ['', false],
    ['9999-01-01', false],
  ])('%j is a date: %s', (written, is) => {
    expect(isLocalDate(written)).toBe(is)
  })

  it('counts over ends of months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
    expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3)
  })

  it('knows the days of the week', () => {
    expect(weekdayOf('2026-03-06')).toBe(5)
    expect(weekdayOf('2026-03-08')).toBe(0)
  })

  it('knows a time zone from a word', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true)
    expect(isTimeZone('Berlin')).toBe(false)
    expect(isTimeZone('')).toBe(false)
  })
})
