import type { DateOrder } from './import-dates.ts'
import type { ImportField } from './import-fields.ts'
import type { ImportFormat } from './import-formats.ts'

export type PlannedColumn = {
  /** As in the file, without the white space around it. */
  header: string
  field: ImportField | null
  /** What the dates of this column give away; null where they do not say, or are none. */
  dateOrder: DateOrder | null
}

/** How the rows of one table are read. */
export type TablePlan = { format: ImportFormat; columns: PlannedColumn[] }

/** A header row that was found. `row` counts from 0 in the rows that were looked at. */
export type FoundTable = { format: ImportFormat; row: number; fields: (ImportField | null)[] }
