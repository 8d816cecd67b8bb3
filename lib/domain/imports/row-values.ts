import { readBackCell } from '../exports/csv-line.ts'
import { type DateOrder, readDate } from './import-dates.ts'
import type { ImportField } from './import-fields.ts'
import { formatFacts } from './import-formats.ts'
import type { ImportWarning } from './import-warnings.ts'
import type { TablePlan } from './table-plan.ts'

type Cell = { text: string; header: string; dateOrder: DateOrder | null }

/** The filled cells of one row by their fields, and what should be said of them. */
export class RowValues {
  readonly warnings: ImportWarning[] = []
  private readonly cells = new Map<ImportField, Cell[]>()

  add(field: ImportField, text: string, header = '', dateOrder: DateOrder | null = null): void {
    const trimmed = text.trim()
    if (trimmed === '') return
    const cell = { text: trimmed, header, dateOrder }
    const there = this.cells.get(field)
    if (there) there.push(cell)
    else this.cells.set(field, [cell])
  }

  has(field: ImportField): boolean {
    return this.cells.has(field)
  }

  /** The first filled cell, or an empty text. */
  first(field: ImportField): string {
    return this.cells.get(field)?.[0]?.text ?? ''
  }

  all(field: ImportField): string[] {
    return this.cells.get(field)?.map(({ text }) => text) ?? []
  }

  headerOf(field: ImportField): string {
    return this.cells.get(field)?.[0]?.header ?? ''
  }

  /** ISO 8601, or nothing; what cannot be read or could be read in two ways becomes a warning. */
  date(field: ImportField): string | undefined {
    const cell = this.cells.get(field)?.[0]
    if (!cell) return undefined
    const date = readDate(cell.text, cell.dateOrder)
    if (!date) this.warn({ kind: 'unread-date', column: cell.header, value: cell.text })
    else if (date.ambiguous) this.warn({ kind: 'ambiguous-date', column: cell.header, value: cell.text })
    return date?.iso
  }

  warn(warning: ImportWarning): void {
    this.warnings.push(warning)
  }
}

export function rowValuesOf(plan: TablePlan, cells: readonly string[]): RowValues {
  const values = new RowValues()
  const isOurs = formatFacts(plan.format).isOurs === true
  for (const [at, { field, header, dateOrder }] of plan.columns.entries()) {
    const cell = isOurs ? readBackCell(cells[at] ?? '') : cells[at]
    if (field && cell) values.add(field, cell, header, dateOrder)
  }
  return values
}
