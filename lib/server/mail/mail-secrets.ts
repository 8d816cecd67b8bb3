import { openBytes, sealBytes } from '../aes-gcm.ts'
import { settings } from '../env.ts'
import type { SecretKey } from '../secret-keys.ts'
import { MailFailure } from './mail-failure.ts'

/** What a password opens: it is bound to the mailbox's row and to this. */
export type MailSecretOf = { mailboxId: string; part: 'imap' | 'smtp' }

/** Whether passwords of mailboxes can be stored at all: MAIL_SECRET_KEYS is set. */
export function canKeepMailSecrets(): boolean {
  return settings().mailKeys.length > 0
}

/**
 * Closes a mailbox's password with the first key of MAIL_SECRET_KEYS: "v1:keyId:..." (AES-256-GCM). Copied to another row,
 * or from imap to smtp, it does not open.
 */
export function sealMailSecret(
  password: string,
  of: MailSecretOf,
  keys: readonly SecretKey[] = settings().mailKeys,
): string {
  const [key] = keys
  if (!key) throw new Error('A mail password cannot be stored without MAIL_SECRET_KEYS')
  const sealed = sealBytes(key.bytes, Buffer.from(password), boundTo(key.id, of))
  return `v1:${key.id}:${sealed.toString('base64url')}`
}

/** @throws MailFailure no-key where no key of this server opens it */
export function openMailSecret(
  sealed: string | null,
  of: MailSecretOf,
  keys: readonly SecretKey[] = settings().mailKeys,
): string {
  const [version, keyId, text = ''] = sealed?.split(':') ?? []
  const key = version === 'v1' ? keys.find(({ id }) => id === keyId) : undefined
  const password = key ? openBytes(key.bytes, Buffer.from(text, 'base64url'), boundTo(key.id, of)) : null
  if (!password) throw new MailFailure('no-key', '')
  return password.toString()
}

/** Whether it is still closed with a key that is no longer the first. */
export function isSealedWithOldKey(
  sealed: string,
  keys: readonly SecretKey[] = settings().mailKeys,
): boolean {
  return sealed.split(':')[1] !== keys[0]?.id
}

function boundTo(keyId: string, { mailboxId, part }: MailSecretOf): string {
  return `v1:${keyId}:mailbox:${mailboxId}:${part}`
}
