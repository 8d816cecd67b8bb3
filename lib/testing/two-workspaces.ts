import type { Role } from '#lib/domain/roles.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** The moment tests happen at unless they say otherwise: a Wednesday. */
export const NOON = new Date('2026-03-04T12:00:00Z')

let made = 0

/** Two workspaces that know nothing of each other, with an owner in each. */
export async function twoWorkspaces(): Promise<{ ours: WorkspaceScope; theirs: WorkspaceScope }> {
  return { ours: await aWorkspace('Ours'), theirs: await aWorkspace('Theirs') }
}

export async function aWorkspace(name = 'Workspace', now = NOON): Promise<WorkspaceScope> {
  const db = databaseAcrossWorkspaces()
  made += 1
  const workspace = await db.workspace.create({
    data: { name, slug: `${name.toLowerCase()}-${made}-${Date.now().toString(36)}`, createdAt: now },
  })
  return aMember(workspace.id, 'owner', now)
}

/** Somebody more in that workspace; a viewer sees no Site until given some. */
export async function aMember(
  workspaceId: string,
  role: Role,
  now = NOON,
  siteIds: string[] = [],
): Promise<WorkspaceScope> {
  const db = databaseAcrossWorkspaces()
  made += 1
  const user = await db.user.create({
    data: {
      email: `${role}-${made}-${Date.now().toString(36)}@people.test`,
      name: `${role} ${made}`,
      passwordHash: 'none',
      createdAt: now,
    },
  })
  const member = await db.member.create({
    data: { workspaceId, userId: user.id, name: user.name, role, joinedAt: now },
  })
  for (const siteId of siteIds)
    await db.memberSite.create({ data: { workspaceId, memberId: member.id, siteId } })
  return actingScope(member.id, now)
}

/** The same scope at another time. */
export function at(scope: WorkspaceScope, now: Date | string): WorkspaceScope {
  return { ...scope, now: new Date(now) }
}
