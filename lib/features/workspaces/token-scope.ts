import { tokenState } from '#lib/domain/api/token-life.ts'
import { grantsOf, type Role } from '#lib/domain/roles.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { hashSecretToken } from '#lib/server/secret-tokens.ts'
import { makeWorkspaceScope, type WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'

const HOUR_MS = 60 * 60 * 1000
const MOST_NOTED_AN_HOUR = 3

/** A program that came in with somebody's token. */
export type ProgramVisit = {
  scope: WorkspaceScope
  token: { id: string; name: string; scopes: readonly string[]; expiresAt: Date; minuteAt: Date | null }
}

/**
 * The guard of everything that programs ask: what a token opens at this moment. It is made from the token and from its
 * member's present role and Sites, so that it never opens more than either.
 *
 * @returns why not, where it opens nothing
 */
export async function openToken(
  token: string,
  now: Date,
): Promise<ProgramVisit | 'unknown' | 'revoked' | 'expired' | 'leaving'> {
  const held = await databaseAcrossWorkspaces().apiToken.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    include: {
      workspace: { select: { slug: true, settings: true, deletionDueAt: true } },
      member: { include: { user: { select: { name: true, timeZone: true } }, sites: true } },
    },
  })
  if (!held) return 'unknown'
  const { workspace, member } = held
  const state = tokenState({ ...held, memberLeftAt: member.leftAt }, now)
  if (state !== 'alive') {
    await noteDeadToken(held, state, now)
    return state
  }
  if (member.user === null) return 'revoked'
  if (workspace.deletionDueAt !== null) return 'leaving'
  const { id, name, scopes, expiresAt, minuteAt } = held
  const role = member.role as Role
  const shown = role === 'viewer' ? member.sites.map(({ siteId }) => siteId) : null
  const scope = makeWorkspaceScope({
    workspaceId: held.workspaceId,
    workspaceSlug: workspace.slug,
    memberId: member.id,
    userId: member.userId,
    actorName: member.user.name,
    role,
    grants: grantsOf(workspace.settings),
    siteIds: narrowedSites(shown, held.siteIds),
    timeZone: member.user.timeZone,
    deletionDueAt: null,
    now,
    viaToken: { id, name },
  })
  return { scope, token: { id, name, scopes, expiresAt, minuteAt } }
}

/** A token for no Site in particular is for all its member may see; one for some is for those of them. */
function narrowedSites(shown: readonly string[] | null, chosen: readonly string[]): string[] | null {
  if (chosen.length === 0) return shown === null ? null : [...shown]
  return chosen.filter((id) => shown === null || shown.includes(id))
}

/** Somebody has a token that opens nothing any more: whoever runs the workspace should know, and not by every try. */
function noteDeadToken({ id, workspaceId }: { id: string; workspaceId: string }, why: string, now: Date) {
  return inTransaction(async (tx) => {
    const lately = { gt: new Date(now.getTime() - HOUR_MS) }
    const noted = await tx.auditEvent.count({
      where: { workspaceId, objectKind: 'token', objectId: id, action: 'token.refused', at: lately },
    })
    if (noted >= MOST_NOTED_AN_HOUR) return
    const details = { why, number: noted + 1 }
    await recordAudit(tx, { workspaceId, now, kind: 'token', id }, 'token.refused', { objectId: id, details })
  })
}
