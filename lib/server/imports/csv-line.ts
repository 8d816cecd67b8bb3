import { parse } from 'csv-parse/sync'

/** How rows are cut into cells. Quotes inside unquoted cells are letters like any other. */
export function csvOptions(delimiter: string) {
  return {
    delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    // A space after the comma may stand before a quote. Where tabs divide, white space is no ornament.
    ltrim: delimiter !== '\t',
  }
}

/** Says whether a row's quotes match by the letter of RFC 4180. */
export function isValidCsv(row: string, delimiter: string): boolean {
  try {
    parse(row, { ...csvOptions(delimiter), relax_quotes: false })
    return true
  } catch {
    return false
  }
}

/**
 * Reads one line whose quotes do not match. Quotes inside a quoted cell are taken for letters, then all quotes are; the
 * reading that gives as many cells as the header has is right. Null when neither does.
 */
export function mendedCells(line: string, delimiter: string, width: number | null): string[] | null {
  if (!line.includes('"')) return line.split(delimiter)
  const doubled = withInnerQuotesDoubled(line, delimiter)
  const mended = doubled === null ? null : cellsOf(doubled, delimiter)
  if (mended && (width === null || mended.length === width)) return mended
  const bare = line.split(delimiter).map(withoutOuterQuotes)
  return width === null || bare.length === width ? bare : null
}

function cellsOf(line: string, delimiter: string): string[] | null {
  try {
    const [cells = []]: string[][] = parse(line, csvOptions(delimiter))
    return cells
  } catch {
    return null
  }
}

/** A quote closes its cell only where a delimiter or the end follows. Null when one is never closed. */
function withInnerQuotesDoubled(line: string, delimiter: string): string | null {
  let out = ''
  let at = 0
  while (at <= line.length) {
    const start = cellStart(line, at, delimiter)
    if (line[start] !== '"') {
      const end = line.indexOf(delimiter, at)
      if (end === -1) return out + line.slice(at)
      out += line.slice(at, end + 1)
      at = end + 1
      continue
    }
    const cell = quotedCell(line, start + 1, delimiter)
    if (cell === null) return null
    out += `"${cell.text}"${line[cell.end] ?? ''}`
    at = cell.end + 1
    if (cell.end >= line.length) return out
  }
  return out
}

function quotedCell(line: string, from: number, delimiter: string): { text: string; end: number } | null {
  let text = ''
  let at = from
  for (;;) {
    const quote = line.indexOf('"', at)
    if (quote === -1) return null
    text += line.slice(at, quote)
    if (line[quote + 1] === '"') {
      text += '""'
      at = quote + 2
      continue
    }
    const end = cellStart(line, quote + 1, delimiter)
    if (isCellEnd(line, end, delimiter)) return { text, end }
    text += '""'
    at = quote + 1
  }
}

function isCellEnd(line: string, at: number, delimiter: string): boolean {
  return at >= line.length || line[at] === delimiter
}

/** Passes over spaces; where tabs divide there is nothing to pass over. */
function cellStart(line: string, from: number, delimiter: string): number {
  let at = from
  while (delimiter !== '\t' && line[at] === ' ') at += 1
  return at
}

function withoutOuterQuotes(cell: string): string {
  return cell.trim().replace(/^"/, '').replace(/"$/, '')
}
