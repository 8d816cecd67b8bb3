import { NotFound } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { hashSecretToken } from '#lib/server/secret-tokens.ts'
import { throttled } from '#lib/server/throttle.ts'
import { type AuditActor, recordAudit } from '../audit/audit-log.ts'
import type { Visit } from '../person-action.ts'
import { lifeOfWorkspace } from './standing-workspaces.ts'

/** Where each kind of link leads. */
const PLACES = {
  invitation: (token: string) => `/invite/${token}`,
  reset: (token: string) => `/reset/${token}`,
  calendar: (token: string) => `/calendar/${token}.ics`,
  'morning-mail-off': (token: string) => `/morning-mail/${token}`,
  'notifications-off': (token: string) => `/notifications/${token}`,
  share: (token: string) => `/share/${token}`,
} as const
export type SecretPurpose = keyof typeof PLACES

/** These work as often as one likes; the others once. */
const LASTING: ReadonlySet<SecretPurpose> = new Set([
  'calendar',
  'morning-mail-off',
  'notifications-off',
  'share',
])

/** What these do stays right in a workspace that is leaving: it is a person's own, and leads nowhere in. */
const OPEN_WHILE_LEAVING: ReadonlySet<SecretPurpose> = new Set(['reset', 'morning-mail-off'])

/**
 * The row behind a secret link that can still be used. Unknown, expired, revoked and used are the same answer; only
 * unknown ones are counted, and slow their network address down.
 *
 * @throws NotFound
 */
export async function openSecretLink(purpose: SecretPurpose, token: string, visit: Visit) {
  const link = await findSecretLink(purpose, token, visit)
  const isUsedUp = link.usedAt !== null && !LASTING.has(purpose)
  if (isUsedUp || link.revokedAt || link.expiresAt <= visit.now) {
    const why = isUsedUp ? 'used' : link.revokedAt ? 'revoked' : 'expired'
    console.info(
      JSON.stringify({ level: 'info', event: 'dead secret link', purpose, why, id: link.id, at: visit.now }),
    )
    const { id, workspaceId } = link
    if (workspaceId) await noteDeadLink({ workspaceId, now: visit.now, kind: 'link', id }, { purpose, why })
    throw new NotFound()
  }
  return link
}

/** Somebody has a link that was taken back: whoever runs the workspace should know. */
function noteDeadLink(actor: AuditActor & { id: string }, details: { purpose: string; why: string }) {
  const thing = { objectId: actor.id, details }
  return inTransaction((tx) => recordAudit(tx, actor, 'secret-link.refused', thing))
}

/**
 * The row, whatever became of it; but a workspace that is leaving is closed, and its links lead nowhere. While this network
 * address has to wait, nothing is looked up.
 *
 * @throws NotFound
 */
export async function findSecretLink(purpose: SecretPurpose, token: string, { now, peer }: Visit) {
  const link = await throttled([{ kind: 'link', of: peer }], now, () =>
    database().secretLink.findFirst({ where: { tokenHash: hashSecretToken(token), purpose } }),
  ).catch(() => null)
  if (!link) throw new NotFound()
  if (link.workspaceId === null || OPEN_WHILE_LEAVING.has(purpose)) return link
  if ((await lifeOfWorkspace(link.workspaceId, now)) !== 'standing') throw new NotFound()
  return link
}

/** What a mail, a note to somebody, or their calendar carries. */
export function secretAddress(purpose: SecretPurpose, token: string): string {
  return settings().appUrl + PLACES[purpose](token)
}
