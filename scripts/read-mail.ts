import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { readMailLine } from '#lib/domain/mail/mail-line.ts'

const USAGE = `Usage: npm run --silent read-mail -- --stdin
Reads one mail per line as JSON (its bytes in base64, with our addresses and pitches) and writes one answer per line:
what it is, which pitch it belongs to and how surely. The format stands in mail-line.ts.`

/** One answer for every line that is not empty, in order. */
export async function readMailLines(input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const written = output.write(`${JSON.stringify(await readMailLine(line))}\n`)
    if (!written) await new Promise((resolve) => output.once('drain', resolve))
  }
}

if (import.meta.main) {
  if (process.argv.includes('--stdin')) {
    // A reader that has gone away ("| head") is no fault of ours.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
    await readMailLines(process.stdin, process.stdout)
  } else {
    console.error(USAGE)
    process.exitCode = 2
  }
}
