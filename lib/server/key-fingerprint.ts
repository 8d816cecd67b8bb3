import { createHash, createPublicKey } from 'node:crypto'

/** SHA-256 of a public key as DER, in hex: short enough to be compared by eye, or read aloud. @throws for what is no key */
export function fingerprintOf(publicPem: string): string {
  const der = createPublicKey(publicPem).export({ format: 'der', type: 'spki' })
  return createHash('sha256').update(der).digest('hex')
}
