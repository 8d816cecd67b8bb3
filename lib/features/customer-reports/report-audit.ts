import type { Transaction } from '#lib/server/database.ts'
import { type AuditActor, recordAudit } from '../audit/audit-log.ts'

type Link = { workspaceId: string; id: string; reportId: string; siteId: string }

/** Why somebody at the door was not let in. */
export type DoorReason = 'expired' | 'ended' | 'another-site' | 'not-there' | 'wrong-password'

/** Somebody was not let in at a link that once was, or is, somebody's. Who it was, nobody knows; which link, is written down. */
export async function noteRefused(
  tx: Transaction,
  { workspaceId, id, reportId, siteId }: Link,
  why: DoorReason,
  now: Date,
) {
  await recordAudit(tx, { workspaceId, now, kind: 'link', id }, 'share-link.refused', {
    ...{ objectId: id, siteId, details: { reportId, why } },
  })
}

export async function noteLinkMade(
  tx: Transaction,
  actor: AuditActor,
  { id, reportId, siteId }: Omit<Link, 'workspaceId'>,
) {
  await recordAudit(tx, actor, 'share-link.made', { objectId: id, siteId, details: { reportId } })
}

export async function noteLinkEnded(
  tx: Transaction,
  actor: AuditActor,
  { id, reportId, siteId }: Omit<Link, 'workspaceId'>,
) {
  await recordAudit(tx, actor, 'share-link.ended', { objectId: id, siteId, details: { reportId } })
}

export async function noteApproved(
  tx: Transaction,
  actor: AuditActor,
  { id, siteId }: { id: string; siteId: string },
) {
  await recordAudit(tx, actor, 'report.approved', { objectId: id, siteId, details: {} })
}

/** Its signed evidence was taken: by a member, or by whoever has the link. The hash says which bundle it was. */
export async function noteEvidenceTaken(
  tx: Transaction,
  actor: AuditActor,
  { id, siteId, ...details }: { id: string; siteId: string; mentions: number; manifestHash: string },
) {
  await recordAudit(tx, actor, 'report.evidence', { objectId: id, siteId, details })
}

/** A member took it as a file; what a reader of a link does with it is theirs. */
export async function noteExported(
  tx: Transaction,
  actor: AuditActor,
  { id, siteId, format }: { id: string; siteId: string; format: 'csv' | 'json' | 'pdf' },
) {
  await recordAudit(tx, actor, 'report.exported', { objectId: id, siteId, details: { format } })
}
