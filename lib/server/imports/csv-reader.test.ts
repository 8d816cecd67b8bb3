import { describe, expect, it } from 'vitest'
import { CsvReader, type RawRow } from './csv-reader.ts'

describe('rows of a table', () => {
  it.each<[name: string, text: string, width: number | null, rows: (string[] | RegExp)[], lines: number[]]>([
    [
      'plain cells',
      'a,b\nc,d',
      2,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [1, 2],
    ],
    ['white space around cells', ' a , "b, c" ,d', 3, [['a', 'b, c', 'd']], [1]],
    [
      'a line break in quotes',
      'a,"b\n\nc"\nd,e',
      2,
      [
        ['a', 'b\n\nc'],
        ['d', 'e'],
      ],
      [1, 4],
    ],
    ['doubled quotes', '"say ""hi""",b', 2, [['say "hi"', 'b']], [1]],
    ['a quote inside an unquoted cell', '5" disk,b', 2, [['5" disk', 'b']], [1]],
    ['quotes that were not doubled', '"say "hi" now",b', 2, [['say "hi" now', 'b']], [1]],
    ['and a comma between them', '"say "hi, you" now",b', 2, [['say "hi, you" now', 'b']], [1]],
    [
      'a quote that never closes',
      'a,"b\nc,d\ne,f',
      2,
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      [1, 2, 3],
    ],
    [
      'one that the next row closes',
      'a,"b\nc,"d"\ne,f',
      2,
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      [1, 2, 3],
    ],
    ['one with a comma behind it', 'a,"b,x\nc,d', 2, [/quotes/, ['c', 'd']], [1, 2]],
    ['lines of nothing', 'a,b\n\n\nc,d', 2, [['a', 'b'], [''], [''], ['c', 'd']], [1, 2, 3, 4]],
    [
      'a quoted cell that begins with a quote',
      'a,"""b"" c\nd"\ne,f',
      2,
      [
        ['a', '"b" c\nd'],
        ['e', 'f'],
      ],
      [1, 3],
    ],
    ['a row that is too long stays as it is', 'a,b,c', 2, [['a', 'b', 'c']], [1]],
  ])('%s', (_, text, width, rows, lines) => {
    const found = rowsOf(text, ',', width)
    expect(found.map(({ line }) => line)).toEqual(lines)
    for (const [at, row] of found.entries()) {
      const wanted = rows[at]
      if (wanted instanceof RegExp) expect('broken' in row && row.broken).toMatch(wanted)
      else expect('cells' in row && row.cells).toEqual(wanted)
    }
  })

  it('keeps empty cells between tabs', () => {
    expect(rowsOf('a\t\t"b\tc"\t', '\t', 4)).toEqual([{ line: 1, cells: ['a', '', 'b\tc', ''] }])
  })

  it('reads the same however its lines arrive', () => {
    const lines = 'a,"b\nc"\nd,"e\nf,g\nh,i'.split('\n')
    const reader = new CsvReader(',', 2)
    const oneByOne = [...lines.flatMap((line) => reader.push([line])), ...reader.finish()]
    expect(oneByOne).toEqual(rowsOf(lines.join('\n'), ',', 2))
  })

  it('lets every line stand for itself after a hundred quotes that never closed', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `${at},"open`)
    const rows = rowsOf([...lines, 'a,b'].join('\n'), ',', 2)
    expect(rows).toHaveLength(301)
    expect(rows.at(-2)).toEqual({ line: 300, cells: ['299', 'open'] })
    expect(rows.at(-1)).toEqual({ line: 301, cells: ['a', 'b'] })
  })
})

function rowsOf(text: string, delimiter: string, width: number | null): RawRow[] {
  const reader = new CsvReader(delimiter, width)
  return [...reader.push(text.split('\n')), ...reader.finish()]
}
