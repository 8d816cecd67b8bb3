import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import type { Bytes, ImportSource } from './import-source.ts'

/** Why a ZIP is not read, for people. Nothing of it has been unpacked by then. */
export class ZipRefused extends Error {
  override name = 'ZipRefused'
}

export type OpenedZip = {
  entries: readonly Entry[]
  bytes: (entry: Entry) => Bytes
}

export type ZipCaps = { entries: number; unpackedBytes: number }

const CAPS_OF_TABLES: ZipCaps = { entries: 1_000, unpackedBytes: 1_073_741_824 }
/** Real tables shrink to a tenth or a thirtieth; a thousandth is what deflate makes of one letter repeated. */
const MOST_RATIO = 200
const RATIO_COUNTS_FROM_BYTES = 1_048_576
const GB = 1_073_741_824
const BLOCK_BYTES = 262_144

export function isZip(head: Uint8Array): boolean {
  const [p, k, three, four] = head
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6))
}

/** Reads the list of a ZIP's entries and refuses what would cost too much, before anything is unpacked. Throws ZipRefused. */
export async function openZip(source: ImportSource, caps: ZipCaps = CAPS_OF_TABLES): Promise<OpenedZip> {
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      autoClose: false,
    })
    const entries = await checkedEntries(zip, caps)
    return { entries, bytes: (entry) => () => unpacked(zip, entry) }
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused(wordsFor(error))
  }
}

async function checkedEntries(zip: ZipFile, caps: ZipCaps): Promise<Entry[]> {
  if (zip.entryCount > caps.entries) throw tooManyFiles(caps)
  const entries: Entry[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (entries.length >= caps.entries)
      throw new ZipRefused(`This ZIP holds more than ${caps.entries} files.`)
    if (total > caps.unpackedBytes)
      throw new ZipRefused(`This ZIP would unpack to more than ${caps.unpackedBytes / GB} GB.`)
    const isLarge = entry.uncompressedSize > RATIO_COUNTS_FROM_BYTES
    if (isLarge && entry.uncompressedSize > entry.compressedSize * MOST_RATIO) {
      throw new ZipRefused('This ZIP is packed far tighter than any real table, so it was not unpacked.')
    }
    entries.push(entry)
  }
  return entries
}

function tooManyFiles({ entries }: ZipCaps): ZipRefused {
  return new ZipRefused(`This ZIP holds more than ${entries} files.`)
}

/** The library holds every entry to the size it declares, so the caps above hold while it is read. */
async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    yield* await zip.openReadStreamPromise(entry)
  } catch {
    throw new ZipRefused('This ZIP is damaged and could not be read to its end.')
  }
}

function wordsFor(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  return /relative path|absolute path|characters in fileName/i.test(message)
    ? 'This ZIP names a file outside of itself, so nothing of it was read.'
    : 'This ZIP is damaged and could not be opened.'
}

/** Reads the list of entries in blocks: the library asks for it in steps of 46 bytes, each of them a stream of its own. */
class SourceReader extends RandomAccessReader {
  private readonly source: ImportSource
  private block = { start: 0, bytes: Buffer.alloc(0) }

  constructor(source: ImportSource) {
    super()
    this.source = source
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.read(start, end), { objectMode: false })
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ) {
    this.blockWith(position, length).then(
      ({ start, bytes }) => {
        bytes.copy(buffer, offset, position - start, position - start + length)
        callback(null)
      },
      (error) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }

  private async blockWith(position: number, length: number) {
    const { start, bytes } = this.block
    if (position >= start && position + length <= start + bytes.length) return this.block
    const end = Math.min(this.source.size, position + Math.max(length, BLOCK_BYTES))
    this.block = { start: position, bytes: Buffer.concat(await chunksOf(this.source.read(position, end))) }
    return this.block
  }
}

async function chunksOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return chunks
}
