import type { ImportFormat } from '#lib/domain/imports/import-formats.ts'
import type { ImportRecord } from '#lib/domain/imports/import-record.ts'
import type { ImportChoices } from '#lib/domain/imports/plan-table.ts'
import { allBytes, firstBytes, type ImportSource } from './import-source.ts'
import { openText } from './open-text.ts'
import { isXlsx, openXlsx } from './open-xlsx.ts'
import { isZip, openZip, ZipRefused } from './open-zip.ts'
import { openZippedTables, type ZippedTable } from './open-zipped-tables.ts'
import { type ImportColumn, type OpenedTable, openNothing } from './opened-table.ts'
import { SeenRows } from './seen-rows.ts'
import type { TextEncodingName } from './text-encoding.ts'
import { WarningCollector } from './warning-collector.ts'
import { XlsxRefused } from './xlsx-xml.ts'

export type ImportLine = number | string

/** A row of a file. `at` counts the rows from 0, the refused ones too: a reader that stopped goes on behind it. */
export type ImportRow = { at: number; line: ImportLine | null; cells: readonly string[] } & (
  | { record: ImportRecord }
  | { refused: string }
)

export type OpenedImport = {
  format: ImportFormat
  encoding: TextEncodingName | null
  delimiter: string | null
  headerLine: number | null
  columns: readonly ImportColumn[]
  /** The first rows below the header, for the mapping screen. */
  samples: readonly (readonly string[])[]
  /** Sentences for people; complete once the rows have been read. */
  warnings: () => string[]
  /** All rows in their order, read as they are asked for. `after` passes over the rows up to that number. */
  records: (options?: { after?: number }) => AsyncGenerator<ImportRow>
}

const MOST_ROWS = 1_000_000

/** Opens a file that a person brings in: a table in any of the known formats, contact cards, or a ZIP of them. Junk is "unknown". */
export async function openImport(source: ImportSource, choices: ImportChoices = {}): Promise<OpenedImport> {
  const { tables, problems } = await openTables(source, choices)
  const [first = { file: null, table: openNothing(null, 'This file is empty.') }] = [
    ...tables.filter(({ table }) => table.format !== 'unknown'),
    ...tables,
  ]
  const { format, encoding, delimiter, headerLine, columns, samples } = first.table
  const state = { warnings: new WarningCollector(), notes: new Set<string>() }
  return {
    format,
    encoding,
    delimiter,
    headerLine,
    columns,
    samples,
    warnings: () => [
      ...problems,
      ...tables.flatMap(problemsOf),
      ...state.warnings.sentences(),
      ...state.notes,
    ],
    records: ({ after = -1 } = {}) => {
      state.warnings = new WarningCollector()
      state.notes.clear()
      return readTables(tables, after, state)
    },
  }
}

type ReadState = { warnings: WarningCollector; notes: Set<string> }

async function openTables(
  source: ImportSource,
  choices: ImportChoices,
): Promise<{ tables: ZippedTable[]; problems: string[] }> {
  const whole = (table: OpenedTable) => ({ tables: [{ file: null, table }], problems: [] })
  if (!isZip(await firstBytes(() => source.read(0, Math.min(4, source.size)), 4))) {
    return whole(await openText(allBytes(source), choices))
  }
  try {
    const zip = await openZip(source)
    if (zip.entries.some(({ fileName }) => fileName === 'content.xml')) {
      return whole(openNothing(null, 'OpenDocument files are not read. Save the sheet as XLSX or CSV.'))
    }
    return isXlsx(zip.entries) ? whole(await openXlsx(zip, choices)) : await openZippedTables(zip, choices)
  } catch (error) {
    if (error instanceof ZipRefused || error instanceof XlsxRefused)
      return whole(openNothing(null, error.message))
    throw error
  }
}

function problemsOf({ file, table }: ZippedTable): string[] {
  return table.problems.map((problem) => (file === null ? problem : `${file}: ${problem}`))
}

async function* readTables(
  tables: readonly ZippedTable[],
  after: number,
  state: ReadState,
): AsyncGenerator<ImportRow> {
  const seen = new SeenRows()
  let at = -1
  for (const { file, table } of tables) {
    const place = (line: number): ImportLine => (file === null ? line : `${file}:${line}`)
    const refusal = (words: string): ImportRow => {
      at += 1
      return { at, line: null, cells: [], refused: file === null ? words : `${file}: ${words}` }
    }
    if (table.refusal) {
      const row = refusal(table.refusal)
      if (at > after) yield row
      continue
    }
    try {
      for await (const { line, cells, key, map } of table.rows()) {
        if (!seen.add(key)) continue
        at += 1
        if (at >= MOST_ROWS) {
          state.notes.add(`Only the first ${MOST_ROWS.toLocaleString('en')} rows were read.`)
          return
        }
        if (at <= after) continue
        const mapped = map()
        for (const warning of mapped.warnings) state.warnings.add(warning, place(line))
        const row = { at, line: place(line), cells }
        yield mapped.ok ? { ...row, record: mapped.record } : { ...row, refused: mapped.reason }
      }
    } catch (error) {
      if (!(error instanceof ZipRefused || error instanceof XlsxRefused)) throw error
      // What came before the damage has been read, and stands.
      const row = refusal(error.message)
      if (at > after) yield row
    }
  }
}
