import { createHash } from 'node:crypto'
import { headOf, listBehind, type PackedFile } from '#lib/domain/evidence-bundle/bundle-container.ts'
import type { Finding } from '#lib/domain/evidence-bundle/bundle-findings.ts'
import type { ImportSource } from '#lib/server/imports/import-source.ts'

/** `packedSha256`: of its bytes as they lie in the ZIP, in hex. */
export type LyingFile = PackedFile & { packedSha256: string }

const END_OF_ZIP = 'The end of the ZIP'

/**
 * Walks the ZIP from its first byte to its last, and names the first place that is not as a bundle has it: a head, how a file
 * is packed, the list, what stands behind it. Only for files that are in order themselves.
 */
export async function zipFinding(source: ImportSource, files: readonly LyingFile[]): Promise<Finding | null> {
  let at = 0
  const isNext = async (expected: Uint8Array) => {
    const stands = Buffer.concat(await pieces(source, at, at + expected.length))
    at += expected.length
    return stands.equals(expected)
  }
  for (const file of files) {
    const { name, packedBytes, packedSha256 } = file
    if (!(await isNext(headOf(file))))
      return { file: name, words: 'was changed: in what the ZIP says in front of it' }
    const hash = createHash('sha256')
    for await (const piece of source.read(at, Math.min(source.size, at + packedBytes))) hash.update(piece)
    at += packedBytes
    if (hash.digest('hex') !== packedSha256)
      return { file: name, words: 'was changed: it says the same, and is packed otherwise' }
  }
  const { lines, end } = listBehind(files)
  for (const [place, line] of lines.entries())
    if (!(await isNext(line)))
      return {
        file: files[place]?.name ?? END_OF_ZIP,
        words: 'was changed: in what the list of the ZIP says of it',
      }
  if (!(await isNext(end))) return { file: END_OF_ZIP, words: 'was changed' }
  return source.size === at ? null : { file: END_OF_ZIP, words: 'was changed: something stands behind it' }
}

async function pieces(source: ImportSource, start: number, end: number): Promise<Uint8Array[]> {
  const read: Uint8Array[] = []
  for await (const piece of source.read(start, Math.min(source.size, end))) read.push(piece)
  return read
}
