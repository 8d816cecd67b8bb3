import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AHREFS_CASES } from './cases/ahrefs-cases.ts'
import { csv, utf8 } from './cases/import-case.ts'
import { LINK_INDEX_CASES } from './cases/link-index-cases.ts'
import { makeWorkbook } from './cases/make-workbook.ts'
import { OWN_SHEET_CASES } from './cases/own-sheet-cases.ts'
import { readAll, rowsOf } from './cases/read-all.ts'
import { VCARD_CASES } from './cases/vcard-cases.ts'
import { bytesSource, type ImportSource } from './import-source.ts'

const MB = 1_048_576
const HEADER = 'Website,Email,Notes'
const TRACKER = {
  Tracker: [
    ['Website', 'Email'],
    ['a.example', 'a@a.example'],
  ],
}

describe('a table made to do harm', () => {
  it('loses a line of 50 MB and keeps the lines around it', async () => {
    const long = Buffer.concat([
      utf8(csv(',', HEADER, 'a.example,,')),
      Buffer.alloc(50 * MB, 'x'),
      utf8('\r\nb.example,,'),
    ])
    const { rows } = await readAll(bytesSource(long))
    expect(rows).toMatchObject([
      { line: 2, record: { prospect: { url: 'https://a.example' } } },
      { line: 3, refused: expect.stringMatching(/longer than a million/) },
      { line: 4, record: { prospect: { url: 'https://b.example' } } },
    ])
  })

  it('loses only the row whose quote never closes', async () => {
    const lines = Array.from({ length: 3_000 }, (_, at) => `site${at}.example,a@site${at}.example,kind`)
    lines[10] = 'site10.example,a@site10.example,"open, and on it goes'
    const { rows } = await readAll(bytesSource(utf8([HEADER, ...lines].join('\n'))))
    expect(rows).toHaveLength(3_000)
    expect(rows.filter((row) => 'refused' in row)).toMatchObject([{ line: 12 }])
    expect(rows.at(-1)).toMatchObject({
      line: 3_001,
      record: { prospect: { url: 'https://site2999.example' } },
    })
  })

  it('takes no longer when every row has such a quote', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `site${at}.example,"""${at},x`)
    const { rows, ms } = await readAll(bytesSource(utf8([HEADER, ...lines].join('\n'))))
    expect(rows).toHaveLength(20_000)
    expect(ms).toBeLessThan(15_000)
  })

  it('comes to an end when it is nothing but empty rows', async () => {
    const { rows } = await readAll(
      bytesSource(utf8(`${HEADER}\na.example,,x${'\n'.repeat(300_000)}b.example,,x`)),
    )
    expect(rows).toMatchObject([{ line: 2 }, { refused: expect.stringMatching(/empty rows/) }])
  })

  it.each<[name: string, cell: string]>([
    ['spaces', ' '.repeat(900_000)],
    ['at signs', '@'.repeat(900_000)],
    ['dots', '.'.repeat(900_000)],
    ['commas of numbers', '1,'.repeat(400_000)],
    ['slashes', 'https://a/'.repeat(90_000)],
    ['colons', ':'.repeat(900_000)],
    ['letters that do not follow', 'no '.repeat(300_000)],
  ])('is read in good time when a cell is nothing but %s', async (_, cell) => {
    const headers = [
      'Website',
      'Contact',
      'Email',
      'Link type',
      'Date',
      'Cost',
      'Tags',
      'Live link',
      'Notes',
      cell.slice(0, 1_000),
    ]
    const file = csv(
      '\t',
      headers,
      headers.map(() => `x${cell.replaceAll('\t', ' ')}`.slice(0, 100_000)),
      headers.map(() => cell.slice(0, 100_000)),
    )
    const { ms } = await readAll(bytesSource(utf8(file)))
    expect(ms).toBeLessThan(5_000)
  })
})

describe('any file', () => {
  const files = [...AHREFS_CASES, ...LINK_INDEX_CASES, ...OWN_SHEET_CASES, ...VCARD_CASES].map(
    ({ file }) => file,
  )

  it('is read without an error, whatever bytes are changed in it', async () => {
    const change = fc.record({
      file: fc.constantFrom(...files),
      at: fc.nat(),
      byte: fc.nat({ max: 255 }),
      cut: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ file, at, byte, cut }) => {
        const changed = Buffer.from(file.subarray(0, Math.max(1, cut % (file.length + 1))))
        changed[at % changed.length] = byte
        await readAll(bytesSource(changed))
      }),
      { numRuns: 300 },
    )
  })

  it('is read without an error when it is a workbook with changed bytes', async () => {
    const workbook = await makeWorkbook(TRACKER)
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat({ max: 255 }), async (at, byte) => {
        const changed = Buffer.from(workbook)
        changed[at % changed.length] = byte
        await readAll(bytesSource(changed))
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same rows however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.integer({ min: 1, max: 97 }), async (file, size) => {
        const whole = await readAll(bytesSource(file))
        const pieces = await readAll(inPieces(file, size))
        expect(pieces.rows).toEqual(whole.rows)
      }),
      { numRuns: 60 },
    )
  })

  it('goes on behind any row where a reader stopped', async () => {
    for (const file of files) {
      const { opened, rows } = await readAll(bytesSource(file))
      for (const { at } of rows) {
        expect(await rowsOf(opened.records({ after: at }))).toEqual(rows.slice(at + 1))
      }
    }
  })
})

function inPieces(bytes: Uint8Array, size: number): ImportSource {
  return {
    ...bytesSource(bytes),
    async *read(start, end) {
      for (let at = start; at < end; at += size) yield bytes.subarray(at, Math.min(end, at + size))
    },
  }
}
