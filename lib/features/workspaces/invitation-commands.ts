import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { type Role, rolesUpTo } from '#lib/domain/roles.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import { makeSecretToken } from '#lib/server/secret-tokens.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import type { PersonVisit, Visit } from '../person-action.ts'
import { makeAccount, withNewAddress } from './account-commands.ts'
import type { InvitedSignUpInput } from './account-schema.ts'
import { lockUser, lockWorkspace } from './member-locks.ts'
import type { InviteInput } from './member-schema.ts'
import { findSecretLink, openSecretLink, secretAddress } from './secret-links.ts'
import type { SessionOf } from './sign-in-commands.ts'
import { chosenSites } from './viewer-sites.ts'

const INVITATION_DAYS = 7
const INVITATION_MS = INVITATION_DAYS * 24 * 60 * 60 * 1000

/**
 * An invitation for one address, good once and for seven days. One that was still open for that address is revoked.
 * The link is in the answer and nowhere else: only its hash is kept.
 */
export async function invite(
  scope: WorkspaceScope,
  { email, role, siteIds }: InviteInput,
): Promise<{ link: string }> {
  authorize(scope, 'members.manage')
  if (!rolesUpTo(scope.role).includes(role))
    throw new Refusal('Nobody can give a role above their own.', '', 'role')
  const { token, tokenHash } = makeSecretToken()
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, scope.workspaceId)
    const { workspaceId, now } = scope
    const members = await tx.member.count({ where: { workspaceId, leftAt: null, user: { email } } })
    if (members > 0)
      throw new Refusal('They are a member here already.', 'You can change their role in the list.', 'email')
    await tx.secretLink.updateMany({
      where: { workspaceId, purpose: 'invitation', email, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    const chosen = await chosenSites(tx, workspaceId, role, siteIds)
    const { id: objectId } = await tx.secretLink.create({
      data: {
        tokenHash,
        purpose: 'invitation',
        workspaceId,
        email,
        role,
        siteIds: chosen,
        createdById: scope.userId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + INVITATION_MS),
      },
      select: { id: true },
    })
    await recordAudit(tx, scope, 'invitation.made', { objectId, details: { role, siteIds: chosen } })
  })
  return { link: secretAddress('invitation', token) }
}

/** @throws NotFound unless it is open and of this workspace */
export async function revokeInvitation(scope: WorkspaceScope, invitationId: string) {
  authorize(scope, 'members.manage')
  await inTransaction(async (tx) => {
    const { count } = await tx.secretLink.updateMany({
      where: {
        id: invitationId,
        workspaceId: scope.workspaceId,
        purpose: 'invitation',
        usedAt: null,
        revokedAt: null,
      },
      data: { revokedAt: scope.now },
    })
    if (count === 0) throw new NotFound()
    await recordAudit(tx, scope, 'invitation.withdrawn', { objectId: invitationId, details: {} })
  })
}

/**
 * Joins the workspace that an invitation is for. A second click by the same person finds them in and answers the same.
 *
 * @throws NotFound when the link is unknown, used, expired or revoked
 * @throws Refusal when it is for another address
 */
export async function acceptInvitation(visit: PersonVisit, token: string): Promise<{ slug: string }> {
  const link = await findSecretLink('invitation', token, visit)
  if (link.email !== visit.person.email) {
    throw new Refusal(
      'This invitation is for another address.',
      `You are signed in as ${visit.person.email}. Sign out, then open the link again.`,
    )
  }
  return inTransaction((tx) => join(tx, link.id, visit.person, visit.now))
}

/** A new account for somebody with an invitation, and their place in its workspace, in one. */
export async function signUpInvited(
  visit: Visit,
  input: InvitedSignUpInput,
): Promise<SessionOf & { slug: string }> {
  const link = await openSecretLink('invitation', input.token, visit)
  if (link.email !== input.email) {
    throw new Refusal(
      'This invitation is for another address.',
      'Use the address that it was sent to.',
      'email',
    )
  }
  const passwordHash = await hashPassword(input.password)
  return withNewAddress(visit, input.email, () =>
    inTransaction(async (tx) => {
      const user = await makeAccount(tx, input, passwordHash, visit.now)
      return { ...user, ...(await join(tx, link.id, { id: user.id, name: input.name }, visit.now)) }
    }),
  )
}

/** Uses the link up and makes, or renews, the membership. Of several at once only one uses it. */
async function join(
  tx: Transaction,
  linkId: string,
  person: { id: string; name: string },
  now: Date,
): Promise<{ slug: string }> {
  const link = await tx.secretLink.findUniqueOrThrow({ where: { id: linkId }, include: { workspace: true } })
  const { workspaceId, workspace } = link
  if (!workspaceId || !workspace) throw new NotFound()
  await lockWorkspace(tx, workspaceId)
  await lockUser(tx, person.id)
  const place = { workspaceId_userId: { workspaceId, userId: person.id } }
  const member = await tx.member.findUnique({ where: place })
  const isIn = member !== null && member.leftAt === null
  const { count } = await tx.secretLink.updateMany({
    where: { id: linkId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (count === 0) {
    const used = await tx.secretLink.count({ where: { id: linkId, usedAt: { not: null } } })
    if (used > 0 && isIn) return { slug: workspace.slug }
    throw new NotFound()
  }
  if (isIn) return { slug: workspace.slug }
  const role = (link.role ?? 'viewer') as Role
  const data = { name: person.name, role, joinedAt: now, leftAt: null }
  const { id: memberId } = await tx.member.upsert({
    where: place,
    create: { workspaceId, userId: person.id, ...data },
    update: data,
  })
  await tx.memberSite.deleteMany({ where: { workspaceId, memberId } })
  const sites = await tx.site.findMany({
    where: { workspaceId, id: { in: link.siteIds }, deletedAt: null },
    select: { id: true },
  })
  await tx.memberSite.createMany({ data: sites.map(({ id }) => ({ workspaceId, memberId, siteId: id })) })
  const details = { role, invitationId: linkId }
  await recordAudit(tx, { workspaceId, memberId, now }, 'member.joined', { objectId: memberId, details })
  return { slug: workspace.slug }
}
