import type { Readable } from 'node:stream'
import type { BodyBytes } from './body-bytes.ts'
import { type Chunks, gunzip, inflate, unbrotli } from './inflate-body.ts'
import { FetchFailure } from './resolve-host.ts'

const CODINGS_MAX = 3
/** Values that say nothing, or something no coding is: browsers read on, and so do we. */
const NO_CODING = new Set(['', 'identity', 'none', 'utf-8', 'utf8'])

/** The content codings of an answer, in the order they were applied. Too many, or one nobody asked for, is a failure. */
export function codingsOf(headers: readonly [name: string, value: string][]): string[] | FetchFailure {
  const codings = headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim())
    .filter((coding) => !NO_CODING.has(coding))
  if (codings.length > CODINGS_MAX) return new FetchFailure('protocol', `${codings.length} content codings`)
  const unknown = codings.find((coding) => !DECODERS.has(coding))
  return unknown === undefined
    ? codings
    : new FetchFailure('protocol', `content coding ${unknown.slice(0, 20)}`)
}

/**
 * Reads a coded body into `bytes`, counting while it unpacks: what lies between two codings, and what comes out. Gives
 * the error that ended it early, if any; what came before stands.
 */
export async function decodeBody(
  wire: Readable,
  codings: readonly string[],
  bytes: BodyBytes,
  maxBetweenBytes: number,
): Promise<unknown> {
  let isEmpty = true
  let chunks = counted(wire, () => {
    isEmpty = false
  })
  // The last coding applied is undone first.
  for (const coding of [...codings].reverse()) {
    const decode = DECODERS.get(coding)
    if (decode) chunks = counted(decode(chunks), (count) => failAbove(count, maxBetweenBytes))
  }
  try {
    for await (const chunk of chunks) if (!bytes.add(chunk)) await bytes.room()
    return null
  } catch (error) {
    return isEmpty && wire.errored === null ? null : error
  } finally {
    wire.destroy()
  }
}

async function* counted(chunks: Chunks, report: (count: number) => void): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const chunk of chunks) {
    count += chunk.length
    report(count)
    yield chunk
  }
}

function failAbove(count: number, max: number) {
  if (count > max) throw new FetchFailure('too-large', `more than ${max} bytes`)
}

const DECODERS = new Map<string, (chunks: Chunks) => Chunks>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', unbrotli],
  ['deflate', inflate],
])
