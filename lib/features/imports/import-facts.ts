import type { OpenedImport } from '#lib/server/imports/open-import.ts'
import { type OwnColumn, ownFieldName } from './own-columns.ts'

const SHOWN_COLUMNS = 300
const SHOWN_SAMPLES = 5
const CELL_SHOWN = 200

/** What the mapping screen shows of a file. */
export function factsOf({ columns, samples, headerLine, delimiter }: OpenedImport) {
  return {
    columns: columns
      .slice(0, SHOWN_COLUMNS)
      .map(({ header, field }) => ({ header: header.slice(0, CELL_SHOWN), field })),
    samples: samples
      .slice(0, SHOWN_SAMPLES)
      .map((row) => row.slice(0, SHOWN_COLUMNS).map((cell) => cell.slice(0, CELL_SHOWN))),
    headerLine,
    delimiter,
  }
}

/** The mapping screen shows them as what they are, and a file that is read another way keeps them. */
export function withOwnColumns(facts: ReturnType<typeof factsOf>, own: readonly OwnColumn[]) {
  const names = new Map(own.map(({ at, field }) => [at, ownFieldName(field)]))
  return {
    ...facts,
    columns: facts.columns.map((column, at) => ({ ...column, field: names.get(at) ?? column.field })),
  }
}
