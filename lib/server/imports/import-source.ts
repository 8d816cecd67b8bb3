import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'

/** Bytes that can be read again and from anywhere: a file, an upload in memory, chunks of a stored blob. */
export type ImportSource = {
  name: string
  size: number
  /** The bytes from `start` up to, but not including, `end`. */
  read(start: number, end: number): AsyncIterable<Uint8Array>
}

/** A stream of bytes that can be started again. */
export type Bytes = () => AsyncIterable<Uint8Array>

const CHUNK_BYTES = 65_536

/** Throws when there is no such file. */
export async function fileSource(file: string): Promise<ImportSource> {
  const { size } = await stat(file)
  return {
    name: path.basename(file),
    size,
    read: (start, end) => (end <= start ? nothing() : createReadStream(file, { start, end: end - 1 })),
  }
}

export function bytesSource(bytes: Uint8Array, name = ''): ImportSource {
  return {
    name,
    size: bytes.length,
    async *read(start, end) {
      for (let at = start; at < end; at += CHUNK_BYTES)
        yield bytes.subarray(at, Math.min(end, at + CHUNK_BYTES))
    },
  }
}

export function allBytes(source: ImportSource): Bytes {
  return () => source.read(0, source.size)
}

/** The first bytes of a stream; the rest is not read. */
export async function firstBytes(bytes: Bytes, count: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= count) break
  }
  return Buffer.concat(chunks).subarray(0, count)
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
