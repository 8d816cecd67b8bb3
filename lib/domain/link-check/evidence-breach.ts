import {
  type ChainedLook,
  canonicalJson,
  emptyValueOf,
  fieldsOf,
  hashOfField,
  hashOfLook,
  isBlankable,
  type Seal,
  type SealedIds,
  type SealingTools,
} from './evidence-chain.ts'

/** A look as it is kept, with its seal; without a hash it was written before there was a chain. */
export type SealedLook = ChainedLook &
  Omit<Seal, 'hash'> & { hash: string | null; blanked: readonly string[]; sealedIds?: SealedIds | null }

/** Where a walk along a chain has come to: the number and the hash of the last look, and whether it was taken here. */
export type ChainEnd = { number: number; hash: string | null; isOurs?: boolean }

export const CHAIN_START: ChainEnd = { number: 0, hash: null }

/** How far a walk has come once it has passed this look. */
export function chainEndAt({ number, hash, sealedIds }: SealedLook): ChainEnd {
  return { number, hash, isOurs: hash !== null && !sealedIds }
}

/** The first place where a chain does not hold. `field` is `look` where a whole look is not there, or one too many. */
export type Breach = { number: number; field: string; words: string }

/** Holds one look against the one before it and against its own hashes; null when it is whole. */
export function breachOf(kept: SealedLook, before: ChainEnd, sha256: SealingTools['sha256']): Breach | null {
  const look = kept.sealedIds ? { ...kept, ...kept.sealedIds } : kept
  const { number } = look
  if (number !== before.number + 1)
    return { number: before.number + 1, field: 'look', words: 'is not there any more' }
  if (look.hash === null) {
    const isFromBefore = before.hash === null && Object.keys(look.fieldHashes).length === 0
    return isFromBefore ? null : { number, field: 'hash', words: 'has lost its hash' }
  }
  // A workspace is brought in while it is empty: what was taken elsewhere comes before everything taken here.
  if (kept.sealedIds && before.isOurs)
    return { number, field: 'sealedIds', words: 'came from elsewhere, after looks that were taken here' }
  const field = changedField(look, sha256)
  if (field !== null) return { number, field, words: 'is not what was written' }
  if (look.hash !== hashOfLook(look, sha256))
    return { number, field: 'hash', words: 'does not fit the hashes of its fields' }
  if (look.previousHash !== (before.hash ?? ''))
    return { number, field: 'previousHash', words: 'does not fit the look before it' }
  return null
}

/** Holds the end of a walk against what the mention says of its newest look; null when they agree. */
export function breachAtEnd(
  end: ChainEnd,
  mention: { lookCount: number; headHash: string | null },
): Breach | null {
  if (mention.lookCount > end.number)
    return { number: end.number + 1, field: 'look', words: 'is not there any more' }
  if (mention.lookCount < end.number)
    return { number: mention.lookCount + 1, field: 'look', words: 'is one the mention does not count' }
  if (mention.headHash !== end.hash)
    return { number: end.number, field: 'hash', words: 'is not the one the mention ends with' }
  return null
}

function changedField(look: SealedLook, sha256: SealingTools['sha256']): string | null {
  const { fieldSalts, fieldHashes, blanked } = look
  const fields = fieldsOf(look)
  for (const name of [...fields.keys(), ...Object.keys(fieldHashes)]) {
    const hash = fieldHashes[name]
    if (!fields.has(name) || hash === undefined) return name
    const value = fields.get(name)
    const isAsItWas = blanked.includes(name)
      ? isBlankable(name) && canonicalJson(value) === canonicalJson(emptyValueOf(name))
      : hash === hashOfField(fieldSalts[name], value, sha256)
    if (!isAsItWas) return name
  }
  return null
}
