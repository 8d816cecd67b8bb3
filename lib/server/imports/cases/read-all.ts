import type { ImportSource } from '../import-source.ts'
import { type ImportRow, type OpenedImport, openImport } from '../open-import.ts'

export async function readAll(
  source: ImportSource,
): Promise<{ opened: OpenedImport; rows: ImportRow[]; ms: number }> {
  const started = performance.now()
  const opened = await openImport(source)
  const rows = await rowsOf(opened.records())
  return { opened, rows, ms: performance.now() - started }
}

export async function rowsOf(records: AsyncIterable<ImportRow>): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for await (const row of records) rows.push(row)
  return rows
}
