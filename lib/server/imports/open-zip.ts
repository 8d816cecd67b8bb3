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

const MOST_ENTRIES = 1_000
const MOST_UNPACKED_BYTES = 1_073_741_824
/** Real tables shrink to a tenth or a thirtieth; a thousandth is what deflate makes of one letter repeated. */
const MOST_RATIO = 200
const RATIO_COUNTS_FROM_BYTES = 1_048_576

export function isZip(head: Uint8Array): boolean {
  const [p, k, three, four] = head
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6))
}

/** Reads the list of a ZIP's entries and refuses what would cost too much, before anything is unpacked. Throws ZipRefused. */
export async function openZip(source: ImportSource): Promise<OpenedZip> {
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      autoClose: false,
    })
    const entries = await checkedEntries(zip)
    return { entries, bytes: (entry) => () => unpacked(zip, entry) }
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused(wordsFor(error))
  }
}

async function checkedEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (entries.length >= MOST_ENTRIES)
      throw new ZipRefused(`This ZIP holds more than ${MOST_ENTRIES} files.`)
    if (total > MOST_UNPACKED_BYTES) throw new ZipRefused('This ZIP would unpack to more than 1 GB.')
    const isLarge = entry.uncompressedSize > RATIO_COUNTS_FROM_BYTES
    if (isLarge && entry.uncompressedSize > entry.compressedSize * MOST_RATIO) {
      throw new ZipRefused('This ZIP is packed far tighter than any real table, so it was not unpacked.')
    }
    entries.push(entry)
  }
  return entries
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

class SourceReader extends RandomAccessReader {
  private readonly source: ImportSource

  constructor(source: ImportSource) {
    super()
    this.source = source
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.read(start, end), { objectMode: false })
  }
}
