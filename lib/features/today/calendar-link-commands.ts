import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { makeSecretToken } from '#lib/server/secret-tokens.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit, recordAudits } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { lockUser } from '../workspaces/member-locks.ts'
import { secretAddress } from '../workspaces/secret-links.ts'

/** An address that no calendar has asked for a year is forgotten. */
export const CALENDAR_MS = 365 * 24 * 60 * 60 * 1000

/**
 * A private address of one's own calendar. The one before stops. It is in the answer and nowhere else: only its hash is kept.
 */
export async function makeCalendarLink(scope: WorkspaceScope): Promise<{ address: string }> {
  authorize(scope, 'today.read')
  const { workspaceId, now } = scope
  const userId = accountOf(scope)
  const { token, tokenHash } = makeSecretToken()
  await inTransaction(async (tx) => {
    await lockUser(tx, userId)
    await revoke(tx, scope, userId)
    const { id: objectId } = await tx.secretLink.create({
      data: {
        ...{ tokenHash, purpose: 'calendar', workspaceId, userId, createdById: userId },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + CALENDAR_MS) },
      },
      select: { id: true },
    })
    await recordAudit(tx, scope, 'calendar-link.made', { objectId, details: {} })
  })
  return { address: secretAddress('calendar', token) }
}

/** The address stops at once. Where there is none, nothing is to be done. */
export async function revokeCalendarLink(scope: WorkspaceScope) {
  authorize(scope, 'today.read')
  const userId = accountOf(scope)
  await inTransaction((tx) => revoke(tx, scope, userId))
}

async function revoke(tx: Transaction, scope: WorkspaceScope, userId: string) {
  const { workspaceId, now } = scope
  const ended = await tx.secretLink.updateManyAndReturn({
    where: { workspaceId, userId, purpose: 'calendar', revokedAt: null },
    data: { revokedAt: now },
    select: { id: true },
  })
  const events = ended.map(({ id: objectId }) => ({ actor: scope, objectId, details: {} }))
  await recordAudits(tx, 'calendar-link.ended', events)
}

/** @throws Refusal for a member by name only */
function accountOf({ userId }: WorkspaceScope): string {
  if (userId) return userId
  throw new Refusal('Only somebody with an account has a calendar here.')
}
