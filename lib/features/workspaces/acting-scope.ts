import { grantsOf, type Role } from '#lib/domain/roles.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { makeWorkspaceScope, type WorkspaceScope } from '#lib/server/workspace-scope.ts'

/**
 * A scope without a signed-in person: for jobs, the seed and tests, which may act in the past through `now`, and for a calendar
 * program that holds the private address of a member's own calendar.
 *
 * @param memberId on whose behalf; a member who has left still counts, for work begun before
 */
export async function actingScope(memberId: string, now: Date): Promise<WorkspaceScope> {
  const member = await databaseAcrossWorkspaces().member.findUniqueOrThrow({
    where: { id: memberId },
    include: { workspace: true, user: true, sites: true },
  })
  const role = member.role as Role
  return makeWorkspaceScope({
    workspaceId: member.workspaceId,
    workspaceSlug: member.workspace.slug,
    memberId: member.id,
    userId: member.userId,
    actorName: member.name,
    role,
    grants: grantsOf(member.workspace.settings),
    siteIds: role === 'viewer' ? member.sites.map((site) => site.siteId) : null,
    timeZone: member.user?.timeZone ?? 'UTC',
    deletionDueAt: member.workspace.deletionDueAt,
    now,
  })
}
