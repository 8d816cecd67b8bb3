import type { ImportSource } from '../import-source.ts'
import { type ImportRow, type OpenedImport, openImport } from '../open-import.ts'

/** @returns `ms` this thread worked for it, whatever else the machine does meanwhile */
export async function readAll(
  source: ImportSource,
): Promise<{ opened: OpenedImport; rows: ImportRow[]; ms: number }> {
  const before = process.threadCpuUsage()
  const opened = await openImport(source)
  const rows = await rowsOf(opened.records())
  const { user, system } = process.threadCpuUsage(before)
  return { opened, rows, ms: (user + system) / 1_000 }
}

export async function rowsOf(records: AsyncIterable<ImportRow>): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for await (const row of records) rows.push(row)
  return rows
}
