import { createHash } from 'node:crypto'
import { Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction } from './database.ts'
import type { ImportSource } from './imports/import-source.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** Bytes of a piece: small enough for a row, large enough that a file of 100 MB is 400 of them. */
const PIECE_BYTES = 262_144
const KEPT_PIECES = 8

export type BlobSource = Omit<ImportSource, 'read'> & {
  read(start: number, end: number): AsyncGenerator<Uint8Array<ArrayBuffer>>
}
export type WrittenBlob = { blobId: string; sha256: string; size: number }

/**
 * Writes a file into the database piece by piece, as it arrives. Until its last piece is there it is not whole, and
 * `clearFiles` takes it away at night should nobody come back to it. Ask first who may.
 *
 * @param options.maxBytes what is longer is refused, and nothing of it stays
 * @param options.keptUntil when the nightly job may remove it; null for as long as its row is there
 * @throws Refusal when it is longer than that
 */
export async function writeBlob(
  scope: WorkspaceScope,
  bytes: AsyncIterable<Uint8Array>,
  {
    maxBytes = Number.POSITIVE_INFINITY,
    keptUntil = null,
  }: { maxBytes?: number; keptUntil?: Date | null } = {},
): Promise<WrittenBlob> {
  const { workspaceId, now } = scope
  const { id: blobId } = await database().blob.create({
    data: { workspaceId, sha256: '', size: 0, chunkSize: PIECE_BYTES, createdAt: now, keptUntil },
    select: { id: true },
  })
  try {
    const sum = createHash('sha256')
    let size = 0
    let number = 0
    for await (const piece of inPieces(bytes)) {
      size += piece.length
      if (size > maxBytes) throw tooLong(maxBytes)
      sum.update(piece)
      await database().blobChunk.create({
        data: { workspaceId, blobId, number, bytes: piece },
        select: { number: true },
      })
      number += 1
    }
    const sha256 = sum.digest('hex')
    await database().blob.updateMany({
      where: { workspaceId, id: blobId },
      data: { sha256, size, isWhole: true },
    })
    return { blobId, sha256, size }
  } catch (error) {
    await deleteBlob(workspaceId, blobId)
    throw error
  }
}

/** The whole file, in its order. Nothing where there is no such file, or not the whole of it. */
export async function* readBlob(
  workspaceId: string,
  blobId: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const source = await blobSource(workspaceId, blobId)
  if (source) yield* source.read(0, source.size)
}

/** A stored file as the readers of imports want it: any part of it, as often as they like. Null where it is not there. */
export async function blobSource(workspaceId: string, blobId: string, name = ''): Promise<BlobSource | null> {
  const blob = await database().blob.findFirst({
    where: { workspaceId, id: blobId, isWhole: true },
    select: { size: true, chunkSize: true },
  })
  if (!blob) return null
  const { size, chunkSize } = blob
  const pieceOf = rememberedPieces(workspaceId, blobId)
  return {
    name,
    size,
    async *read(start, end) {
      const last = Math.min(end, size)
      for (let at = Math.max(0, start); at < last; ) {
        const number = Math.floor(at / chunkSize)
        const from = at - number * chunkSize
        const part = (await pieceOf(number)).subarray(from, Math.min(chunkSize, last - number * chunkSize))
        if (part.length === 0) throw new Error(`Piece ${number} of blob ${blobId} is cut off`)
        yield part
        at += part.length
      }
    },
  }
}

/** Removes a file and its pieces; once nothing names it. Doing it twice changes nothing. */
export async function deleteBlob(workspaceId: string, blobId: string) {
  await inTransaction(async (tx) => {
    await tx.blobChunk.deleteMany({ where: { workspaceId, blobId } })
    await tx.blob.deleteMany({ where: { workspaceId, id: blobId } })
  })
}

/** Readers of ZIP files go back and forth in small steps: the pieces used last are kept at hand. */
function rememberedPieces(workspaceId: string, blobId: string) {
  const kept = new Map<number, Uint8Array<ArrayBuffer>>()
  return async (number: number): Promise<Uint8Array<ArrayBuffer>> => {
    const known = kept.get(number)
    if (known) return known
    const chunk = await database().blobChunk.findUnique({
      where: { workspaceId_blobId_number: { workspaceId, blobId, number } },
      select: { bytes: true },
    })
    if (!chunk) throw new Error(`Piece ${number} of blob ${blobId} is missing`)
    kept.set(number, chunk.bytes)
    const oldest = kept.keys().next().value
    if (kept.size > KEPT_PIECES && oldest !== undefined) kept.delete(oldest)
    return chunk.bytes
  }
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let piece = new Uint8Array(PIECE_BYTES)
  let filled = 0
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PIECE_BYTES - filled)
      piece.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < PIECE_BYTES) continue
      yield piece
      piece = new Uint8Array(PIECE_BYTES)
      filled = 0
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}

function tooLong(maxBytes: number): Refusal {
  return new Refusal(
    `This file is larger than ${Math.floor(maxBytes / 1_000_000)} MB, the most that can be taken at once.`,
    'Part it into several files and bring them in one after the other.',
    'file',
  )
}
