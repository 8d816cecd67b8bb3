import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import type { Row } from '#lib/domain/workspace-file/table-fields.ts'
import { sha256 } from '#lib/server/evidence-hash.ts'
import type { WorkspaceZip } from './open-workspace-zip.ts'

const LARGEST_PACKED_BYTES = 32 * 1_048_576
const unpack = promisify(zstdDecompress)

/** Holds a page against the size and the hash its line tells; why it is not that page, or null. */
export async function checkEvidence(zip: WorkspaceZip, row: Row): Promise<string | null> {
  const body = await packedBody(zip, String(row.body))
  if (typeof body === 'string') return body
  const size = Number(row.size)
  try {
    const page = await unpack(body, { maxOutputLength: Math.max(1, size) })
    const isIt = page.length === size && sha256(page) === row.sha256
    return isIt ? null : 'the page in its evidence is not the one it tells of'
  } catch {
    return 'the page in its evidence cannot be unpacked to the size it tells'
  }
}

/** The bytes of an entry as they are kept, or why they cannot be. */
export async function packedBody(zip: WorkspaceZip, name: string): Promise<Buffer | string> {
  const entry = zip.entry(name)
  if (!entry) return 'its page is not in this file'
  if (entry.uncompressedSize > LARGEST_PACKED_BYTES) return 'its page is larger than any that is kept'
  const chunks: Uint8Array[] = []
  for await (const chunk of zip.bytes(entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
