import { hkdfSync } from 'node:crypto'
import { openBytes, sealBytes } from './aes-gcm.ts'
import { settings } from './env.ts'
import type { SecretKey } from './secret-keys.ts'

/** What a sealed text is for. A key derived for one purpose opens nothing of another. */
export type SealPurpose = 'suppression key' | 'evidence key' | 'webhook secret'

/** AES-256-GCM under a key derived from one of SECRET_KEYS: "v1:<the key's name>:<nonce, tag and text>". */
const KEYED = /^v1:([a-z0-9-]{1,32}):([\w-]+)$/i

/** AES-256-GCM under a key derived with HKDF-SHA-256 from the server's secret. A later way gets the next number. */
const AES_GCM_UNDER_AUTH_SECRET = 1

/** It was sealed with another secret, for another purpose or owner, or is no sealed text at all. */
export class CannotUnseal extends Error {
  override name = 'CannotUnseal'
}

/**
 * Closes a secret so that it may lie in the database: who has only the database cannot read it. With the first of
 * SECRET_KEYS; with AUTH_SECRET where there are none. How it was sealed can be told from the text itself, so that secrets are
 * sealed anew, one by one, when that changes (npm run rotate-keys).
 *
 * @param owner whose secret it is (a workspace's id): a sealed text copied to another owner's row does not open there
 */
export function sealSecret(secret: Uint8Array, { purpose, owner, authSecret, keys }: Seal): string {
  const [key] = keys ?? (authSecret === undefined ? settings().secretKeys : [])
  if (key) {
    const label = `v1:${key.id}`
    const sealed = sealBytes(keyFor(purpose, key.bytes), secret, `${label}:${boundTo(purpose, owner)}`)
    return `${label}:${sealed.toString('base64url')}`
  }
  const sealed = sealBytes(
    keyFor(purpose, authSecret ?? settings().authSecret),
    secret,
    boundTo(purpose, owner),
  )
  return Buffer.concat([Buffer.of(AES_GCM_UNDER_AUTH_SECRET), sealed]).toString('base64url')
}

/** @throws CannotUnseal */
export function unsealSecret(text: string, { purpose, owner, authSecret, keys }: Seal): Buffer {
  const [, id, body = ''] = KEYED.exec(text) ?? []
  if (id !== undefined) {
    const key = (keys ?? settings().secretKeys).find((known) => known.id === id)
    if (!key) throw new CannotUnseal(`This ${purpose} was sealed with the key ${id}, which SECRET_KEYS lacks`)
    const bytes = Buffer.from(body, 'base64url')
    const opened = openBytes(keyFor(purpose, key.bytes), bytes, `v1:${id}:${boundTo(purpose, owner)}`)
    if (opened) return opened
    throw new CannotUnseal(`This ${purpose} was sealed with another key than the one now called ${id}`)
  }
  const bytes = Buffer.from(text, 'base64url')
  if (bytes[0] !== AES_GCM_UNDER_AUTH_SECRET)
    throw new CannotUnseal(`This ${purpose} was not sealed in any way this version of Rapport knows`)
  const secret = keyFor(purpose, authSecret ?? settings().authSecret)
  const opened = openBytes(secret, bytes.subarray(1), boundTo(purpose, owner))
  if (opened) return opened
  throw new CannotUnseal(
    `This ${purpose} was sealed with another AUTH_SECRET: start the server with the one it had before`,
  )
}

/** Whether it is sealed as one would seal it now. */
export function isSealedAsNow(text: string, keys = settings().secretKeys): boolean {
  const [, id] = KEYED.exec(text) ?? []
  return id === keys[0]?.id
}

type Seal = { purpose: SealPurpose; owner: string; authSecret?: string; keys?: readonly SecretKey[] }

function keyFor(purpose: SealPurpose, secret: string | Buffer): Buffer {
  if (secret.length === 0) throw new CannotUnseal('There is no AUTH_SECRET to seal with')
  return Buffer.from(hkdfSync('sha256', secret, '', `rapport sealed secret: ${purpose}`, 32))
}

function boundTo(purpose: SealPurpose, owner: string): string {
  return `${purpose}\n${owner}`
}
