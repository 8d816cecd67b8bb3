import { createHash, createPublicKey, verify } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Entry } from 'yauzl'
import { type Finding, findingsInMention, type Hashing } from '#lib/domain/evidence-bundle/bundle-findings.ts'
import {
  bundleJson,
  KEY_FILE,
  type ListedFile,
  MANIFEST_FILE,
  type Manifest,
  manifestSchema,
  SIGNATURE_FILE,
  signatureSchema,
} from '#lib/domain/evidence-bundle/bundle-format.ts'
import type { ImportSource } from '#lib/server/imports/import-source.ts'
import type { OpenedZip } from '#lib/server/imports/open-zip.ts'
import { fingerprintOf } from '#lib/server/key-fingerprint.ts'
import { contentOf, entriesByName, NoBundle, openBundle, printable } from './open-bundle.ts'
import { type LyingFile, zipFinding } from './verify-zip.ts'

export type VerifiedBundle = {
  /** Empty: it is, byte for byte, what was signed. */
  findings: Finding[]
  /** Of the key that lies in the bundle; null where none can be read. */
  fingerprint: string | null
  about: Pick<Manifest, 'title' | 'siteName' | 'from' | 'to' | 'mentions' | 'looks'>
}

const HASHING: Hashing = {
  hex: (content) => createHash('sha256').update(content).digest('hex'),
  base64: (content) => createHash('sha256').update(content).digest('base64'),
}

/**
 * Holds every file of a bundle against its manifest, that against its signature, and the ZIP around them against how it has to be.
 * Works on the file alone.
 *
 * @param given the fingerprint of the key it should be signed with, in hex
 * @throws NoBundle
 */
export async function verifyBundle(source: ImportSource, given: string | null): Promise<VerifiedBundle> {
  const zip = await openBundle(source)
  const entries = entriesByName(zip)
  const signed = await contentOf(zip, entries.get(MANIFEST_FILE))
  if (signed === null) throw new NoBundle(`It has no ${MANIFEST_FILE}: it is no evidence bundle.`)
  const manifest = readManifest(signed)
  const key = await contentOf(zip, entries.get(KEY_FILE))
  const fingerprint = key && readFingerprint(key)
  const isNamedKey = fingerprint === manifest.keyFingerprint
  const told = await contentOf(zip, entries.get(SIGNATURE_FILE))
  const lying: LyingFile[] = []
  const findings = [
    ...signatureFindings(signed, told, isNamedKey ? key : null),
    ...keyFindings(fingerprint, manifest.keyFingerprint, given),
    ...(isExactly(signed, manifest) ? [] : [changed(MANIFEST_FILE)]),
    ...(await fileFindings(zip, entries, manifest, lying)),
  ]
  if (findings.length === 0 && told !== null) {
    lying.push(asItIs(MANIFEST_FILE, signed), asItIs(SIGNATURE_FILE, told))
    const odd = await zipFinding(source, lying)
    if (odd) findings.push(odd)
  }
  return { findings: once(findings), fingerprint, about: manifest }
}

function readManifest(bytes: Buffer): Manifest {
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new NoBundle(`${MANIFEST_FILE} was changed: it is not JSON any more.`)
  }
  const read = manifestSchema.safeParse(json)
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.map(String).join('.') || 'its form'
  throw new NoBundle(`${MANIFEST_FILE} was changed, or is of another version: ${printable(where)}.`)
}

