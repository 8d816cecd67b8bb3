import type { Transaction } from '#lib/server/database.ts'

export const ROWS_AT_ONCE = 500
export const CSV_PAGE = { orderBy: { id: 'asc' }, take: ROWS_AT_ONCE } as const

export type After = { id: { gt: string } } | undefined
export type CsvRows = (after: After) => Promise<{ id: string; cells: (string | number | null)[] }[]>

/** A table of a workspace for people to read; nothing of it is read back. */
export type CsvTable = {
  name: string
  header: string[]
  pageOf: (tx: Transaction, workspaceId: string) => CsvRows
}

export function csvDay(time: Date): string {
  return time.toISOString().slice(0, 10)
}
