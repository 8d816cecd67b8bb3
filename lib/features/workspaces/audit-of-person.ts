import type { AuditAction, AuditDetails } from '#lib/domain/audit/audit-actions.ts'
import type { Transaction } from '#lib/server/database.ts'
import { type AuditActor, recordAudits } from '../audit/audit-log.ts'

/** Of one account in an hour; what comes after says nothing that these do not. */
export const MOST_FAILED_SIGN_INS = 5
const HOUR_MS = 3_600_000

type OfPerson = 'sign-in.done' | 'sessions.ended' | `password.${string}` | `address.${string}`

/**
 * What somebody does with their account stands in the log of each workspace they belong to, as theirs: there it concerns others.
 * Who belongs to none can reach nothing, and nobody could read a log of it: nothing is written down.
 * docs/decisions/2026-11-26-audit-log.md
 *
 * @param by what did it, where that is not the person
 */
export async function recordOfPerson<A extends Extract<AuditAction, OfPerson>>(
  tx: Transaction,
  { userId, now, by = 'person' }: { userId: string; now: Date; by?: 'person' | 'system' },
  action: A,
  details: AuditDetails<A>,
) {
  const places = await placesOf(tx, userId)
  const events = places.map(({ id: memberId, workspaceId }) => {
    const actor: AuditActor =
      by === 'system' ? { workspaceId, now, kind: 'system' } : { workspaceId, now, memberId }
    return { actor, objectId: memberId, details }
  })
  await recordAudits(tx, action, events)
}

/** A wrong password for an account that there is. Rapport says it: who tried is not known. */
export async function recordFailedSignIn(tx: Transaction, { userId, now }: { userId: string; now: Date }) {
  const places = await placesOf(tx, userId)
  const [first] = places
  if (!first) return
  const before = await tx.auditEvent.count({
    where: {
      ...{ workspaceId: first.workspaceId, action: 'sign-in.failed', objectKind: 'member' },
      ...{ objectId: first.id, at: { gt: new Date(now.getTime() - HOUR_MS) } },
    },
  })
  if (before >= MOST_FAILED_SIGN_INS) return
  const events = places.map(({ id, workspaceId }) => ({
    actor: { workspaceId, now, kind: 'system' } as const,
    ...{ objectId: id, details: { number: before + 1 } },
  }))
  await recordAudits(tx, 'sign-in.failed', events)
}

async function placesOf(tx: Transaction, userId: string) {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: {
      members: {
        where: { leftAt: null },
        orderBy: { joinedAt: 'asc' },
        select: { id: true, workspaceId: true },
      },
    },
  })
  return user?.members ?? []
}
