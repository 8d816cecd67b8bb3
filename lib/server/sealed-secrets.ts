import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { settings } from './env.ts'

/** What a sealed text is for. A key derived for one purpose opens nothing of another. */
export type SealPurpose = 'suppression key'

/** AES-256-GCM under a key derived with HKDF-SHA-256 from the server's secret. A later way gets the next number. */
const AES_GCM_UNDER_AUTH_SECRET = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const TAG_AT = 1 + NONCE_BYTES
const SEALED_AT = TAG_AT + TAG_BYTES

/** It was sealed with another secret, for another purpose or owner, or is no sealed text at all. */
export class CannotUnseal extends Error {
  override name = 'CannotUnseal'
}

/**
 * Closes a secret so that it may lie in the database: who has only the database cannot read it. The first byte says how
 * it was sealed, so that secrets can be sealed anew, one by one, when that changes.
 *
 * @param owner whose secret it is (a workspace's id): a sealed text copied to another owner's row does not open there
 */
export function sealSecret(
  secret: Uint8Array,
  { purpose, owner, authSecret = settings().authSecret }: Seal,
): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose, authSecret), nonce)
  cipher.setAAD(boundTo(purpose, owner))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  const version = Buffer.of(AES_GCM_UNDER_AUTH_SECRET)
  return Buffer.concat([version, nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws CannotUnseal */
export function unsealSecret(
  text: string,
  { purpose, owner, authSecret = settings().authSecret }: Seal,
): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes[0] !== AES_GCM_UNDER_AUTH_SECRET || bytes.length < SEALED_AT)
    throw new CannotUnseal(`This ${purpose} was not sealed in any way this version of Rapport knows`)
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFor(purpose, authSecret),
    bytes.subarray(1, TAG_AT),
    // Without this, a tag cut to 4 bytes would be taken for one.
    { authTagLength: TAG_BYTES },
  )
  decipher.setAAD(boundTo(purpose, owner))
  decipher.setAuthTag(bytes.subarray(TAG_AT, SEALED_AT))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(SEALED_AT)), decipher.final()])
  } catch {
    throw new CannotUnseal(
      `This ${purpose} was sealed with another AUTH_SECRET: start the server with the one it had before`,
    )
  }
}

type Seal = { purpose: SealPurpose; owner: string; authSecret?: string }

function keyFor(purpose: SealPurpose, authSecret: string): Buffer {
  if (authSecret === '') throw new CannotUnseal('There is no AUTH_SECRET to seal with')
  return Buffer.from(hkdfSync('sha256', authSecret, '', `rapport sealed secret: ${purpose}`, 32))
}

function boundTo(purpose: SealPurpose, owner: string): Buffer {
  return Buffer.from(`${purpose}\n${owner}`)
}
