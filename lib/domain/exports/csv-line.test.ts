import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, readBackCell } from './csv-line.ts'

describe('a line of CSV', () => {
  it.each([
    ['plain words', 'plain words'],
    ['a, b', '"a, b"'],
    ['said "so"', '"said ""so"""'],
    ['two\nlines', '"two\nlines"'],
    [' spaced ', '" spaced "'],
    ['', ''],
    ['Ærø 日本 👩🏽‍🌾', 'Ærø 日本 👩🏽‍🌾'],
  ])('writes %j as %s', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`)
  })

  it.each([
    '=1+1',
    '+49 30',
    '-x',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\n=x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u00a0@x',
    '\0=1',
    "' -x",
  ])('keeps %j from being calculated, and reads it back', (cell) => {
    const [[read = ''] = []] = parse(csvLine([cell])) as string[][]
    expect(read).toBe(`'${cell}`)
    expect(readBackCell(read)).toBe(cell)
  })

  it('keeps numbers numbers, and writes nothing for what is not there', () => {
    expect(csvLine([-2.5, 0, 1200, null, undefined, Number.NaN, true])).toBe('-2.5,0,1200,,,,true\r\n')
  })

  it.each(["'=1", "''@x", "'", "'quoted'", "O'Connell"])('gives %j back as it was', (cell) => {
    const [[read = ''] = []] = parse(csvLine([cell])) as string[][]
    expect(readBackCell(read)).toBe(cell)
  })

  it('gives every row of cells back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), (cells) => {
        const [read = []] = parse(csvLine(cells), { skip_empty_lines: false }) as string[][]
        expect(read.map(readBackCell)).toEqual(cells)
      }),
    )
  })

  it('begins no cell with what spreadsheets calculate', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[=+\-@\t\r'" ,a-c\n]{0,6}$/), (cell) => {
        const [[read = ''] = []] = parse(csvLine([cell, 'x'])) as string[][]
        expect(read).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
