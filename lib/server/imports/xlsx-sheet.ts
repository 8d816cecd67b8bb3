import type { RawRow } from './csv-reader.ts'
import { cellText, type SharedStrings } from './xlsx-strings.ts'
import { dateOfSerial } from './xlsx-styles.ts'
import { readXml } from './xlsx-xml.ts'

export type Workbook = { strings: SharedStrings; dateStyles: readonly boolean[]; isFrom1904: boolean }

const MOST_COLUMNS = 16_384
const CELL_MAX_CHARACTERS = 100_000

type Cell = { column: number; type: string; style: number; value: string; formula: string; hasValue: boolean }

/** The rows of one sheet, as texts: what a person sees in a cell, dates as ISO 8601. Nothing is calculated. */
export async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  workbook: Workbook,
): AsyncGenerator<RawRow> {
  let rows: RawRow[] = []
  let line = 0
  let cells: string[] = []
  let cell: Cell | null = null
  let part: 'value' | 'formula' | null = null
  const reading = readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'row') {
        line = rowNumber(attributes.r, line + 1)
        cells = []
      } else if (name === 'c') cell = newCell(attributes, cells.length)
      else if (name === 'v' || name === 't') part = 'value'
      else if (name === 'f') part = 'formula'
      else if (name === 'rPh') part = null
    },
    text: (text) => {
      if (!cell || !part || cell[part].length > CELL_MAX_CHARACTERS) return
      cell[part] += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') {
        if (cell && part === 'value') cell.hasValue = true
        part = null
      } else if (name === 'f') part = null
      else if (name === 'c' && cell) {
        put(cells, cell, workbook)
        cell = null
      } else if (name === 'row') rows.push({ line, cells })
    },
  })
  for await (const _ of reading) {
    yield* rows
    rows = []
  }
}

function rowNumber(written: string | undefined, next: number): number {
  const number = Number(written)
  return Number.isSafeInteger(number) && number >= next ? number : next
}

function newCell(attributes: Readonly<Record<string, string>>, next: number): Cell {
  return {
    column: columnOf(attributes.r) ?? next,
    type: attributes.t ?? 'n',
    style: Number(attributes.s ?? 0),
    value: '',
    formula: '',
    hasValue: false,
  }
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0]
  if (!letters) return null
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function put(cells: string[], cell: Cell, workbook: Workbook): void {
  const text = textOf(cell, workbook).trim()
  if (text === '' || cell.column >= MOST_COLUMNS) return
  while (cells.length < cell.column) cells.push('')
  cells[cell.column] = text
}

function textOf(cell: Cell, workbook: Workbook): string {
  // A formula that was never calculated is what it says; it is not calculated here either.
  if (!cell.hasValue && cell.formula !== '') return `=${cell.formula}`
  switch (cell.type) {
    case 's':
      return workbook.strings.at(Number(cell.value))
    case 'inlineStr':
    case 'str':
      return cellText(cell.value)
    case 'b':
      return cell.value === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return ''
    case 'n':
      return numberText(cell, workbook)
    default:
      return cell.value
  }
}

function numberText({ value, style }: Cell, { dateStyles, isFrom1904 }: Workbook): string {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return value
  const date = dateStyles[style] ? dateOfSerial(number, isFrom1904) : null
  // Workbooks keep 17 digits of numbers that were typed with fewer.
  return date ?? String(Number(number.toPrecision(15)))
}
