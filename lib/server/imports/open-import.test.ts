import { describe, expect, it } from 'vitest'
import { csv, latin1, utf8, utf16le } from './cases/import-case.ts'
import { bytesSource } from './import-source.ts'
import { type OpenedImport, openImport } from './open-import.ts'
import { detectEncoding } from './text-encoding.ts'

const AMBIGUOUS = utf8(csv(',', 'Website,Date', 'a.example,03/04/2026', 'b.example,05/06/2026'))

describe('the encoding of a file', () => {
  it.each<[name: string, bytes: Uint8Array, encoding: string | null]>([
    ['plain letters', utf8('a,b'), 'UTF-8'],
    ['a BOM of UTF-8', utf8('\ufeffa,b'), 'UTF-8'],
    ['letters of two bytes', utf8('é'.repeat(50_000)), 'UTF-8'],
    [
      'one byte at the end that is no UTF-8',
      Buffer.concat([utf8('a'.repeat(200_000)), latin1('é,')]),
      'windows-1252',
    ],
    ['a BOM of UTF-16', utf16le('a,b'), 'UTF-16LE'],
    ['UTF-16 without a BOM', utf16le('Website,Email').subarray(2), 'UTF-16LE'],
    ['UTF-16 the other way round', Buffer.from(utf16le('Website,Email')).swap16(), 'UTF-16BE'],
    ['bytes of a machine', Buffer.from(Array.from({ length: 500 }, (_, at) => at % 7)), null],
  ])('%s: %s', async (_, bytes, encoding) => {
    const source = bytesSource(bytes)
    expect(await detectEncoding(() => source.read(0, source.size))).toBe(encoding)
  })
})

describe('an opened file', () => {
  it('warns once of all dates that can be read in two ways, and takes the day to come first', async () => {
    const opened = await openImport(bytesSource(AMBIGUOUS))
    expect(await datesOf(opened)).toEqual(['2026-04-03', '2026-06-05'])
    expect(opened.warnings()).toEqual([
      '2 dates in "Date" can be read in two ways ("03/04/2026"). The day was taken to come first. Lines 2, 3.',
    ])
  })

  it('takes the month to come first when a person says so', async () => {
    const opened = await openImport(bytesSource(AMBIGUOUS), { dateOrder: 'month-first' })
    expect(await datesOf(opened)).toEqual(['2026-03-04', '2026-05-06'])
    expect(opened.warnings()).toEqual([])
  })

  it('says the same when it is read a second time', async () => {
    const opened = await openImport(bytesSource(AMBIGUOUS))
    const first = await datesOf(opened)
    const warnings = opened.warnings()
    expect(await datesOf(opened)).toEqual(first)
    expect(opened.warnings()).toEqual(warnings)
  })

  it('names the first lines of a warning and counts the rest', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `site${at}.example,nobody at all`)
    const opened = await openImport(bytesSource(utf8(csv(',', 'Website,Email', ...rows))))
    await datesOf(opened)
    expect(opened.warnings()).toEqual([
      '30 e-mail addresses could not be read ("nobody at all") and were left out. Lines 2, 3, 4, 5, 6 and 25 more.',
    ])
  })

  it('shows its columns and first rows for the mapping screen, recognised or not', async () => {
    const opened = await openImport(bytesSource(utf8(csv(';', 'Colour;Size', 'red;1', 'blue;2'))))
    expect(opened).toMatchObject({
      format: 'unknown',
      columns: [
        { header: 'Colour', field: null },
        { header: 'Size', field: null },
      ],
      samples: [
        ['red', '1'],
        ['blue', '2'],
      ],
    })
  })
})

async function datesOf(opened: OpenedImport): Promise<(string | undefined)[]> {
  const dates: (string | undefined)[] = []
  for await (const row of opened.records()) dates.push('record' in row ? row.record.pitchedOn : undefined)
  return dates
}
