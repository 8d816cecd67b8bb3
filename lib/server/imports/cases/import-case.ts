import type { ImportFormat } from '#lib/domain/imports/import-formats.ts'
import type { ImportMapping } from '#lib/domain/imports/plan-table.ts'

/** A file as a person would bring it in, and what has to come of it. Parts that are left out are not looked at. */
export type ImportCase = {
  /** What the file shows, as a claim. */
  name: string
  file: Uint8Array
  mapping?: ImportMapping
  format: ImportFormat
  encoding?: string | null
  delimiter?: string | null
  headerLine?: number | null
  /** Headers to fields; columns that are left out are not looked at. */
  fields?: Record<string, string | null>
  /** All records; of each, the parts that are named. */
  records: Record<string, unknown>[]
  /** Line and words of each refused row. */
  refused?: [line: number | string | null, words: RegExp][]
  /** Words of each warning. */
  warnings?: RegExp[]
}

/** Rows of cells joined as a file has them: every line ends with CR LF. */
export function csv(delimiter: string, ...rows: (string | readonly string[])[]): string {
  return rows
    .map(
      (row) =>
        `${typeof row === 'string' ? row : row.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`,
    )
    .join('')
}

export function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

export function utf8Bom(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf8')
}

export function utf16le(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le')
}

export function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
