import type { ImportField } from '#lib/domain/imports/import-fields.ts'
import type { ImportFormat } from '#lib/domain/imports/import-formats.ts'
import { formatFacts } from '#lib/domain/imports/import-formats.ts'
import type { MappedRow } from '#lib/domain/imports/import-record.ts'
import { mapRow } from '#lib/domain/imports/map-row.ts'
import { findTable, type ImportChoices, planTable } from '#lib/domain/imports/plan-table.ts'
import { likelyHeaderRow } from '#lib/domain/imports/recognise-table.ts'
import type { FoundTable, TablePlan } from '#lib/domain/imports/table-plan.ts'
import type { RawRow } from './csv-reader.ts'
import type { TextEncodingName } from './text-encoding.ts'

export type ImportColumn = { header: string; field: ImportField | null }

/** A row on its way out. `key` is what two exact repeats have in common; `map` reads it, when it is wanted. */
export type TableRow = { line: number; cells: readonly string[]; key: string; map: () => MappedRow }

/** One table of a file, or its contact cards: what it is, and its rows, read afresh each time. */
export type OpenedTable = {
  format: ImportFormat
  encoding: TextEncodingName | null
  delimiter: string | null
  /** Counts from 1. */
  headerLine: number | null
  columns: readonly ImportColumn[]
  /** The first rows below the header, for the mapping screen. */
  samples: readonly (readonly string[])[]
  refusal: string | null
  problems: readonly string[]
  rows: () => AsyncIterable<TableRow>
}

const MOST_COLUMNS = 2_000
const KEPT_SAMPLES = 20
/** Spreadsheets write some thousands of empty rows below a table. A file of nothing else must come to an end. */
const MOST_EMPTY_ROWS = 100_000
const EMPTY_END = 'A hundred thousand empty rows stand here. What comes behind them was not read.'
const NO_HEADER =
  'Rapport does not recognise the columns of this file. Say what they are, and it can be read.'

/**
 * Finds the header among the first rows and plans how the rows below are read. Null where nothing is recognised.
 *
 * @param readRows reads the whole table, given how many cells a row has
 */
export function openTable(
  head: readonly RawRow[],
  readRows: (width: number) => AsyncIterable<RawRow>,
  text: { encoding: TextEncodingName | null; delimiter: string | null },
  choices: ImportChoices,
): OpenedTable | null {
  const rows = head.filter((row) => 'cells' in row && row.cells.some((cell) => cell !== '')) as CellRow[]
  const cells = rows.map((row) => row.cells)
  const found = findTable(cells, choices)
  if (!found) return null
  return tableOf(found, rows, readRows, text, choices)
}

/** A table that nobody recognises: its columns for the mapping screen, and no rows. Null where the rows make no table. */
export function openUnknownTable(
  head: readonly RawRow[],
  text: { encoding: TextEncodingName | null; delimiter: string | null },
): OpenedTable | null {
  const rows = head.filter((row) => 'cells' in row && row.cells.some((cell) => cell !== '')) as CellRow[]
  const row = likelyHeaderRow(rows.map(({ cells }) => cells))
  if (row === null) return null
  const headers = rows[row]?.cells ?? []
  const found: FoundTable = { format: 'unknown', row, fields: headers.map(() => null) }
  return { ...tableOf(found, rows, noRows, text, {}), problems: [NO_HEADER], rows: noRows }
}

/** Junk, with a sentence that says so. */
export function openNothing(encoding: TextEncodingName | null, problem: string): OpenedTable {
  return {
    format: 'unknown',
    encoding,
    delimiter: null,
    headerLine: null,
    columns: [],
    samples: [],
    refusal: null,
    problems: [problem],
    rows: noRows,
  }
}

type CellRow = Extract<RawRow, { cells: string[] }>

function tableOf(
  found: FoundTable,
  rows: readonly CellRow[],
  readRows: (width: number) => AsyncIterable<RawRow>,
  text: { encoding: TextEncodingName | null; delimiter: string | null },
  choices: ImportChoices,
): OpenedTable {
  const header = rows[found.row]
  const headers = (header?.cells ?? []).slice(0, MOST_COLUMNS)
  const samples = rows.slice(found.row + 1).map(({ cells }) => cells)
  const { plan, problems } = planTable(found, headers, samples, choices)
  const headerLine = header?.line ?? 1
  const refusal = formatFacts(found.format).refusal ?? null
  return {
    format: found.format,
    ...text,
    headerLine,
    columns: plan.columns.map(({ header, field }) => ({ header, field })),
    samples: samples.slice(0, KEPT_SAMPLES),
    refusal,
    problems,
    rows: refusal ? noRows : () => rowsBelow(readRows(headers.length), headerLine, headers, plan),
  }
}

async function* rowsBelow(
  rows: AsyncIterable<RawRow>,
  headerLine: number,
  headers: readonly string[],
  plan: TablePlan,
): AsyncGenerator<TableRow> {
  const headerKey = repeatKey(plan, headers)
  let empty = 0
  for await (const row of rows) {
    if (row.line <= headerLine) continue
    if ('broken' in row) {
      yield refusedRow(row.line, row.broken)
      continue
    }
    const isEmpty = row.cells.every((cell) => cell === '')
    empty = isEmpty ? empty + 1 : 0
    if (empty > MOST_EMPTY_ROWS) {
      yield refusedRow(row.line, EMPTY_END)
      return
    }
    const key = repeatKey(plan, row.cells)
    // Exports that were joined by hand carry their header again.
    if (isEmpty || key === headerKey) continue
    yield { line: row.line, cells: row.cells, key, map: () => mapRow(plan, row.cells) }
  }
}

function refusedRow(line: number, reason: string): TableRow {
  const refused: MappedRow = { ok: false, reason, warnings: [] }
  return { line, cells: [], key: `${line}`, map: () => refused }
}

function repeatKey(plan: TablePlan, cells: readonly string[]): string {
  return `${plan.format}\u0000${cells.join('\u0001')}`
}

async function* noRows(): AsyncGenerator<never> {}
