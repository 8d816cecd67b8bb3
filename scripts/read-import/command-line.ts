import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { ImportMapping } from '#lib/domain/imports/plan-table.ts'
import { fileSource } from '#lib/server/imports/import-source.ts'
import { openImport } from '#lib/server/imports/open-import.ts'
import { printImport } from './print-import.ts'

const USAGE = `Reads a file as the importer would, without a database, and prints what it found as one JSON object.

  npm run --silent read-import -- FILE [--mapping JSON]

  --mapping   headers to fields, where the file's own are not understood:
              '{"Blog": "prospect.url", "Who": "contact.name", "Remarks": "notes", "Internal": null}'
`
const EXIT_USAGE = 2

const mappingSchema = z.record(z.string(), z.string().nullable())

/** Runs the command line and answers with its exit code: 0 when the file was read, whatever was in it. */
export async function runReadImport(args: readonly string[], output: Writable): Promise<number> {
  // A reader that has gone away ("| head") is no fault of ours.
  output.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  try {
    const { values, positionals } = readArguments(args)
    const [file] = positionals
    if (values.help) output.write(USAGE)
    else if (file === undefined || positionals.length > 1) throw new UsageError('One file is needed.')
    else
      await printImport(
        await openImport(await fileSource(file), { mapping: readMapping(values.mapping) }),
        output,
      )
    return 0
  } catch (error) {
    const usage = error instanceof UsageError ? `\n${USAGE}` : ''
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    return EXIT_USAGE
  }
}

class UsageError extends Error {}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { mapping: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readMapping(json: string | undefined): ImportMapping | null {
  if (json === undefined) return null
  try {
    return mappingSchema.parse(JSON.parse(json))
  } catch {
    throw new UsageError('--mapping wants a JSON object of headers and fields.')
  }
}
