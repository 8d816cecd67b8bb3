import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditDetails,
  readAuditDetails,
} from '#lib/domain/audit/audit-actions.ts'
import type { AuditActorKind } from '#lib/domain/audit/audit-objects.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/**
 * Who did it. A `WorkspaceScope` is one: its member, and the token of the program that acts for them, if one does. Otherwise `kind` says what it is, and `id` which one: a secret link's or a
 * token's row, never the token itself. Of `system` there is no id.
 */
export type AuditActor = { workspaceId: string; now: Date } & (
  | { memberId: string; kind?: undefined; viaToken?: WorkspaceScope['viaToken'] }
  | { kind: Exclude<AuditActorKind, 'system'>; id: string }
  | { kind: 'system' }
)

export type AuditedThing<A extends AuditAction> = {
  /** What it was done to, of the kind the action says. Left out where it is no single thing: a list. */
  objectId?: string
  siteId?: string | null
  details: AuditDetails<A>
}

/** Of one link or token. */
export const MOST_REFUSALS_AN_HOUR = 10
const HOUR_MS = 3_600_000

/**
 * Writes down who did what: the one writer of the audit log. Called inside the transaction of what it records, so that there is
 * never one without the other. A detail that the action does not allow throws: that is a bug of the caller's. Of somebody at the door
 * who is refused over and over (`*.refused`) the first ones of an hour are written down.
 *
 * @example await recordAudit(tx, scope, 'member.role-changed', { objectId: memberId, details: { from, to, siteIds } })
 */
export async function recordAudit<A extends AuditAction>(
  tx: Transaction,
  actor: AuditActor,
  action: A,
  { objectId, siteId, details }: AuditedThing<A>,
) {
  if (action.endsWith('.refused') && (await isToldOften(tx, actor, action))) return
  await tx.auditEvent.create({
    data: rowOf(actor, action, { objectId, siteId, details }),
    select: { id: true },
  })
}

/** The same of several things, or in several workspaces, at once. */
export async function recordAudits<A extends AuditAction>(
  tx: Transaction,
  action: A,
  events: readonly ({ actor: AuditActor } & AuditedThing<A>)[],
) {
  if (events.length === 0) return
  await tx.auditEvent.createMany({ data: events.map(({ actor, ...thing }) => rowOf(actor, action, thing)) })
}

function rowOf<A extends AuditAction>(
  actor: AuditActor,
  action: A,
  { objectId, siteId, details }: AuditedThing<A>,
) {
  return {
    ...{ workspaceId: actor.workspaceId, at: actor.now, ...whoOf(actor) },
    ...{ action, objectKind: AUDIT_ACTIONS[action].of },
    ...{ objectId: objectId ?? null, siteId: siteId ?? null },
    details: readAuditDetails(action, details) as Prisma.InputJsonObject,
  }
}

/** A token's name is a person's words: what could make an address of it is left out. */
function tokenNameIn(name: string): string {
  return name.replaceAll(/[@<>]/g, ' ').slice(0, 200)
}

/** Whoever holds a link that is dead may not fill the log with it. */
async function isToldOften(tx: Transaction, actor: AuditActor, action: AuditAction): Promise<boolean> {
  const { workspaceId, now } = actor
  const at = { gt: new Date(now.getTime() - HOUR_MS) }
  const told = await tx.auditEvent.count({ where: { workspaceId, at, action, ...whoOf(actor) } })
  return told >= MOST_REFUSALS_AN_HOUR
}

type Who = { actorKind: AuditActorKind; actorId: string | null; tokenId?: string; tokenName?: string }

function whoOf(actor: AuditActor): Who {
  if (actor.kind === undefined) {
    const { memberId, viaToken } = actor
    return {
      ...{ actorKind: 'member', actorId: memberId },
      ...(viaToken ? { tokenId: viaToken.id, tokenName: tokenNameIn(viaToken.name) } : {}),
    }
  }
  return { actorKind: actor.kind, actorId: actor.kind === 'system' ? null : actor.id }
}
