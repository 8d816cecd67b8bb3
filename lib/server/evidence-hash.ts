import { createHash, randomBytes } from 'node:crypto'
import type { SealingTools } from '#lib/domain/link-check/evidence-chain.ts'

const SALT_BYTES = 16

/** SHA-256 of a text's UTF-8 bytes, or of bytes, in base64. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64')
}

/** What closes a look: lib/domain/link-check/evidence-chain.ts */
export const SEALING: SealingTools = { sha256, salt: () => randomBytes(SALT_BYTES).toString('base64') }
