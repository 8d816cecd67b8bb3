import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** Since when this member has an address for their calendar, and when it was last read; null when they have none. */
export async function findCalendarLink(
  scope: WorkspaceScope,
): Promise<{ createdAt: Date; lastReadAt: Date | null } | null> {
  authorizeToSee(scope, 'today.read')
  const { workspaceId, userId, now } = scope
  if (!userId) return null
  const link = await database().secretLink.findFirst({
    where: { workspaceId, userId, purpose: 'calendar', revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true, usedAt: true },
  })
  return link && { createdAt: link.createdAt, lastReadAt: link.usedAt }
}
