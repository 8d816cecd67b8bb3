import { Parser } from 'csv-parse'
import { csvOptions, isValidCsv, mendedCells } from './csv-line.ts'
import { LINE_MAX_CHARACTERS, type TextLine } from './text-lines.ts'

/** A row of a table as it stands in the file; `line` counts from 1. */
export type RawRow = { line: number; cells: string[] } | { line: number; broken: string }

const ROW_MAX_CHARACTERS = LINE_MAX_CHARACTERS
const ROW_MAX_LINES = 1_000
/** Read at once: what has to be read again after a quote that never closed is not much more. */
const BATCH_LINES = 500
/** After so many quotes that never closed, every line stands for itself: looking for their ends again costs too much. */
const MOST_RECOVERIES = 100
const TOO_LONG = 'This line is longer than a million characters, so it was passed over.'
const UNMATCHED = 'The quotes in this row do not match, so its cells cannot be told apart.'

/**
 * Cuts lines into rows. The library parses; this class counts lines and mends what is no valid CSV: when a quote that
 * never closes has swallowed the lines below it, the first of them is taken alone and the others are read again.
 */
export class CsvReader {
  /** How many cells a row has, once the header is known. */
  private readonly width: number | null
  private readonly delimiter: string
  private parser: Parser
  private pending: string[] = []
  private pendingCharacters = 0
  private line = 1
  private recoveries = 0
  private rows: RawRow[] = []

  constructor(delimiter: string, width: number | null) {
    this.delimiter = delimiter
    this.width = width
    this.parser = new Parser(csvOptions(delimiter))
  }

  push(lines: readonly TextLine[]): RawRow[] {
    let batch: string[] = []
    for (const line of lines) {
      if (line !== null) batch.push(line)
      if (line !== null && batch.length < BATCH_LINES) continue
      this.feed(batch)
      batch = []
      if (line === null) this.passOverLine()
    }
    this.feed(batch)
    return this.taken()
  }

  /** The rows that are still open. The reader can go on afterwards. */
  finish(): RawRow[] {
    this.close()
    return this.taken()
  }

  private taken(): RawRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  private passOverLine(): void {
    this.close()
    this.rows.push({ line: this.line, broken: TOO_LONG })
    this.line += 1
  }

  private close(): void {
    // The parser looks a few characters ahead before it closes a row.
    this.drain('\n\n\n')
    while (this.pending.length > 0) {
      this.recover()
      this.drain('\n\n\n')
    }
    this.restart()
  }

  private feed(lines: readonly string[]): void {
    if (lines.length === 0) return
    if (this.recoveries > MOST_RECOVERIES) {
      for (const line of lines) this.rows.push(this.alone(line))
      return
    }
    for (const line of lines) {
      this.pending.push(line)
      this.pendingCharacters += line.length
    }
    this.drain(`${lines.join('\n')}\n`)
    // The last line of a batch may only be waiting for the parser to look ahead.
    while (this.pending.length > 1 && this.isTooMuch()) this.recover()
  }

  private isTooMuch(): boolean {
    return this.pending.length > ROW_MAX_LINES || this.pendingCharacters > ROW_MAX_CHARACTERS
  }

  private drain(text: string): void {
    this.parser.write(text)
    let used = 0
    for (let cells = this.next(); cells !== null; cells = this.next()) {
      const lines = 1 + cells.reduce((sum, cell) => sum + lineEnds(cell), 0)
      if (used + lines > this.pending.length) break
      if (lines > 1 && !this.isSound(cells, this.pending.slice(used, used + lines))) {
        this.forget(used)
        this.recover()
        return
      }
      const row = lines === 1 ? this.mended(cells, used) : trimmed(cells)
      this.rows.push({ line: this.line + used, cells: row })
      used += lines
    }
    this.forget(used)
  }

  private next(): string[] | null {
    return this.parser.read() as string[] | null
  }

  /** A row of several lines has as many cells as the header, and its quotes match. */
  private isSound(cells: readonly string[], lines: readonly string[]): boolean {
    if (this.width !== null && cells.length !== this.width) return false
    // The library leaves the quote in front where the one that should close was followed by a letter.
    const isOdd = cells.some((cell) => cell.startsWith('"') && cell.includes('\n'))
    return !isOdd || isValidCsv(lines.join('\n'), this.delimiter)
  }

  /** Drops lines that have become rows. */
  private forget(count: number): void {
    for (let at = 0; at < count; at += 1) this.pendingCharacters -= this.pending[at]?.length ?? 0
    this.pending.splice(0, count)
    this.line += count
  }

  /** Takes the first waiting line alone and reads the others again. */
  private recover(): void {
    const [first = '', ...others] = this.pending
    this.recoveries += 1
    this.restart()
    this.rows.push(this.alone(first))
    this.feed(others)
  }

  private restart(): void {
    this.parser = new Parser(csvOptions(this.delimiter))
    this.pending = []
    this.pendingCharacters = 0
  }

  private alone(text: string): RawRow {
    const line = this.line
    this.line += 1
    const cells = mendedCells(text, this.delimiter, this.width)
    return cells ? { line, cells: trimmed(cells) } : { line, broken: UNMATCHED }
  }

  /** A row of one line that has too many cells, or quotes left over, may be mended. */
  private mended(cells: string[], at: number): string[] {
    const isOdd =
      cells.some((cell) => cell.startsWith('"')) || (this.width !== null && cells.length > this.width)
    const text = isOdd ? (this.pending[at] ?? '') : ''
    const mended = text.includes('"') ? mendedCells(text, this.delimiter, this.width ?? cells.length) : null
    return trimmed(mended ?? cells)
  }
}

function lineEnds(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

function trimmed(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim())
}
