import { createHash } from 'node:crypto'
import { addressKeyOf } from '#lib/domain/web-address.ts'

/** A key in an index of PostgreSQL has room for about 2,700 bytes, together with what stands beside it. */
const KEY_MAX_CHARACTERS = 500

/** What tells one page from another, short enough for a unique key: of a very long address, its beginning and a hash. */
export function mentionKeyOf(url: string): string {
  const key = addressKeyOf(url) ?? url
  if (key.length <= KEY_MAX_CHARACTERS) return key
  return `${key.slice(0, KEY_MAX_CHARACTERS)}#${createHash('sha256').update(key).digest('hex')}`
}
