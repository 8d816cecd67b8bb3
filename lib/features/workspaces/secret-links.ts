import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { hashSecretToken } from '#lib/server/secret-tokens.ts'
import { throttled } from '#lib/server/throttle.ts'
import type { Visit } from '../person-action.ts'

export type SecretPurpose = 'invitation' | 'reset'

/**
 * The row behind a secret link that can still be used. Unknown, expired, revoked and used are the same answer; only
 * unknown ones are counted, and slow their network address down.
 *
 * @throws NotFound
 */
export async function openSecretLink(purpose: SecretPurpose, token: string, visit: Visit) {
  const link = await findSecretLink(purpose, token, visit)
  if (link.usedAt || link.revokedAt || link.expiresAt <= visit.now) {
    const why = link.usedAt ? 'used' : link.revokedAt ? 'revoked' : 'expired'
    console.info(
      JSON.stringify({ level: 'info', event: 'dead secret link', purpose, why, id: link.id, at: visit.now }),
    )
    throw new NotFound()
  }
  return link
}

/** The row, whatever became of it. While this network address has to wait, nothing is looked up. @throws NotFound */
export async function findSecretLink(purpose: SecretPurpose, token: string, { now, peer }: Visit) {
  const link = await throttled([{ kind: 'link', of: peer }], now, () =>
    database().secretLink.findFirst({ where: { tokenHash: hashSecretToken(token), purpose } }),
  ).catch(() => null)
  if (!link) throw new NotFound()
  return link
}

/** What a mail or a note to somebody carries. */
export function secretAddress(purpose: SecretPurpose, token: string): string {
  return `${settings().appUrl}/${purpose === 'invitation' ? 'invite' : 'reset'}/${token}`
}
