import type { Entry } from 'yauzl'
import type { ImportChoices } from '#lib/domain/imports/plan-table.ts'
import type { RawRow } from './csv-reader.ts'
import type { Bytes } from './import-source.ts'
import type { OpenedZip } from './open-zip.ts'
import { type OpenedTable, openNothing, openTable, openUnknownTable } from './opened-table.ts'
import { sheetRows, type Workbook } from './xlsx-sheet.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import { readDateStyles } from './xlsx-styles.ts'
import { readXml } from './xlsx-xml.ts'

const HEAD_ROWS = 1_000
const MOST_SHEETS = 50
const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'
const NO_TEXT = { encoding: null, delimiter: null }

export function isXlsx(entries: readonly Entry[]): boolean {
  return entries.some(({ fileName }) => fileName.toLowerCase() === WORKBOOK)
}

/** Opens the first sheet with a header that is recognised. Throws XlsxRefused or ZipRefused where it is broken. */
export async function openXlsx(zip: OpenedZip, choices: ImportChoices): Promise<OpenedTable> {
  const part = (name: string) => partOf(zip, name)
  const { sheets: named, isFrom1904 } = await readWorkbook(part)
  const sheets = named.some(part) ? named : sheetParts(zip)
  const strings = await readSharedStrings(part(STRINGS))
  const workbook: Workbook = { strings, dateStyles: await readDateStyles(part(STYLES)), isFrom1904 }
  let unknown: OpenedTable | null = null
  for (const sheet of sheets.slice(0, MOST_SHEETS)) {
    const bytes = part(sheet)
    if (!bytes) continue
    const head = await headRows(bytes, workbook)
    const readRows = (width: number) => filledTo(width, sheetRows(bytes(), workbook))
    const table = openTable(head, readRows, NO_TEXT, choices)
    if (table) return table
    unknown ??= openUnknownTable(head, NO_TEXT)
  }
  return unknown ?? openNothing(null, 'No sheet of this workbook has columns that Rapport recognises.')
}

/** The parts of the sheets in their order, and where days begin to count. */
async function readWorkbook(part: (name: string) => Bytes | null) {
  const targets = new Map<string, string>()
  const ids: string[] = []
  let isFrom1904 = false
  for await (const _ of readXml(contentOf(part(RELATIONS)), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target)
    },
  }));
  for await (const _ of readXml(contentOf(part(WORKBOOK)), {
    open: (name, attributes) => {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      // The prefix of the attribute is the writer's choice: "r:id", "ns2:id".
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (name === 'sheet' && id) ids.push(id)
    },
  }));
  const sheets = ids.flatMap((id) => targets.get(id) ?? []).map((target) => partName(target))
  return { sheets, isFrom1904 }
}

/** Some writers leave the list of sheets out, or wrong. */
function sheetParts({ entries }: OpenedZip): string[] {
  return entries
    .map(({ fileName }) => fileName)
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name))
    .sort()
}

/** A target is relative to the folder "xl", or absolute within the ZIP. */
function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

function partOf({ entries, bytes }: OpenedZip, name: string): Bytes | null {
  const entry = entries.find(({ fileName }) => fileName.toLowerCase() === name.toLowerCase())
  return entry?.canDecodeFileData() ? bytes(entry) : null
}

async function* contentOf(bytes: Bytes | null): AsyncGenerator<Uint8Array> {
  if (bytes) yield* bytes()
  else yield Buffer.from('<none/>')
}

async function headRows(bytes: Bytes, workbook: Workbook): Promise<RawRow[]> {
  const head: RawRow[] = []
  for await (const row of sheetRows(bytes(), workbook)) {
    head.push(row)
    if (head.length >= HEAD_ROWS) break
  }
  return head
}

/** Sheets leave empty cells out at the end of a row; that does not make it a row that was cut off. */
async function* filledTo(width: number, rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow> {
  for await (const row of rows) {
    if ('cells' in row) while (row.cells.length < width) row.cells.push('')
    yield row
  }
}
