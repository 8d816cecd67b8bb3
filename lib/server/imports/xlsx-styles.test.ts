import { describe, expect, it } from 'vitest'
import { dateOfSerial, isDateFormat } from './xlsx-styles.ts'

describe('a number format', () => {
  it.each<[code: string, date: boolean]>([
    ['yyyy-mm-dd', true],
    ['dd/mm/yyyy\\ hh:mm', true],
    ['[$-409]mmm d, yyyy;@', true],
    ['h:mm AM/PM', true],
    ['0.00', false],
    ['#,##0 "days"', false],
    ['[$$-409]#,##0.00', false],
    ['General', false],
    ['0.00E+00', false],
    ['@', false],
    ['[Red]0', false],
  ])('%s is a date: %s', (code, date) => {
    expect(isDateFormat(code)).toBe(date)
  })
})

describe('a day number of a workbook', () => {
  it.each<[serial: number, from1904: boolean, iso: string | null]>([
    [46_293, false, '2026-09-28'],
    [46_293.5, false, '2026-09-28T12:00:00'],
    [46_293.999_999_9, false, '2026-09-29'],
    [1, false, '1900-01-01'],
    [61, false, '1900-03-01'],
    [44_831, true, '2026-09-28'],
    [0.25, false, '06:00:00'],
    [-1, false, null],
    [3_000_000, false, null],
    [Number.NaN, false, null],
  ])('%s, counted from 1904: %s, is %s', (serial, from1904, iso) => {
    expect(dateOfSerial(serial, from1904)).toBe(iso)
  })
})
