import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes for an address; only the hash is stored. */
export function makeSecretToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashSecretToken(token) }
}

export function hashSecretToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
