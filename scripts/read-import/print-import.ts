import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { ImportRecord } from '#lib/domain/imports/import-record.ts'
import type { ImportLine, OpenedImport } from '#lib/server/imports/open-import.ts'

type PrintedRecord = { line: ImportLine | null } & ImportRecord
type Printed = Pick<NonNullable<ImportRecord['prospect']>, 'url' | 'name' | 'kind'>

/** Prints one JSON object, record by record, so that a large file does not have to fit in memory. */
export async function printImport(opened: OpenedImport, output: Writable): Promise<void> {
  const { format, encoding, delimiter, headerLine, columns } = opened
  const head = JSON.stringify({ format, encoding, delimiter, headerLine, columns })
  await write(output, `${head.slice(0, -1)},"records":[`)
  const refused: { line: ImportLine | null; reason: string }[] = []
  let before = '\n'
  for await (const row of opened.records()) {
    if ('refused' in row) {
      refused.push({ line: row.line, reason: row.refused })
      continue
    }
    const record: PrintedRecord = { line: row.line, ...row.record, prospect: printedProspect(row.record) }
    await write(output, before + JSON.stringify(record))
    before = ',\n'
  }
  const tail = JSON.stringify({ refused, warnings: opened.warnings() })
  await write(output, `\n],${tail.slice(1)}\n`)
}

/** The contract of the command line knows who an outlet is, not what people note of it. */
function printedProspect({ prospect }: ImportRecord): Printed | null {
  return prospect && { url: prospect.url, name: prospect.name, kind: prospect.kind }
}

async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain')
}
