import { NotFound } from '#lib/domain/refusal.ts'
import { can, type Role } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** Who belongs here, in the order they came. */
export async function listMembers(scope: WorkspaceScope) {
  authorizeToSee(scope, 'members.manage')
  const members = await database().member.findMany({
    where: { workspaceId: scope.workspaceId, leftAt: null },
    orderBy: { joinedAt: 'asc' },
    select: memberFields,
  })
  return members.map(asMember)
}

/** One of them. @throws NotFound */
export async function getMember(scope: WorkspaceScope, memberId: string) {
  authorizeToSee(scope, 'members.manage')
  const member = await database().member.findFirst({
    where: { id: memberId, workspaceId: scope.workspaceId, leftAt: null },
    select: memberFields,
  })
  if (!member) throw new NotFound()
  return asMember(member)
}

/** Who can take over somebody's work. Names only: whoever is leaving may ask, but a viewer knows nobody here. */
export async function listHeirs(scope: WorkspaceScope, leavingId: string) {
  if (!can(scope.role, 'prospects.read')) return []
  const members = await database().member.findMany({
    where: { workspaceId: scope.workspaceId, leftAt: null, id: { not: leavingId } },
    orderBy: { joinedAt: 'asc' },
    select: { id: true, name: true, role: true },
  })
  return members
    .filter(({ role }) => can(role as Role, 'prospects.write'))
    .map(({ id, name }) => ({ id, name }))
}

/** How much of a member's work is unfinished. Asked by owners, and by anybody about themselves. */
export async function countUnfinishedWork(scope: WorkspaceScope, memberId: string) {
  if (memberId !== scope.memberId) authorizeToSee(scope, 'members.manage')
  const { workspaceId } = scope
  const [prospects, pitches] = await Promise.all([
    database().prospect.count({ where: { workspaceId, ownerId: memberId, deletedAt: null } }),
    database().pitch.count({
      where: { workspaceId, writerId: memberId, deletedAt: null, state: { not: 'closed' } },
    }),
  ])
  return { prospects, pitches }
}

/** The Sites a viewer can be given, by name. */
export async function listSitesToChoose(scope: WorkspaceScope) {
  authorizeToSee(scope, 'members.manage')
  return database().site.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}

const memberFields = {
  id: true,
  name: true,
  role: true,
  joinedAt: true,
  readFirstAt: true,
  userId: true,
  user: { select: { email: true } },
  sites: { select: { siteId: true } },
} as const

type MemberRow = {
  id: string
  name: string
  role: string
  joinedAt: Date
  readFirstAt: Date | null
  userId: string | null
  user: { email: string } | null
  sites: { siteId: string }[]
}

function asMember({ role, user, sites, ...member }: MemberRow) {
  return {
    ...member,
    role: role as Role,
    email: user?.email ?? '',
    siteIds: sites.map(({ siteId }) => siteId),
  }
}
