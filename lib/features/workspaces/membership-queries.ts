import { grantsOf, type Role } from '#lib/domain/roles.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'

/**
 * This person's place in that workspace, or null. Asked before there is a scope, hence by slug and not by
 * workspaceId: the membership is what the scope is made from.
 */
export async function membershipOf(userId: string, slug: string) {
  const member = await databaseAcrossWorkspaces().member.findFirst({
    where: { userId, leftAt: null, workspace: { slug } },
    select: {
      id: true,
      workspaceId: true,
      role: true,
      sites: { select: { siteId: true } },
      workspace: { select: { settings: true } },
    },
  })
  if (!member) return null
  const role = member.role as Role
  return {
    id: member.id,
    workspaceId: member.workspaceId,
    role,
    grants: grantsOf(member.workspace.settings),
    siteIds: role === 'viewer' ? member.sites.map((s) => s.siteId) : null,
  }
}

/** Every workspace this person belongs to, for the switcher and the first page after signing in. */
export async function listWorkspacesOf(userId: string) {
  const members = await databaseAcrossWorkspaces().member.findMany({
    where: { userId, leftAt: null },
    select: { role: true, workspace: { select: { name: true, slug: true } } },
    orderBy: { joinedAt: 'asc' },
  })
  return members.map(({ role, workspace }) => ({ ...workspace, role: role as Role }))
}
