import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { database } from './database.ts'
import { fingerprintOf } from './key-fingerprint.ts'
import { sealSecret, unsealSecret } from './sealed-secrets.ts'

/** The one of this installation. */
export const EVIDENCE_KEY = 'evidence'

export type EvidenceKey = { privateKey: KeyObject; publicPem: string; fingerprint: string }
export type PublicEvidenceKey = Omit<EvidenceKey, 'privateKey'>

/**
 * What this installation signs its evidence with, made now if there is none. Two who make it at once get the same.
 *
 * @throws CannotUnseal
 */
export async function evidenceKey(now: Date): Promise<EvidenceKey> {
  const { sealedPrivate, publicPem } = await storedKey(now)
  const privateKey = createPrivateKey({ key: openEvidenceKey(sealedPrivate), format: 'der', type: 'pkcs8' })
  return { privateKey, publicPem, fingerprint: fingerprintOf(publicPem) }
}

/** The half of it that everybody may have. */
export async function publicEvidenceKey(now: Date): Promise<PublicEvidenceKey> {
  const { publicPem } = await storedKey(now)
  return { publicPem, fingerprint: fingerprintOf(publicPem) }
}

export function sealEvidenceKey(der: Uint8Array): string {
  return sealSecret(der, { purpose: 'evidence key', owner: EVIDENCE_KEY })
}

/** @throws CannotUnseal */
export function openEvidenceKey(sealed: string): Buffer {
  return unsealSecret(sealed, { purpose: 'evidence key', owner: EVIDENCE_KEY })
}

async function storedKey(createdAt: Date) {
  const where = { id: EVIDENCE_KEY }
  const known = await database().installationKey.findUnique({ where })
  if (known) return known
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  await database().installationKey.createMany({
    data: {
      ...where,
      createdAt,
      publicPem: String(publicKey.export({ format: 'pem', type: 'spki' })),
      sealedPrivate: sealEvidenceKey(privateKey.export({ format: 'der', type: 'pkcs8' })),
    },
    skipDuplicates: true,
  })
  return database().installationKey.findUniqueOrThrow({ where })
}
