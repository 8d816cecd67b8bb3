import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { printImport } from '#scripts/read-import/print-import.ts'
import { AHREFS_CASES } from './cases/ahrefs-cases.ts'
import { CONTACT_CASES } from './cases/contact-cases.ts'
import type { ImportCase } from './cases/import-case.ts'
import { JUNK_CASES } from './cases/junk-cases.ts'
import { LINK_INDEX_CASES } from './cases/link-index-cases.ts'
import { OWN_SHEET_CASES } from './cases/own-sheet-cases.ts'
import { packedCases } from './cases/packed-cases.ts'
import { SEARCH_CONSOLE_CASES } from './cases/search-console-cases.ts'
import { TRACKER_CASES } from './cases/tracker-cases.ts'
import { VCARD_CASES } from './cases/vcard-cases.ts'
import { bytesSource } from './import-source.ts'
import { openImport } from './open-import.ts'

// Every file goes through the importer and out as `read-import` prints it, and is held against its case.

type Printed = {
  columns: { header: string; field: string | null }[]
  records: Record<string, unknown>[]
  refused: { line: number | string | null; reason: string }[]
  warnings: string[]
} & Record<string, unknown>

const GROUPS: Record<string, ImportCase[]> = {
  'exports of Ahrefs': AHREFS_CASES,
  'exports of Semrush, Moz and Majestic': LINK_INDEX_CASES,
  'exports of Search Console': SEARCH_CONSOLE_CASES,
  'lists of people': CONTACT_CASES,
  'exports of trackers': TRACKER_CASES,
  'own sheets': OWN_SHEET_CASES,
  'contact cards': VCARD_CASES,
  'ZIP files and workbooks': await packedCases(),
  'what is no table': JUNK_CASES,
}

for (const [about, cases] of Object.entries(GROUPS)) {
  describe(`reading ${about}`, () => {
    for (const one of cases) {
      it(one.name, async () => {
        const printed = await printedImport(one)
        expect(printed).toMatchObject(wantedHead(one))
        const fields = Object.fromEntries(printed.columns.map(({ header, field }) => [header, field]))
        expect(fields).toMatchObject(one.fields ?? {})
        expect(printed.records).toMatchObject(one.records)
        expect(printed.records).toHaveLength(one.records.length)
        if (one.refused)
          expectSentences(
            printed.refused.map(({ line, reason }) => [line, reason]),
            one.refused,
          )
        if (one.warnings)
          expectSentences(
            printed.warnings.map((words) => ['', words]),
            one.warnings.map((words) => ['', words]),
          )
      })
    }
  })
}

function wantedHead({ format, encoding, delimiter, headerLine }: ImportCase): Record<string, unknown> {
  return {
    format,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(headerLine === undefined ? {} : { headerLine }),
  }
}

function expectSentences(
  found: [line: number | string | null, words: string][],
  wanted: [line: number | string | null, words: RegExp][],
): void {
  expect(found.map(([line]) => line)).toEqual(wanted.map(([line]) => line))
  for (const [at, [, words]] of wanted.entries()) expect(found[at]?.[1]).toMatch(words)
}

async function printedImport({ file, mapping }: ImportCase): Promise<Printed> {
  let text = ''
  const output = new Writable({
    write(chunk, _, done) {
      text += chunk
      done()
    },
  })
  await printImport(await openImport(bytesSource(file), { mapping: mapping ?? null }), output)
  return JSON.parse(text)
}
