import type { Field, Row } from './table-fields.ts'

/** A table that travels: what of it, in which order, and what must hold within a row. */
export type WorkspaceTable = {
  /** As schema.prisma calls it; its file is data/<model>.jsonl. */
  model: string
  /** For people: "prospects". */
  what: string
  fields: Readonly<Record<string, Field>>
  /** The columns its rows are sorted and paged by; `id` where nothing is said. */
  sortedBy?: readonly string[]
  /** Sets of columns that no two rows may share, besides the id. A set with an empty one (null) does not count. */
  unique?: readonly (readonly string[])[]
  /** Rows that travel, where not all do (as a `where`). */
  only?: Readonly<Record<string, unknown>>
  /** What is under way does not travel: how the row is told instead. */
  leaving?: (row: Row, now: Date) => Row
  /** What is put right in a row with its new ids. */
  arriving?: (row: Row) => Row
  /** What must hold within a row, beyond its fields: why it does not, after the line's number. */
  check?: (row: Row) => string | null
}
