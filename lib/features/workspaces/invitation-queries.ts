import { NotFound } from '#lib/domain/refusal.ts'
import { ROLE_LABELS, type Role } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import type { Visit } from '../person-action.ts'
import { openSecretLink } from './secret-links.ts'

/** What somebody with an invitation in their hands is shown. @throws NotFound unless it can still be accepted */
export async function getInvitation(token: string, visit: Visit) {
  const { workspaceId, createdById, email, role, expiresAt } = await openSecretLink(
    'invitation',
    token,
    visit,
  )
  if (!workspaceId || !email) throw new NotFound()
  const workspace = await database().workspace.findUnique({
    where: { id: workspaceId },
    select: { name: true },
  })
  if (!workspace) throw new NotFound()
  const inviter = createdById
    ? await database().user.findUnique({ where: { id: createdById }, select: { name: true } })
    : null
  return {
    email,
    workspaceName: workspace.name,
    inviterName: inviter?.name ?? null,
    role: ROLE_LABELS[(role ?? 'viewer') as Role],
    expiresAt,
  }
}

/** Invitations that nobody has accepted yet, the newest first. */
export async function listPendingInvitations(scope: WorkspaceScope) {
  authorizeToSee(scope, 'members.manage')
  const links = await database().secretLink.findMany({
    where: {
      workspaceId: scope.workspaceId,
      purpose: 'invitation',
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: scope.now },
    },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      email: true,
      role: true,
      createdAt: true,
      expiresAt: true,
      createdBy: { select: { name: true } },
    },
  })
  return links.map(({ role, ...link }) => ({ ...link, role: (role ?? 'viewer') as Role }))
}
