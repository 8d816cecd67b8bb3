import {
  type BrotliDecompress,
  crc32,
  createBrotliDecompress,
  createInflate,
  createInflateRaw,
  type Inflate,
  type InflateRaw,
} from 'node:zlib'
import { FetchFailure } from './resolve-host.ts'

export type Chunks = AsyncIterable<Uint8Array>

type Decoder = Inflate | InflateRaw | BrotliDecompress

const LARGE_CHUNKS = { chunkSize: 64 * 1024 }
const HEADER_BYTES = 10
const TRAILER_BYTES = 8
/** Extra fields take up to 64 KiB; a name or comment much longer than that is none. */
const HEADER_MAX_BYTES = 128 * 1024
/** Each costs a decoder of its own, and no honest page has more than a few. */
const MEMBERS_MAX = 1_000
const [HAS_CHECKSUM, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [0x02, 0x04, 0x08, 0x10]

/**
 * Undoes gzip (RFC 1952) as browsers do: members one after another, and whatever else stands behind a whole member is
 * not part of the page. zlib's own reader would throw the page away for it.
 */
export async function* gunzip(source: Chunks): AsyncGenerator<Uint8Array> {
  const input = new Input(source)
  for (let members = 0; await skipHeader(input, members === 0); members += 1) {
    if (members === MEMBERS_MAX) throw new FetchFailure('protocol', `${MEMBERS_MAX} gzip members`)
    let sum = 0
    for await (const bytes of inflated(input, createInflateRaw(LARGE_CHUNKS))) {
      sum = crc32(bytes, sum)
      yield bytes
    }
    const trailer = Buffer.from(await input.take(TRAILER_BYTES))
    if (trailer.length < TRAILER_BYTES) throw unexpectedEnd()
    // What does not add up is not what was sent: nothing certain can be said of it.
    if (trailer.readUInt32LE(0) !== sum) throw new FetchFailure('protocol', 'incorrect data check')
  }
}

/** Undoes "deflate": it should be zlib's format, and some servers send it bare. The first byte tells them apart. */
export async function* inflate(source: Chunks): AsyncGenerator<Uint8Array> {
  const input = new Input(source)
  const [first] = await input.peek(1)
  if (first === undefined) return
  yield* inflated(input, (first & 0x0f) === 8 ? createInflate(LARGE_CHUNKS) : createInflateRaw(LARGE_CHUNKS))
}

export async function* unbrotli(source: Chunks): AsyncGenerator<Uint8Array> {
  yield* inflated(new Input(source), createBrotliDecompress(LARGE_CHUNKS))
}

/** Gives out what one decoder makes of the input; what it leaves stays in the input. */
async function* inflated(input: Input, decoder: Decoder): AsyncGenerator<Uint8Array> {
  const fed = feed(input, decoder)
  fed.catch((error) => decoder.destroy(error))
  try {
    for await (const bytes of decoder) yield bytes
    await fed
  } finally {
    decoder.destroy()
  }
}

async function feed(input: Input, decoder: Decoder) {
  for (let chunk = await input.next(); chunk !== null; chunk = await input.next()) {
    const before = decoder.bytesWritten
    const { promise: taken, resolve } = Promise.withResolvers<boolean>()
    const onDone = () => resolve(false)
    decoder.once('end', onDone).once('close', onDone)
    // Called only once there was room for all that came out: a bomb is counted while it goes off.
    decoder.write(chunk, () => resolve(decoder.bytesWritten - before === chunk.length))
    const goesOn = await taken
    decoder.off('end', onDone).off('close', onDone)
    if (goesOn) continue
    input.giveBack(chunk.subarray(decoder.bytesWritten - before))
    return
  }
  decoder.end()
}

/** False where no further member begins. */
async function skipHeader(input: Input, isFirst: boolean): Promise<boolean> {
  const start = await input.peek(HEADER_BYTES)
  if (isFirst && start.length === 0) return false
  const isMember = [0x1f, 0x8b, 8].every((byte, at) => start.length <= at || start[at] === byte)
  if (!isMember && isFirst) throw new FetchFailure('protocol', 'incorrect header check')
  if (!isMember || start.length < HEADER_BYTES) {
    if (isFirst) throw unexpectedEnd()
    return false
  }
  const flags = start[3] ?? 0
  await input.take(HEADER_BYTES)
  if (flags & HAS_EXTRA) {
    const [low = 0, high = 0] = await input.take(2)
    await input.take(low + 256 * high)
  }
  for (const flag of [HAS_NAME, HAS_COMMENT]) if (flags & flag) await input.skipPast(0)
  if (flags & HAS_CHECKSUM) await input.take(2)
  return true
}

function unexpectedEnd(): Error {
  return Object.assign(new Error('unexpected end of file'), { code: 'Z_BUF_ERROR' })
}

/** Chunks, asked for byte by byte where that is needed. */
class Input {
  readonly #chunks: AsyncIterator<Uint8Array>
  #left: Uint8Array = new Uint8Array()

  constructor(source: Chunks) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  async next(): Promise<Uint8Array | null> {
    if (this.#left.length === 0) return this.#pull()
    const chunk = this.#left
    this.#left = new Uint8Array()
    return chunk
  }

  giveBack(chunk: Uint8Array) {
    this.#left = chunk
  }

  /** Up to so many bytes, left where they are; fewer at the end of the input. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.#left.length < count) {
      const chunk = await this.#pull()
      if (chunk === null) break
      this.#left = this.#left.length === 0 ? chunk : Buffer.concat([this.#left, chunk])
    }
    return this.#left.subarray(0, count)
  }

  async take(count: number): Promise<Uint8Array> {
    const bytes = await this.peek(count)
    this.#left = this.#left.subarray(bytes.length)
    return bytes
  }

  async skipPast(byte: number) {
    for (let skipped = 0; skipped < HEADER_MAX_BYTES; ) {
      const chunk = await this.next()
      if (chunk === null) return
      const at = chunk.indexOf(byte)
      if (at !== -1) return this.giveBack(chunk.subarray(at + 1))
      skipped += chunk.length
    }
    throw new FetchFailure('protocol', 'gzip header')
  }

  async #pull(): Promise<Uint8Array | null> {
    for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next())
      if (next.value.length > 0) return next.value
    return null
  }
}
