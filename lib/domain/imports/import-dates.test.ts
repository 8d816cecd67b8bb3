import { describe, expect, it } from 'vitest'
import { dateOrderOf, readDate } from './import-dates.ts'

describe('reading a date', () => {
  it.each<[written: string, iso: string | null]>([
    ['2026-09-28', '2026-09-28'],
    ['2026/9/8', '2026-09-08'],
    ['2026-06-21 08:37:05', '2026-06-21T08:37:05'],
    ['2026-06-21T08:37', '2026-06-21T08:37:00'],
    ['2026-06-21T08:37:05.123Z', '2026-06-21T08:37:05Z'],
    ['2026-06-21 08:37:05 UTC', '2026-06-21T08:37:05Z'],
    ['2026-06-21T08:37:05+0200', '2026-06-21T08:37:05+02:00'],
    ['Sep 21, 2026', '2026-09-21'],
    ['September 21st 2026', '2026-09-21'],
    ['21 Sep 2026', '2026-09-21'],
    ['21-Sep-2026', '2026-09-21'],
    ['Mon, 21 September 2026 14:05', '2026-09-21T14:05:00'],
    ['Sep 21, 2026, 2:05 PM', '2026-09-21T14:05:00'],
    ['12/28/2026 12:05 am', '2026-12-28T00:05:00'],
    ['28/09/2026', '2026-09-28'],
    ['09/28/2026', '2026-09-28'],
    ['28.9.2026', '2026-09-28'],
    ['3.4.2026', '2026-04-03'],
    ['28/09/26', '2026-09-28'],
    [' 7/7/2026 ', '2026-07-07'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2026', null],
    ['31/09/2026', null],
    ['2026-13-01', null],
    ['2026-06-21 25:00', null],
    ['21 Sept', null],
    ['Marvellous 21 2026', null],
    ['12', null],
    ['1.2.3', null],
    ['0001-01-01', null],
    ['next week', null],
    ['', null],
  ])('%s is %s', (written, iso) => {
    expect(readDate(written)?.iso ?? null).toBe(iso)
  })

  it.each<[written: string, order: 'day-first' | 'month-first' | null, iso: string, ambiguous: boolean]>([
    ['03/04/2026', null, '2026-04-03', true],
    ['03/04/2026', 'day-first', '2026-04-03', false],
    ['03/04/2026', 'month-first', '2026-03-04', false],
    ['28/09/2026', 'month-first', '2026-09-28', false],
    ['09/28/2026', 'day-first', '2026-09-28', false],
    ['03.04.2026', 'month-first', '2026-04-03', false],
    ['04/04/2026', null, '2026-04-04', false],
  ])('%s, %s, is %s; in doubt: %s', (written, order, iso, ambiguous) => {
    expect(readDate(written, order)).toEqual({ iso, ambiguous })
  })
})

describe('the order of a column', () => {
  it.each<[cells: string[], order: 'day-first' | 'month-first' | null]>([
    [['03/04/2026', '28/09/2026'], 'day-first'],
    [['03/04/2026', '09/28/2026'], 'month-first'],
    [['03/04/2026', '05/06/2026'], null],
    [['28/09/2026', '09/28/2026'], null],
    [['03.04.2026'], 'day-first'],
    [['2026-09-28', 'soon'], null],
    [[], null],
  ])('%s is %s', (cells, order) => {
    expect(dateOrderOf(cells)).toBe(order)
  })
})
