import { createHash, sign } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
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
}

/** The beginning of time for a ZIP. In parts, as a ZIP keeps local time: the same bytes in every time zone. */
const NO_TIME = new Date(1980, 0, 1)
const FILE_MODE = 0o100644

/**
 * One ZIP: every mention with its looks, a manifest with the SHA-256 of each file, and a signature over that. The same input and
 * key give the same bytes. Mentions are taken one by one; only the packed files are held.
 *
 * @returns the ZIP, and the SHA-256 of its manifest, in hex, to know it again by
 */
export async function buildEvidenceBundle(
  { title, siteName, from, to, mentions }: BundleInput,
  { privateKey, publicPem, fingerprint }: EvidenceKey,
): Promise<{ zip: Buffer; manifestHash: string; mentions: number }> {
  const zip = new ZipFile()
  const whole = buffer(zip.outputStream as NodeJS.ReadableStream)
  const files: ListedFile[] = []
  const put = (name: string, text: string, fields?: ListedFile['fields']) => {
    const bytes = Buffer.from(text)
    files.push({ name, bytes: bytes.length, sha256: sha256Hex(bytes), ...(fields ? { fields } : {}) })
    addFile(zip, name, bytes)
  }
  let place = 0
  let looks = 0
  for await (const mention of mentions) {
    place += 1
    looks += mention.looks.length
    const fields = OWN_FIELDS.map((field) => [field, sha256Hex(canonicalJson(mention[field]))])
    put(mentionFileName(place, mention.id), bundleJson(mention), Object.fromEntries(fields))
    put(snippetFileName(place, mention.id), snippetOf(mention))
  }
  put(README_FILE, bundleReadme({ title, siteName, from, to, fingerprint }))
  put(KEY_FILE, publicPem)
  const manifest: Manifest = {
    ...{ format: BUNDLE_FORMAT, version: BUNDLE_VERSION, title, siteName, from, to },
    ...{ mentions: place, looks, keyFingerprint: fingerprint, files },
  }
  const signed = Buffer.from(bundleJson(manifest))
  const manifestHash = sha256Hex(signed)
  addFile(zip, MANIFEST_FILE, signed)
  const signature = sign(null, signed, privateKey).toString('base64')
  const told = { algorithm: 'Ed25519', manifestSha256: manifestHash, signature }
  addFile(zip, SIGNATURE_FILE, Buffer.from(bundleJson(told)))
  zip.end()
  return { zip: await whole, manifestHash, mentions: place }
}

function addFile(zip: ZipFile, name: string, bytes: Buffer) {
  zip.addBuffer(bytes, name, { mtime: NO_TIME, mode: FILE_MODE, compress: true, forceDosTimestamp: true })
}

function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
