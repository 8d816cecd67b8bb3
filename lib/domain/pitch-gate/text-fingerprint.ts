import { COMPARED_FROM_WORDS, type PreparedText } from './shingles.ts'

/** As many as the column `PitchShingles.bits` has. */
export const FINGERPRINT_BITS = 1024
const BITS_OF_HASH = 10

/**
 * A text's 4-grams as numbers, so that a database can tell which of many texts may be alike without reading them.
 * `grams` has each hash once; `bits` is a picture of them of fixed size in hexadecimal; `spare` is how many of them
 * share their bit with another. Two texts share at most as many grams as bits, plus the smaller `spare`.
 */
export type TextFingerprint = { grams: number[]; bits: string; spare: number }

/** Empty for a text too short to be compared. */
export function fingerprintOf(text: PreparedText): TextFingerprint {
  const compared = text.words >= COMPARED_FROM_WORDS ? text.grams : []
  const grams = [...new Set([...compared].map(hashOf))].sort((a, b) => a - b)
  const bytes = new Uint8Array(FINGERPRINT_BITS / 8)
  for (const gram of grams) {
    const bit = gram >>> (32 - BITS_OF_HASH)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  }
  const bits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { grams, bits, spare: grams.length - countBits(bytes) }
}

/** How many of the smaller set of hashes stand in the other, 0 to 1. */
export function likenessOf(own: ReadonlySet<number>, grams: readonly number[]): number {
  const smaller = Math.min(own.size, grams.length)
  return smaller === 0 ? 0 : grams.filter((gram) => own.has(gram)).length / smaller
}

function countBits(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) for (let rest = byte; rest > 0; rest &= rest - 1) count += 1
  return count
}

/** FNV-1a over UTF-16 units, then stirred so that the upper bits depend on all of them. A signed 32-bit number. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < gram.length; at += 1) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
