/**
 * The chain of a mention's looks. Each field of a look is hashed by itself, with a salt; the look's hash covers those
 * hashes and the hash of the look before. So a field can be blanked, and everything else still verifies.
 * What that proves, and what not: docs/decisions/2026-11-22-evidence-chain.md
 */

/** What a look holds, as it is kept. */
export type ChainedLook = {
  mentionId: string
  number: number
  kind: string
  at: Date
  tookMs: number | null
  verdict: string
  requestedById: string | null
  runId: string | null
  httpStatus: number | null
  isUnchanged: boolean
  facts: unknown
  sentence: string
  note: string
  finalUrl: string | null
  hops: unknown
  headers: unknown
  linkHtml: string | null
  textHash: string | null
  changes: unknown
}

/**
 * The ids a look was sealed with, where they are not its own: a workspace that moves to another installation gets new ids,
 * and the hashes of its looks cover the old ones.
 */
export type SealedIds = Pick<ChainedLook, 'mentionId' | 'requestedById' | 'runId'>

export type Seal = {
  fieldSalts: Record<string, string>
  fieldHashes: Record<string, string>
  previousHash: string
  hash: string
}

/** `sha256` hashes the UTF-8 bytes of a text; `salt` draws 16 random bytes. Both answer base64. */
export type SealingTools = { sha256: (text: string) => string; salt: () => string }

/** What an erasure may empty, and what is left of it then. Of the facts each by itself: `facts.anchorText`. */
const EMPTY = {
  sentence: '',
  note: '',
  finalUrl: null,
  hops: [],
  headers: {},
  linkHtml: null,
  textHash: null,
  changes: [],
} as const

const FACT = 'facts.'

const PLAIN_FIELDS = [
  'mentionId',
  'number',
  'kind',
  'at',
  'tookMs',
  'verdict',
  'requestedById',
  'runId',
  'httpStatus',
  'isUnchanged',
] as const

export type BlankableField = keyof typeof EMPTY | `facts.${string}`

export function isBlankable(field: string): field is BlankableField {
  return nameOfFact(field) !== null || Object.hasOwn(EMPTY, field)
}

/** `facts.rel` is the fact `rel`; null for a field of another kind. */
export function nameOfFact(field: string): string | null {
  return field.startsWith(FACT) ? field.slice(FACT.length) : null
}

/** What a blanked field holds. */
export function emptyValueOf(field: BlankableField): unknown {
  return nameOfFact(field) === null ? EMPTY[field as keyof typeof EMPTY] : null
}

/** Every field of a look under its name in the chain. */
export function fieldsOf(look: ChainedLook): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const name of PLAIN_FIELDS) fields.set(name, look[name])
  for (const name of Object.keys(EMPTY)) fields.set(name, look[name as keyof typeof EMPTY])
  for (const [name, value] of Object.entries(look.facts ?? {}))
    if (value !== undefined) fields.set(`${FACT}${name}`, value)
  return fields
}

/** Closes a new look: `previousHash` is that of the look before, empty for the first one of a chain. */
export function sealLook(look: ChainedLook, previousHash: string, { sha256, salt }: SealingTools): Seal {
  const fieldSalts: Record<string, string> = {}
  const fieldHashes: Record<string, string> = {}
  for (const [name, value] of fieldsOf(look)) {
    if (isBlankable(name)) fieldSalts[name] = salt()
    fieldHashes[name] = hashOfField(fieldSalts[name], value, sha256)
  }
  const links = { mentionId: look.mentionId, number: look.number, previousHash, fieldHashes }
  return { fieldSalts, fieldHashes, previousHash, hash: hashOfLook(links, sha256) }
}

/** sha256(salt + canonical value); a plain field has no salt. */
export function hashOfField(
  salt: string | undefined,
  value: unknown,
  sha256: SealingTools['sha256'],
): string {
  return sha256(`${salt ?? ''}${canonicalJson(value)}`)
}

export function hashOfLook(
  links: Pick<ChainedLook, 'mentionId' | 'number'> & Pick<Seal, 'previousHash' | 'fieldHashes'>,
  sha256: SealingTools['sha256'],
): string {
  const { mentionId, number, previousHash, fieldHashes } = links
  return sha256(canonicalJson({ mentionId, number, previousHash, fieldHashes }))
}

/**
 * One text for one value, however it was kept meanwhile: keys sorted by their UTF-16 code units, no spaces, dates as
 * ISO 8601 in UTC, what is undefined left out (RFC 8785 for everything JSON knows).
 */
export function canonicalJson(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
  return `{${members.join(',')}}`
}
