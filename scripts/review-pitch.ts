import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { reviewPitchLine } from '#lib/domain/pitch-gate/pitch-line.ts'

const USAGE = `Usage: npm run --silent review-pitch -- --stdin
Reads one pitch per line as JSON and writes one answer per line. The format stands in docs and in pitch-line.ts.`

/** One answer for every line that is not empty, in order. */
export async function reviewLines(input: Readable, output: Writable): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const written = output.write(`${JSON.stringify(reviewPitchLine(line))}\n`)
    if (!written) await new Promise((resolve) => output.once('drain', resolve))
  }
}

if (import.meta.main) {
  if (process.argv.includes('--stdin')) {
    // A reader that has gone away ("| head") is no fault of ours.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
    await reviewLines(process.stdin, process.stdout)
  } else {
    console.error(USAGE)
    process.exitCode = 2
  }
}
