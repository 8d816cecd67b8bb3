export type CsvCell = string | number | boolean | null | undefined

/** What makes a spreadsheet take a file for UTF-8. */
export const CSV_BOM = '\ufeff'

/**
 * Spreadsheets take a cell that begins like this for a formula, and calculate it (OWASP, "CSV Injection"); with the wide
 * forms of the same signs, which some of them fold, and behind spaces and zeros, which some of them trim. Any
 * apostrophes before it count as part of the beginning, so that reading back is certain.
 */
const CALCULATES = /^'*(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n])/

/** Commas, quotes and line breaks; and spaces at the ends, which readers like to trim. */
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** One row of a CSV file (RFC 4180), with its line end. Numbers stay numbers; a text never becomes a formula. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${csvRow(cells)}\r\n`
}

/** The same for whoever ends the lines. */
export function csvRow(cells: readonly CsvCell[]): string {
  let row = ''
  for (const [at, cell] of cells.entries()) row += at === 0 ? written(cell) : `,${written(cell)}`
  return row
}

/** A cell of a file of ours as it was before `csvLine` kept it from being calculated. */
export function readBackCell(cell: string): string {
  return cell.startsWith("'") && CALCULATES.test(cell) ? cell.slice(1) : cell
}

function written(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return typeof cell === 'number' && !Number.isFinite(cell) ? '' : String(cell)
  const text = CALCULATES.test(cell) ? `'${cell}` : cell
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
