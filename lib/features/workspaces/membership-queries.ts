import { cache } from 'react'
import { grantsOf, type Role } from '#lib/domain/roles.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'

/**
 * This person's place in that workspace, or null. Asked before there is a scope, hence by slug and not by
 * workspaceId: the membership is what the scope is made from.
 */
export async function membershipOf(userId: string, slug: string) {
  const member = (await membershipsOf(userId)).find(({ workspace }) => workspace.slug === slug)
  if (!member) return null
  const role = member.role as Role
  return {
    id: member.id,
    workspaceId: member.workspaceId,
    role,
    grants: grantsOf(member.workspace.settings),
    deletionDueAt: member.workspace.deletionDueAt,
    siteIds: role === 'viewer' ? await sitesShownTo(member) : null,
  }
}

async function sitesShownTo({ id, workspaceId }: { id: string; workspaceId: string }): Promise<string[]> {
  const shown = await database().memberSite.findMany({
    where: { workspaceId, memberId: id },
    select: { siteId: true },
  })
  return shown.map(({ siteId }) => siteId)
}

/** Every workspace this person belongs to, for the switcher and the first page after signing in. */
export async function listWorkspacesOf(userId: string) {
  const members = await membershipsOf(userId)
  return members.map(({ role, workspace: { name, slug } }) => ({ name, slug, role: role as Role }))
}

/**
 * All of them at once, and once for a page: its guard and its frame both ask. A workspace whose time is over is not there
 * any more, even where the job that removes it has not come yet. Their workspaces are asked for in the same breath, which
 * Prisma would only do one after the other.
 */
const membershipsOf = cache(async (userId: string) => {
  const db = databaseAcrossWorkspaces()
  const [members, workspaces] = await Promise.all([
    db.member.findMany({
      where: { userId, leftAt: null },
      select: { id: true, workspaceId: true, role: true },
      orderBy: { joinedAt: 'asc' },
    }),
    db.workspace.findMany({
      where: {
        members: { some: { userId, leftAt: null } },
        OR: [{ deletionDueAt: null }, { deletionDueAt: { gt: new Date() } }],
      },
      select: { id: true, name: true, slug: true, settings: true, deletionDueAt: true },
    }),
  ])
  const byId = new Map(workspaces.map((workspace) => [workspace.id, workspace]))
  return members.flatMap((member) => {
    const workspace = byId.get(member.workspaceId)
    return workspace ? [{ ...member, workspace }] : []
  })
})
