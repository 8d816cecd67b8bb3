import { createHmac, randomBytes } from 'node:crypto'
import { sealSecret, unsealSecret } from './sealed-secrets.ts'

const KEY_BYTES = 32

// docs/decisions/2026-11-23-stops-as-hashes.md says what these hashes protect from, and what not.

/** A workspace's key as it lies in the database. */
export function newSuppressionKey(workspaceId: string, authSecret?: string): string {
  return sealSuppressionKey(randomBytes(KEY_BYTES), workspaceId, authSecret)
}

export function sealSuppressionKey(key: Uint8Array, workspaceId: string, authSecret?: string): string {
  if (key.length !== KEY_BYTES) throw new Error(`A suppression key has ${KEY_BYTES} bytes`)
  return sealSecret(key, { purpose: 'suppression key', owner: workspaceId, authSecret })
}

/** @throws CannotUnseal */
export function openSuppressionKey(sealed: string, workspaceId: string, authSecret?: string): Buffer {
  return unsealSecret(sealed, { purpose: 'suppression key', owner: workspaceId, authSecret })
}

/** What stands in the list of stops instead of an address. @param addressKey as Channel.addressKey has it */
export function hashOfAddress(key: Uint8Array, addressKey: string): string {
  return hashOf(key, 'address', addressKey)
}

/** What stands there instead of a domain. @param domain ASCII, lower case */
export function hashOfDomain(key: Uint8Array, domain: string): string {
  return hashOf(key, 'domain', domain)
}

function hashOf(key: Uint8Array, kind: 'address' | 'domain', text: string): string {
  return createHmac('sha256', key).update(`${kind}\n${text}`).digest('hex')
}
