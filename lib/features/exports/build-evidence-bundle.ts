import { createHash, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import { headOf, listBehind, type PackedFile } from '#lib/domain/evidence-bundle/bundle-container.ts'
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  bundleJson,
  KEY_FILE,
  type ListedFile,
  MANIFEST_FILE,
  type Manifest,
  type MentionFile,
  mentionFileName,
  OWN_FIELDS,
  README_FILE,
  SIGNATURE_FILE,
  snippetFileName,
} from '#lib/domain/evidence-bundle/bundle-format.ts'
import { bundleReadme, snippetOf } from '#lib/domain/evidence-bundle/bundle-words.ts'
import { canonicalJson } from '#lib/domain/link-check/evidence-chain.ts'
import type { EvidenceKey } from '#lib/server/evidence-key.ts'

export type BundleInput = {
  title: string
  siteName: string
  /** Days, both included; empty where there is no such end. */
  from: string
  to: string
  mentions: AsyncIterable<MentionFile> | Iterable<MentionFile>
  /** Of a report: the files besides, which lie at the top. Asked for once every mention is in. */
  more?: () => readonly { name: string; text: string }[]
}

const deflated = promisify(deflateRaw)

/**
 * One ZIP: every mention with its looks, a manifest with the SHA-256 of each file, and a signature over that. The same input and
 * key give the same bytes. Mentions are taken one by one; only the packed files are held.
 *
 * @returns the ZIP, and the SHA-256 of its manifest, in hex, to know it again by
 */
export async function buildEvidenceBundle(
  { title, siteName, from, to, mentions, more }: BundleInput,
  { privateKey, publicPem, fingerprint }: EvidenceKey,
): Promise<{ zip: Buffer; manifestHash: string; mentions: number }> {
  const zip = new BundleZip()
  const files: ListedFile[] = []
  const put = async (name: string, text: string, fields?: ListedFile['fields']) => {
    const bytes = Buffer.from(text)
    const packed = await deflated(bytes)
    files.push({
      ...{ name, bytes: bytes.length, sha256: sha256Hex(bytes) },
      ...{ packedBytes: packed.length, packedSha256: sha256Hex(packed) },
      ...(fields ? { fields } : {}),
    })
    zip.add(name, bytes, packed)
  }
  let place = 0
  let looks = 0
  for await (const mention of mentions) {
    place += 1
    looks += mention.looks.length
    const fields = OWN_FIELDS.map((field) => [field, sha256Hex(canonicalJson(mention[field]))])
    await put(mentionFileName(place, mention.id), bundleJson(mention), Object.fromEntries(fields))
    await put(snippetFileName(place, mention.id), snippetOf(mention))
  }
  for (const { name, text } of more?.() ?? []) await put(name, text)
  await put(
    README_FILE,
    bundleReadme({ title, siteName, from, to, fingerprint, isOfReport: more !== undefined }),
  )
  await put(KEY_FILE, publicPem)
  const manifest: Manifest = {
    ...{ format: BUNDLE_FORMAT, version: BUNDLE_VERSION, title, siteName, from, to },
    ...{ mentions: place, looks, keyFingerprint: fingerprint, files },
  }
  const signed = Buffer.from(bundleJson(manifest))
  const manifestHash = sha256Hex(signed)
  const signature = sign(null, signed, privateKey).toString('base64')
  const told = Buffer.from(bundleJson({ algorithm: 'Ed25519', manifestSha256: manifestHash, signature }))
  // Not packed: nothing vouches for how these two are.
  zip.add(MANIFEST_FILE, signed, null)
  zip.add(SIGNATURE_FILE, told, null)
  return { zip: zip.whole(), manifestHash, mentions: place }
}

/** The files as they lie in the ZIP, each with its head. */
class BundleZip {
  private readonly parts: Uint8Array[] = []
  private readonly files: PackedFile[] = []

  /** @param packed its bytes deflated; null where it lies there as it is */
  add(name: string, bytes: Uint8Array, packed: Uint8Array | null) {
    const lying = packed ?? bytes
    const file = {
      ...{ name, crc32: crc32(bytes), unpackedBytes: bytes.length },
      ...{ packedBytes: lying.length, isDeflated: packed !== null },
    }
    this.files.push(file)
    this.parts.push(headOf(file), lying)
  }

  whole(): Buffer {
    const { lines, end } = listBehind(this.files)
    return Buffer.concat([...this.parts, ...lines, end])
  }
}

function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
