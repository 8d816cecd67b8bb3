import { describe, expect, it } from 'vitest'
import { csv } from './cases/import-case.ts'
import { makeWorkbook } from './cases/make-workbook.ts'
import { makeZip, renamedInZip } from './cases/make-zip.ts'
import { readAll } from './cases/read-all.ts'
import { bytesSource } from './import-source.ts'

const MB = 1_048_576
const HEADER = 'Website,Email,Notes'
const TRACKER = {
  Tracker: [
    ['Website', 'Email'],
    ['a.example', 'a@a.example'],
  ],
}

describe('a ZIP made to do harm', () => {
  it.each<[name: string, zip: () => Promise<Buffer>, words: RegExp]>([
    [
      'names a file above its folder',
      async () =>
        renamedInZip(await makeZip({ 'aa/a.csv': csv(',', HEADER, 'a.example,,') }), 'aa/a.csv', '../a.csv'),
      /outside of itself/,
    ],
    [
      'names a file by its place on the disk',
      async () =>
        renamedInZip(await makeZip({ 'aa/a.csv': csv(',', HEADER, 'a.example,,') }), 'aa/a.csv', '/a/a.csv'),
      /outside of itself/,
    ],
    ['holds thousands of files', () => makeZip(manyFiles(1_001)), /more than 1000 files/],
    [
      'is packed a thousand times tighter',
      () => makeZip({ 'a.csv': Buffer.alloc(20 * MB, 'a') }),
      /packed far tighter/,
    ],
    [
      'declares gigabytes',
      async () => declaring(await makeZip({ 'a.csv': 'Website\na.example\n' }), 0xfffffff0),
      /1 GB|tighter/,
    ],
  ])('is refused whole when it %s', async (_, zip, words) => {
    const { opened, rows } = await readAll(bytesSource(await zip()))
    expect(opened).toMatchObject({ format: 'unknown', columns: [] })
    expect(rows).toEqual([])
    expect(opened.warnings().join(' ')).toMatch(words)
  })

  it('is held to the size it declares', async () => {
    const zip = declaring(await makeZip({ 'a.csv': csv(',', HEADER, 'a.example,a@a.example,x') }), 10)
    const { opened, rows } = await readAll(bytesSource(zip))
    expect(rows).toEqual([])
    expect(opened.warnings().join(' ')).toMatch(/damaged/)
  })
})

describe('a workbook made to do harm', () => {
  it('is refused before it is unpacked when a bomb is inside', async () => {
    const bomb = await makeWorkbook(TRACKER, { sheet: `<worksheet>${' '.repeat(30 * MB)}</worksheet>` })
    // Its bytes are spoiled, so that unpacking them would end in another sentence.
    bomb.fill(0xff, bomb.length / 2, bomb.length / 2 + 1_000)
    const { opened, rows } = await readAll(bytesSource(bomb))
    expect(rows).toEqual([])
    expect(opened.warnings().join(' ')).toMatch(/packed far tighter/)
  })

  it.each<[name: string, sheet: string, words: RegExp]>([
    [
      'carries a document type',
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>',
      /document type/,
    ],
    ['is no XML', '<worksheet><sheetData><row r="1"><c></row>', /damaged/],
    ['has one endless tag', `<worksheet a="${randomText(6 * MB)}"/>`, /damaged/],
  ])('is refused when it %s', async (_, sheet, words) => {
    const { opened, rows } = await readAll(bytesSource(await makeWorkbook(TRACKER, { sheet })))
    expect(rows).toEqual([])
    expect(opened.warnings().join(' ')).toMatch(words)
  })

  it('does not fill gaps that its rows and columns claim', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Website</v></c><c r="B1" t="str"><v>Email</v></c></row>' +
      '<row r="999999999999"><c r="A9" t="str"><v>a.example</v></c><c r="ZZZ9" t="str"><v>far</v></c></row></sheetData></worksheet>'
    const { rows } = await readAll(bytesSource(await makeWorkbook(TRACKER, { sheet })))
    expect(rows).toMatchObject([
      { line: 999_999_999_999, record: { prospect: { url: 'https://a.example' } } },
    ])
  })
})

function manyFiles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.csv`, 'x']))
}

/** Writes another unpacked size into the ZIP's list of entries (PKWARE APPNOTE 4.3.12). */
function declaring(zip: Buffer, size: number): Buffer {
  const changed = Buffer.from(zip)
  changed.writeUInt32LE(size, changed.indexOf(Buffer.from('PK\u0001\u0002')) + 24)
  return changed
}

/** Text that does not pack well, so that no cap but the one that is tried stands in the way. */
function randomText(length: number): string {
  let state = 1
  const letters = Uint8Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647
    return 97 + (state % 26)
  })
  return Buffer.from(letters).toString('latin1')
}
