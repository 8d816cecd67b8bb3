import { z } from 'zod'

/** What stands in an evidence bundle, and how much of it there can be. docs/decisions/2026-11-26-evidence-bundle.md */
export const BUNDLE_FORMAT = 'rapport-evidence'
export const BUNDLE_VERSION = 2
export const MOST_MENTIONS = 2_000
/** Two for each mention, and the four of the bundle itself; a few more, so that one too many can be named. */
export const MOST_FILES = 2 * MOST_MENTIONS + 100
export const MOST_UNPACKED_BYTES = 1_073_741_824
/** No file of a bundle is as large; one that is, is not read. */
export const LARGEST_FILE_BYTES = 64 * 1_048_576

export const MANIFEST_FILE = 'manifest.json'
export const SIGNATURE_FILE = 'signature.json'
export const KEY_FILE = 'public-key.pem'
export const README_FILE = 'README.txt'

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const shortText = z.string().max(1_000)

const listedFile = z.strictObject({
  name: shortText,
  bytes: z.int().min(0),
  sha256: sha256Hex,
  /** As it lies in the ZIP: what is packed otherwise unpacks to the same, and is not the same file. */
  packedBytes: z.int().min(0),
  packedSha256: sha256Hex,
  /** Of a mention's file: SHA-256 of the canonical JSON of each of its own fields, so that a changed one can be named. */
  fields: z.record(shortText, sha256Hex).optional(),
})

export const manifestSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  title: shortText,
  siteName: shortText,
  from: shortText,
  to: shortText,
  mentions: z.int().min(0),
  looks: z.int().min(0),
  keyFingerprint: sha256Hex,
  files: z.array(listedFile).max(MOST_FILES),
})
export type Manifest = z.output<typeof manifestSchema>
export type ListedFile = z.output<typeof listedFile>

export const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** Of manifest.json: tells which of the two was changed, where the signature does not hold. */
  manifestSha256: sha256Hex,
  /** Of the bytes of manifest.json, base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})

const decision = z.strictObject({
  kind: shortText,
  outcome: shortText,
  at: shortText,
  lookNumber: z.int(),
})

const look = z.strictObject({
  mentionId: shortText,
  number: z.int(),
  kind: shortText,
  at: shortText,
  tookMs: z.int().nullable(),
  verdict: shortText,
  requestedById: shortText.nullable(),
  runId: shortText.nullable(),
  httpStatus: z.int().nullable(),
  isUnchanged: z.boolean(),
  facts: z.record(z.string(), z.unknown()),
  sentence: z.string(),
  note: z.string(),
  finalUrl: z.string().nullable(),
  hops: z.unknown(),
  headers: z.unknown(),
  linkHtml: z.string().nullable(),
  textHash: z.string().nullable(),
  changes: z.unknown(),
  blanked: z.array(z.string()),
  fieldSalts: z.record(z.string(), z.string()),
  fieldHashes: z.record(z.string(), z.string()),
  previousHash: z.string(),
  hash: z.string().nullable(),
  sealedIds: z
    .strictObject({
      mentionId: z.string(),
      requestedById: z.string().nullable(),
      runId: z.string().nullable(),
    })
    .nullable(),
})

/** One mention: what it comes to, what people decided about it, and every look at its page, oldest first. */
export const mentionFileSchema = z.strictObject({
  id: shortText,
  url: z.string(),
  title: z.string(),
  provenance: shortText,
  outcome: shortText,
  outcomeAt: shortText.nullable(),
  publishedOn: shortText.nullable(),
  recordedAt: shortText,
  lookCount: z.int(),
  headHash: z.string().nullable(),
  decisions: z.array(decision),
  looks: z.array(look),
})
export type MentionFile = z.output<typeof mentionFileSchema>

/** A mention's own fields, each of which the manifest has a hash of; its looks have their chain. */
export const OWN_FIELDS = [
  ...(['id', 'url', 'title', 'provenance', 'outcome', 'outcomeAt', 'publishedOn'] as const),
  ...(['recordedAt', 'lookCount', 'headHash', 'decisions'] as const),
] as const

export function mentionFileName(place: number, id: string): string {
  return `mentions/${String(place).padStart(4, '0')}-${id}.json`
}

export function snippetFileName(place: number, id: string): string {
  return `snippets/${String(place).padStart(4, '0')}-${id}.txt`
}

/** The same letters for the same value, to be read by people too: keys sorted, two spaces in. */
export function bundleJson(value: unknown): string {
  return `${JSON.stringify(inOrder(value), null, 2)}\n`
}

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(inOrder)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  // A key called __proto__ must stay a key.
  return Object.assign(
    Object.create(null),
    Object.fromEntries(
      entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)]),
    ),
  )
}
