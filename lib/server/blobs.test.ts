import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { blobSource, deleteBlob, readBlob, writeBlob } from './blobs.ts'

describe('a stored file', () => {
  it('comes back as it went in, whichever way its bytes arrived', async () => {
    const { ours } = await twoWorkspaces()
    const bytes = randomBytes(700_001)
    const { blobId, sha256, size } = await writeBlob(ours, inParts(bytes, 99_999))
    expect({ sha256, size }).toEqual({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: 700_001,
    })
    expect(await whole(readBlob(ours.workspaceId, blobId))).toEqual(bytes)
  })

  it('is read from anywhere to anywhere, over the edges of its pieces', async () => {
    const { ours } = await twoWorkspaces()
    const bytes = randomBytes(600_000)
    const { blobId } = await writeBlob(ours, inParts(bytes, 600_000))
    const source = await blobSource(ours.workspaceId, blobId, 'a.csv')
    expect(source).toMatchObject({ name: 'a.csv', size: 600_000 })
    for (const [start, end] of [
      [0, 4],
      [262_143, 262_145],
      [500_000, 600_000],
      [599_999, 700_000],
      [9, 9],
    ] as const)
      expect(await whole(source?.read(start, end) ?? inParts(Buffer.alloc(1), 1))).toEqual(
        bytes.subarray(start, end),
      )
  })

  it('may be empty', async () => {
    const { ours } = await twoWorkspaces()
    const { blobId, size } = await writeBlob(ours, inParts(Buffer.alloc(0), 1))
    expect(size).toBe(0)
    expect(await whole(readBlob(ours.workspaceId, blobId))).toHaveLength(0)
  })

  it('is nobody else’s', async () => {
    const { ours, theirs } = await twoWorkspaces()
    const { blobId } = await writeBlob(ours, inParts(Buffer.from('ours'), 2))
    expect(await blobSource(theirs.workspaceId, blobId)).toBeNull()
    await deleteBlob(theirs.workspaceId, blobId)
    expect((await whole(readBlob(ours.workspaceId, blobId))).toString()).toBe('ours')
  })

  it('leaves nothing behind when it is too long, or breaks off', async () => {
    const { ours } = await twoWorkspaces()
    await expect(
      writeBlob(ours, inParts(Buffer.alloc(2_000_001), 500_000), { maxBytes: 2_000_000 }),
    ).rejects.toThrow(Refusal)
    await expect(writeBlob(ours, breakingOff())).rejects.toThrow('gone')
    const where = { workspaceId: ours.workspaceId }
    expect(await databaseAcrossWorkspaces().blob.count({ where })).toBe(0)
    expect(await databaseAcrossWorkspaces().blobChunk.count({ where })).toBe(0)
  })
})

async function* inParts(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function* breakingOff() {
  yield Buffer.alloc(300_000)
  throw new Error('gone')
}

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return Buffer.concat(all)
}
