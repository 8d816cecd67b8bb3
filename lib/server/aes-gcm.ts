import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const SEALED_AT = NONCE_BYTES + TAG_BYTES

/**
 * AES-256-GCM: nonce, tag, sealed bytes. Never the same twice.
 *
 * @param key 32 bytes
 * @param boundTo what it belongs to: it opens with the same text only
 */
export function sealBytes(key: Uint8Array, secret: Uint8Array, boundTo: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(boundTo))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Null where it was sealed with another key, for something else, or is no sealed text at all. */
export function openBytes(key: Uint8Array, bytes: Buffer, boundTo: string): Buffer | null {
  if (bytes.length < SEALED_AT) return null
  const decipher = createDecipheriv(
    'aes-256-gcm',
    key,
    bytes.subarray(0, NONCE_BYTES),
    // Without this, a tag cut to 4 bytes would be taken for one.
    { authTagLength: TAG_BYTES },
  )
  decipher.setAAD(Buffer.from(boundTo))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, SEALED_AT))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(SEALED_AT)), decipher.final()])
  } catch {
    return null
  }
}
