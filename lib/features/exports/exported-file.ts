import { CSV_BOM } from '#lib/domain/exports/csv-line.ts'
import { inTransaction } from '#lib/server/database.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ExportChoice } from './export-choice.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  vcf: 'text/vcard; charset=utf-8',
} as const

/**
 * A file to save, written while it is sent: the next piece is asked for when the one before is on its way, and nothing
 * more once whoever asked has gone. A failure half-way breaks the download off, so that half a file is never taken for
 * the whole. That it was asked for stands in the audit log before the first byte goes.
 */
export async function exportedFile(
  scope: WorkspaceScope,
  noun: string,
  kind: keyof typeof TYPES,
  pieces: AsyncIterable<string>,
  { forExcel }: Pick<ExportChoice, 'forExcel'>,
): Promise<Response> {
  authorizeToSee(scope, 'exports.run')
  const { workspaceSlug, now } = scope
  await inTransaction((tx) =>
    recordAudit(tx, scope, 'export.list', { details: { list: noun, format: kind } }),
  )
  const name = `${noun}-${workspaceSlug}-${now.toISOString().slice(0, 10)}.${kind}`
  const text = kind === 'csv' && forExcel ? withMark(pieces) : pieces
  return new Response(streamOf(text), {
    headers: {
      'content-type': TYPES[kind],
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

function streamOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        reportBug(error, 'export')
        controller.error(error)
      }
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

async function* withMark(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield CSV_BOM
  yield* pieces
}
