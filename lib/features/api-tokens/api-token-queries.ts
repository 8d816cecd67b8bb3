import { tokenState } from '#lib/domain/api/token-life.ts'
import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const MOST_SHOWN = 200

/**
 * One's own tokens, newest first; an owner sees everybody's. Never the token, nor its hash: only how it begins. Those that
 * stopped more than `MOST_SHOWN` tokens ago are not shown.
 */
export async function listApiTokens(scope: WorkspaceScope) {
  authorizeToSee(scope, 'tokens.make')
  const { workspaceId, memberId, now } = scope
  const tokens = await database().apiToken.findMany({
    where: { workspaceId, ...(can(scope.role, 'members.manage') ? {} : { memberId }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    select: {
      ...{ id: true, name: true, prefix: true, scopes: true, siteIds: true, memberId: true },
      ...{ createdAt: true, expiresAt: true, minuteAt: true, revokedAt: true },
      member: { select: { name: true, leftAt: true } },
      revokedBy: { select: { name: true } },
    },
  })
  const sites = await database().site.findMany({
    where: { workspaceId, id: { in: [...new Set(tokens.flatMap(({ siteIds }) => siteIds))] } },
    select: { id: true, name: true },
  })
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  return tokens.map(({ siteIds, minuteAt, member, revokedBy, ...token }) => ({
    ...token,
    state: tokenState({ ...token, memberLeftAt: member.leftAt }, now),
    isMine: token.memberId === memberId,
    memberName: member.name,
    revokedByName: revokedBy?.name ?? null,
    lastUsedAt: minuteAt,
    siteNames: siteIds.map((id) => names.get(id) ?? 'A site that is gone'),
  }))
}

export type ListedToken = Awaited<ReturnType<typeof listApiTokens>>[number]
