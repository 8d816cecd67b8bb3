import type { Entry } from 'yauzl'
import {
  LARGEST_FILE_BYTES,
  MOST_FILES,
  MOST_UNPACKED_BYTES,
} from '#lib/domain/evidence-bundle/bundle-format.ts'
import type { ImportSource } from '#lib/server/imports/import-source.ts'
import { type OpenedZip, openZip, ZipRefused } from '#lib/server/imports/open-zip.ts'

/** It is no bundle, or one that would cost too much to look at. One sentence for people. */
export class NoBundle extends Error {
  override name = 'NoBundle'
}

/** Reads what is in a bundle, before anything is unpacked. @throws NoBundle */
export async function openBundle(source: ImportSource): Promise<OpenedZip> {
  try {
    return await openZip(source, { entries: MOST_FILES, unpackedBytes: MOST_UNPACKED_BYTES })
  } catch (error) {
    throw error instanceof ZipRefused ? new NoBundle(error.message) : error
  }
}

/** @throws NoBundle for what no bundle has */
export function entriesByName(zip: OpenedZip): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const entry of zip.entries) {
    if (entries.has(entry.fileName)) throw new NoBundle(`It holds ${printable(entry.fileName)} twice.`)
    if (entry.uncompressedSize > LARGEST_FILE_BYTES)
      throw new NoBundle(`${printable(entry.fileName)} is larger than any file of a bundle.`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** Null: it is not there, or cannot be unpacked any more. */
export async function contentOf(zip: OpenedZip, entry: Entry | undefined): Promise<Buffer | null> {
  if (!entry?.canDecodeFileData()) return null
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of zip.bytes(entry)()) chunks.push(chunk)
  } catch (error) {
    if (error instanceof ZipRefused) return null
    throw error
  }
  return Buffer.concat(chunks)
}

/** A name out of somebody else's file, fit for a terminal. */
export function printable(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 200)
}
