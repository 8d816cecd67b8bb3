import type { Readable } from 'node:stream'
import { Transform, type TransformCallback, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { codeOf, FetchFailure } from './resolve-host.ts'

const CODINGS_MAX = 3
/** Values that say nothing, or something no coding is: browsers read on, and so do we. */
const NO_CODING = new Set(['', 'identity', 'none', 'utf-8', 'utf8'])

export type BodyLimits = { maxBytes: number; maxWireBytes: number }
export type ReadBody = { bytes: Uint8Array; error: unknown }

/**
 * Reads a body, undoing its content codings and counting while it runs: bytes on the wire, bytes between codings, and
 * bytes that come out. What came before an error is kept beside it.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string[],
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<ReadBody> {
  const taken = new TakenBytes(limits.maxBytes)
  const decoders = decodersOf(contentEncoding)
  if (decoders instanceof FetchFailure) return { bytes: taken.joined(), error: decoders }
  let wireBytes = 0
  const wire = counter(limits.maxWireBytes, (count) => {
    wireBytes = count
  })
  let error: unknown = null
  try {
    if (decoders.length === 0) for await (const chunk of body) taken.add(chunk)
    else
      await pipeline(
        [
          body,
          wire,
          ...decoders.flatMap((decoder) => [decoder, counter(limits.maxWireBytes, () => {})]),
          taken.sink(),
        ],
        { signal },
      )
  } catch (reason) {
    error = reason
  }
  const isNothing = wireBytes === 0 && codeOf(error) === 'Z_BUF_ERROR'
  return { bytes: taken.joined(), error: isNothing ? null : error }
}

/** What came, up to a limit. Throws FetchFailure for the chunk that goes beyond it, after keeping what fits. */
class TakenBytes {
  readonly #max: number
  readonly #chunks: Uint8Array[] = []
  #length = 0

  constructor(max: number) {
    this.#max = max
  }

  add(chunk: Uint8Array) {
    const kept = chunk.subarray(0, this.#max - this.#length)
    this.#chunks.push(kept)
    this.#length += kept.length
    if (kept.length < chunk.length) throw new FetchFailure('too-large', `more than ${this.#max} bytes`)
  }

  sink(): Writable {
    return new Writable({
      write: (chunk: Uint8Array, _encoding, done) => {
        try {
          this.add(chunk)
          done()
        } catch (error) {
          done(error instanceof Error ? error : new Error(String(error)))
        }
      },
    })
  }

  /** One array of its own, so that sending it to a thread copies nothing else. */
  joined(): Uint8Array {
    const bytes = new Uint8Array(this.#length)
    let at = 0
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at)
      at += chunk.length
    }
    return bytes
  }
}

function counter(max: number, report: (count: number) => void): Transform {
  let count = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      count += chunk.length
      report(count)
      if (count > max) done(new FetchFailure('too-large', `more than ${max} bytes`))
      else done(null, chunk)
    },
  })
}

/** The last coding applied is undone first. Too many, or one that nobody asked for, is a failure. */
function decodersOf(contentEncoding: string[]): Transform[] | FetchFailure {
  const codings = contentEncoding
    .flatMap((value) => value.toLowerCase().split(','))
    .map((coding) => coding.trim())
    .filter((coding) => !NO_CODING.has(coding))
  if (codings.length > CODINGS_MAX) return new FetchFailure('protocol', `${codings.length} content codings`)
  const unknown = codings.find((coding) => !DECODERS.has(coding))
  if (unknown !== undefined) return new FetchFailure('protocol', `content coding ${unknown.slice(0, 20)}`)
  return codings.reverse().flatMap((coding) => DECODERS.get(coding)?.() ?? [])
}

/** "deflate" should be zlib's format; some servers send it bare. The first byte tells them apart. */
class Inflate extends Transform {
  #inner: ReturnType<typeof createInflate> | null = null

  override _transform(chunk: Uint8Array, encoding: BufferEncoding, done: TransformCallback) {
    if (this.#inner === null && chunk.length > 0) this.#inner = this.#start(chunk[0] ?? 0)
    if (this.#inner === null) done()
    else if (this.#inner.write(chunk, encoding)) done()
    else this.#inner.once('drain', () => done())
  }

  override _flush(done: TransformCallback) {
    if (this.#inner === null) return done()
    this.#inner.once('end', () => done())
    this.#inner.end()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    this.#inner?.destroy()
    done(error)
  }

  #start(firstByte: number) {
    const inner = (firstByte & 0x0f) === 8 ? createInflate() : createInflateRaw()
    inner.on('data', (chunk) => this.push(chunk))
    inner.on('error', (error) => this.destroy(error))
    return inner
  }
}

const DECODERS = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['br', createBrotliDecompress],
  ['deflate', () => new Inflate()],
])
