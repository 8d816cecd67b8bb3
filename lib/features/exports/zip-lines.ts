import { createHash } from 'node:crypto'
import type { WorkspaceZip } from './open-workspace-zip.ts'
import { WorkspaceFileRefused } from './workspace-file-refused.ts'

/** The text of the longest page there can be, every letter escaped, and something over. */
const LONGEST_LINE_BYTES = 64 * 1_048_576
const MOST_LINES = 20_000_000
const LINE_END = 0x0a

export type Line = { number: number; value: unknown; bytes: number }

/**
 * The lines of a table's file, parsed. At the end its hash and its number of lines are held against the manifest: until
 * then nothing of it may be relied on.
 *
 * @throws WorkspaceFileRefused naming file and line
 */
export async function* linesOf(zip: WorkspaceZip, name: string): AsyncGenerator<Line> {
  const told = zip.manifest.files.find((file) => file.name === name)
  const entry = zip.entry(name)
  if (!told || !entry) return
  const sum = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let number = 0
  for await (const bytes of linesOfBytes(zip.bytes(entry), sum, name)) {
    number += 1
    if (number > MOST_LINES) throw new WorkspaceFileRefused(`${name} has more lines than can be read.`)
    yield { number, value: parsed(decoder, bytes, name, number), bytes: bytes.length }
  }
  if (sum.digest('hex') !== told.sha256)
    throw new WorkspaceFileRefused(
      `${name} is not as it was written: its SHA-256 is not that of the manifest.`,
    )
  if (number !== told.lines)
    throw new WorkspaceFileRefused(`${name} has ${number} lines, and its manifest says ${told.lines}.`)
}

async function* linesOfBytes(
  chunks: AsyncIterable<Uint8Array>,
  sum: { update: (bytes: Uint8Array) => unknown },
  name: string,
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    sum.update(chunk)
    let from = 0
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, from)) {
      yield joined(waiting, chunk.subarray(from, end))
      waiting = []
      length = 0
      from = end + 1
    }
    if (from >= chunk.length) continue
    waiting.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > LONGEST_LINE_BYTES)
      throw new WorkspaceFileRefused(`${name} has a line longer than any real one.`)
  }
  if (length > 0) yield joined(waiting, new Uint8Array())
}

function joined(before: Uint8Array[], last: Uint8Array): Uint8Array {
  return before.length === 0 ? last : Buffer.concat([...before, last])
}

function parsed(decoder: TextDecoder, bytes: Uint8Array, name: string, number: number): unknown {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    throw new WorkspaceFileRefused(`${name}, line ${number}: it is not UTF-8.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new WorkspaceFileRefused(`${name}, line ${number}: it is not JSON.`)
  }
}
