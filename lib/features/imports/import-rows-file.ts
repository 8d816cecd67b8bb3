import { csvLine } from '#lib/domain/exports/csv-line.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import type { RowKind } from './import-plan.ts'
import { getImport, importRowsAfter } from './import-queries.ts'
import { rowSummary } from './row-summary.ts'

const HEADER = ['Line', 'What', 'Why', 'Outlet', 'Person', 'E-mail', 'Page']

/**
 * Rows of an import as a CSV file, read as it is sent. Of refused rows the cells as they were stand behind, to be mended
 * and brought in again.
 *
 * @param kind null for all rows
 * @throws NotFound
 */
export async function importRowsFile(
  scope: WorkspaceScope,
  batchId: string,
  kind: RowKind | null,
): Promise<Response> {
  const { fileName, facts } = await getImport(scope, batchId)
  const thing = { details: { list: 'import-rows', format: 'csv' as const } }
  await inTransaction((tx) => recordAudit(tx, scope, 'export.list', thing))
  const headers = facts.columns?.map(({ header }) => header) ?? []
  const lines = linesOf(scope, batchId, kind, headers)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  const name = `${fileName
    .replace(/\.\w{1,5}$/, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 80)}-${kind ?? 'all'}-rows.csv`
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

async function* linesOf(
  scope: WorkspaceScope,
  batchId: string,
  kind: RowKind | null,
  headers: readonly string[],
): AsyncGenerator<string, undefined> {
  // Spreadsheets take a file for UTF-8 by its first bytes.
  yield `\ufeff${csvLine([...HEADER, ...headers])}`
  let after = 0
  for (;;) {
    const rows = await importRowsAfter(scope, batchId, { kind, after })
    if (rows.length === 0) return
    yield rows
      .map((row) => {
        const { outlet, person, email, page, cells } = rowSummary(row.record)
        return csvLine([row.line, row.kind, row.words, outlet, person, email, page, ...cells])
      })
      .join('')
    after = rows.at(-1)?.number ?? after
  }
}
