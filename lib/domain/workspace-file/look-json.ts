import { z } from 'zod'
import { isObject, jsonObject } from './plain-json.ts'

const MOST_FIELDS = 1_000

/** Hashes or salts by the names of a look's fields. */
export function hashesByField() {
  return jsonObject().refine(
    (value) =>
      isObject(value) &&
      Object.keys(value).length <= MOST_FIELDS &&
      Object.values(value).every((each) => typeof each === 'string' && /^[A-Za-z0-9+/=]{1,100}$/.test(each)),
    { error: 'holds something that is no hash' },
  )
}

/** The ids a look was sealed with: lib/domain/link-check/evidence-chain.ts. Never exchanged for new ones. */
export function sealedIdsOrNull() {
  const id = z.string().min(1).max(100)
  return z.strictObject(
    { mentionId: id, requestedById: id.nullable(), runId: id.nullable() },
    { error: 'does not tell the ids a look was sealed with' },
  )
}
