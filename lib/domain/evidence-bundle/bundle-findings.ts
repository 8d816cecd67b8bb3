import {
  breachAtEnd,
  breachOf,
  CHAIN_START,
  chainEndAt,
  type SealedLook,
} from '../link-check/evidence-breach.ts'
import { canonicalJson } from '../link-check/evidence-chain.ts'
import { type ListedFile, type MentionFile, mentionFileSchema, OWN_FIELDS } from './bundle-format.ts'

/** What is not as it was signed: which file, where in it one can tell, and what is the matter. */
export type Finding = { file: string; field?: string; words: string }

/** `hex` and `base64` are SHA-256 of a text's UTF-8 bytes, or of bytes, written that way. */
export type Hashing = { hex: (content: string | Uint8Array) => string; base64: (content: string) => string }

/**
 * A mention's file against itself: each own field against its hash in the manifest, and the looks against their chain.
 *
 * @param isAsListed whether its bytes have the hash that the manifest tells
 */
export function findingsInMention(
  listed: ListedFile,
  text: string,
  isAsListed: boolean,
  { hex, base64 }: Hashing,
): Finding[] {
  const file = listed.name
  const read = readMention(text)
  if ('words' in read) return [{ file, ...read }]
  const { mention } = read
  const own = OWN_FIELDS.filter((field) => listed.fields?.[field] !== hex(canonicalJson(mention[field])))
  const findings: Finding[] = own.map((field) => ({ file, field, words: 'is not what was signed' }))
  const breach = breachIn(mention, base64)
  if (breach) findings.push({ file, ...breach })
  if (findings.length === 0 && !isAsListed)
    findings.push({ file, words: 'was changed: in a salt, a blank or its layout, not in what it says' })
  return findings
}

function readMention(text: string): { mention: MentionFile } | Omit<Finding, 'file'> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { words: 'was changed: it is not JSON any more' }
  }
  const parsed = mentionFileSchema.safeParse(json)
  if (parsed.success) return { mention: parsed.data }
  const [issue] = parsed.error.issues
  const path = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ]
  const field = path.map(String).join('.') || undefined
  return { ...(field ? { field } : {}), words: 'was changed: it is not of the kind that stands there' }
}

function breachIn(mention: MentionFile, sha256: Hashing['base64']): Omit<Finding, 'file'> | null {
  let end = CHAIN_START
  for (const look of mention.looks) {
    // Times stand as ISO 8601 here; their hash is the same.
    const sealed = look as unknown as SealedLook
    if (look.mentionId !== mention.id)
      return { field: `look ${look.number}: mentionId`, words: 'is of another mention' }
    const breach = breachOf(sealed, end, sha256)
    if (breach) return { field: nameOf(breach), words: breach.words }
    end = chainEndAt(sealed)
  }
  const breach = breachAtEnd(end, mention)
  return breach && { field: nameOf(breach), words: breach.words }
}

function nameOf({ number, field }: { number: number; field: string }): string {
  return field === 'look' ? `look ${number}` : `look ${number}: ${field}`
}