/** @param key null where it is not the one that signed, which is said elsewhere */
function signatureFindings(signed: Buffer, told: Buffer | null, key: Buffer | null): Finding[] {
  if (told === null) return [{ file: SIGNATURE_FILE, words: 'is missing, or cannot be unpacked' }]
  const read = signatureSchema.safeParse(parsed(told))
  if (!read.success || !isExactly(told, read.data)) return [changed(SIGNATURE_FILE)]
  const { signature, manifestSha256 } = read.data
  // The last letters of base64 carry bits that say nothing.
  if (Buffer.from(signature, 'base64').toString('base64') !== signature) return [changed(SIGNATURE_FILE)]
  const isOfManifest = manifestSha256 === HASHING.hex(signed)
  if (key !== null && holds(signed, signature, key)) return isOfManifest ? [] : [changed(SIGNATURE_FILE)]
  const words = 'does not fit its signature'
  if (!isOfManifest) return [{ file: MANIFEST_FILE, words: `was changed: it ${words}` }]
  if (key === null) return []
  return [{ file: SIGNATURE_FILE, words: 'was changed, or is of another key: it does not fit the manifest' }]
}

function holds(signed: Buffer, signature: string, key: Buffer): boolean {
  try {
    const publicKey = createPublicKey(key)
    const isEd25519 = publicKey.asymmetricKeyType === 'ed25519'
    return isEd25519 && verify(null, signed, publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function keyFindings(fingerprint: string | null, told: string, given: string | null): Finding[] {
  const findings: Finding[] = []
  if (fingerprint !== told) findings.push({ file: KEY_FILE, words: 'is not the key that the manifest names' })
  if (given !== null && given !== fingerprint)
    findings.push({ file: KEY_FILE, words: 'is not the key you gave: somebody else signed this' })
  return findings
}

/** @param lying is told of each file how it has to lie in the ZIP */
async function fileFindings(
  zip: OpenedZip,
  entries: Map<string, Entry>,
  { files }: Manifest,
  lying: LyingFile[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  const known = new Set([MANIFEST_FILE, SIGNATURE_FILE])
  for (const listed of files) {
    if (known.has(listed.name)) findings.push({ file: MANIFEST_FILE, words: `names ${listed.name} twice` })
    known.add(listed.name)
    const bytes = await contentOf(zip, entries.get(listed.name))
    if (bytes === null) {
      const isThere = entries.has(listed.name)
      findings.push({
        file: listed.name,
        words: isThere ? 'was changed: it cannot be unpacked any more' : 'is missing',
      })
      continue
    }
    const { name, packedBytes, packedSha256 } = listed
    const unpacked = { crc32: crc32(bytes), unpackedBytes: bytes.length }
    lying.push({ name, ...unpacked, packedBytes, packedSha256, isDeflated: true })
    const isAsListed = bytes.length === listed.bytes && HASHING.hex(bytes) === listed.sha256
    if (listed.name.startsWith('mentions/'))
      findings.push(...inMention(listed, bytes.toString('utf8'), isAsListed))
    else if (!isAsListed) findings.push(changed(listed.name))
  }
  for (const name of entries.keys())
    if (!known.has(name)) findings.push({ file: name, words: 'was added: the manifest does not name it' })
  return findings
}

function asItIs(name: string, bytes: Buffer): LyingFile {
  const { length } = bytes
  const sizes = { unpackedBytes: length, packedBytes: length }
  return { name, crc32: crc32(bytes), ...sizes, packedSha256: HASHING.hex(bytes), isDeflated: false }
}

/** Not a blank more or less than whoever made it wrote. */
function isExactly(bytes: Buffer, value: unknown): boolean {
  return bytes.equals(Buffer.from(bundleJson(value)))
}

function inMention(listed: ListedFile, text: string, isAsListed: boolean): Finding[] {
  try {
    return findingsInMention(listed, text, isAsListed, HASHING)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ file: listed.name, words: 'was changed: it is nested deeper than anything real' }]
  }
}

function readFingerprint(key: Buffer): string | null {
  try {
    return fingerprintOf(key.toString('utf8'))
  } catch {
    return null
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

function changed(file: string): Finding {
  return { file, words: 'was changed' }
}

function once(findings: Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings
    .map((finding) => ({ ...finding, file: printable(finding.file) }))
    .filter(({ file, field, words }) => {
      const key = JSON.stringify([file, field, words])
      return !seen.has(key) && seen.add(key)
    })
}
