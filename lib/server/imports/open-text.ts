import type { ImportChoices } from '#lib/domain/imports/plan-table.ts'
import { CsvReader, type RawRow } from './csv-reader.ts'
import type { Bytes } from './import-source.ts'
import { openCards } from './open-cards.ts'
import { type OpenedTable, openNothing, openTable, openUnknownTable } from './opened-table.ts'
import { detectEncoding, type TextEncodingName } from './text-encoding.ts'
import { type TextLine, textLines } from './text-lines.ts'

const DELIMITERS = [',', ';', '\t']
/** What is looked at to recognise a table and the order of its dates. */
const HEAD_LINES = 1_000
const HEAD_CHARACTERS = 1_048_576
const NO_TABLE =
  'Rapport does not recognise this file. Tables (CSV, TSV, XLSX), contact cards and ZIP files of tables can be read.'

/** Opens a text: a table whichever way its cells are divided, or contact cards. Null bytes and binary files are junk. */
export async function openText(bytes: Bytes, choices: ImportChoices): Promise<OpenedTable> {
  const encoding = await detectEncoding(bytes)
  if (encoding === null) return openNothing(null, NO_TABLE)
  const head = await headLines(bytes, encoding)
  if (head.length === 0) return openNothing(encoding, 'This file is empty.')
  if (/^\s*begin:vcard\s*$/i.test(head.find((line) => line?.trim()) ?? '')) return openCards(bytes, encoding)
  return openDelimited(bytes, head, encoding, choices)
}

function openDelimited(
  bytes: Bytes,
  head: readonly TextLine[],
  encoding: TextEncodingName,
  choices: ImportChoices,
): OpenedTable {
  const readings = DELIMITERS.map((delimiter) => ({ delimiter, rows: headRows(head, delimiter) }))
  const tables = readings.flatMap(({ delimiter, rows }) => {
    const readRows = (width: number) => csvRows(textLines(bytes(), encoding), delimiter, width)
    return openTable(rows, readRows, { encoding, delimiter }, choices) ?? []
  })
  const known = tables.filter(({ format }) => format !== 'spreadsheet')
  const best = widest(known) ?? widest(tables)
  if (best) return best
  const unknown = widest(
    readings.flatMap(({ delimiter, rows }) => openUnknownTable(rows, { encoding, delimiter }) ?? []),
  )
  return unknown ?? openNothing(encoding, NO_TABLE)
}

/** Of several readings of one header, the one that finds most columns is right; the comma wins where they are equal. */
function widest(tables: readonly OpenedTable[]): OpenedTable | undefined {
  return tables.reduce<OpenedTable | undefined>(
    (best, table) => (best && best.columns.length >= table.columns.length ? best : table),
    undefined,
  )
}

async function headLines(bytes: Bytes, encoding: TextEncodingName): Promise<TextLine[]> {
  const head: TextLine[] = []
  let characters = 0
  for await (const lines of textLines(bytes(), encoding)) {
    for (const line of lines) {
      head.push(line)
      characters += line?.length ?? 0
      if (head.length >= HEAD_LINES || characters > HEAD_CHARACTERS) return head
    }
  }
  return head
}

function headRows(head: readonly TextLine[], delimiter: string): RawRow[] {
  const reader = new CsvReader(delimiter, null)
  return [...reader.push(head), ...reader.finish()]
}

async function* csvRows(
  lines: AsyncIterable<TextLine[]>,
  delimiter: string,
  width: number,
): AsyncGenerator<RawRow> {
  const reader = new CsvReader(delimiter, width)
  for await (const batch of lines) yield* reader.push(batch)
  yield* reader.finish()
}
