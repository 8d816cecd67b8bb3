import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { can, type Role, rolesUpTo } from '#lib/domain/roles.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { lockWorkspace } from './member-locks.ts'
import { letGoOfMailboxes } from './member-mailboxes.ts'
import { endReminders } from './member-reminders.ts'
import { endTokens } from './member-tokens.ts'
import type { SessionOf } from './sign-in-commands.ts'
import { chosenSites } from './viewer-sites.ts'

/** Pitches that somebody still has to see to. */
const UNFINISHED_STATES = ['draft', 'in-review', 'ready', 'sent', 'answered']

/**
 * Gives a member another role, a viewer with the Sites they may look at. It counts from their next click.
 *
 * @throws NotFound when they are not a member here
 * @throws Refusal when the workspace would be left without an owner
 */
export async function changeRole(
  scope: WorkspaceScope,
  input: { memberId: string; role: Role; siteIds: string[] },
) {
  authorize(scope, 'members.manage')
  const { memberId, role } = input
  const { workspaceId } = scope
  if (!rolesUpTo(scope.role).includes(role))
    throw new Refusal('Nobody can give a role above their own.', '', 'role')
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const member = await getMemberForChange(tx, workspaceId, memberId)
    if (role !== 'owner') await refuseWithoutOwner(tx, workspaceId, member)
    const siteIds = await chosenSites(tx, workspaceId, role, input.siteIds)
    await tx.member.updateMany({ where: { id: memberId, workspaceId }, data: { role } })
    await tx.memberSite.deleteMany({ where: { workspaceId, memberId } })
    await tx.memberSite.createMany({ data: siteIds.map((siteId) => ({ workspaceId, memberId, siteId })) })
    if (!can(role, 'members.manage')) await revokeInvitationsBy(tx, workspaceId, member.userId, scope.now)
    if (!can(role, 'pitches.send'))
      await letGoOfMailboxes(tx, { workspaceId, memberId, now: scope.now }, scope)
    const change = { from: member.role as Role, to: role, siteIds }
    await recordAudit(tx, scope, 'member.role-changed', { objectId: memberId, details: change })
  })
}

/**
 * Ends a membership: unfinished work goes to somebody else, sessions end, open invitations they made are revoked.
 * What they wrote stays, under their name.
 *
 * @param reassignToId null: the owner who does it
 * @throws NotFound, Refusal
 */
export async function removeMember(
  scope: WorkspaceScope,
  input: { memberId: string; reassignToId: string | null },
) {
  authorize(scope, 'members.manage')
  if (input.memberId === scope.memberId)
    throw new Refusal('That is you.', 'Use "Leave this workspace" instead.')
  await endMembership(scope, input.memberId, input.reassignToId ?? scope.memberId)
}

/**
 * Leaves the workspace. Anybody may, but its last owner.
 *
 * @param reassignToId null: the owner who has been here longest
 * @returns what the session at hand goes on with, as all others end
 */
export async function leaveWorkspace(scope: WorkspaceScope, reassignToId: string | null): Promise<SessionOf> {
  const session = await endMembership(scope, scope.memberId, reassignToId)
  if (!session) throw new NotFound()
  return session
}

async function endMembership(
  scope: WorkspaceScope,
  memberId: string,
  reassignToId: string | null,
): Promise<SessionOf | null> {
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const member = await getMemberForChange(tx, workspaceId, memberId)
    await refuseWithoutOwner(tx, workspaceId, member)
    await handOverWork(tx, workspaceId, memberId, reassignToId)
    await letGoOfMailboxes(tx, { workspaceId, memberId, now }, scope)
    await endReminders(tx, { workspaceId, memberId, userId: member.userId, now })
    await endTokens(tx, { workspaceId, memberId, now })
    await tx.memberSite.deleteMany({ where: { workspaceId, memberId } })
    await tx.member.updateMany({ where: { id: memberId, workspaceId }, data: { leftAt: now } })
    await revokeInvitationsBy(tx, workspaceId, member.userId, now)
    const how = memberId === scope.memberId ? 'member.left' : 'member.removed'
    await recordAudit(tx, scope, how, { objectId: memberId, details: { role: member.role as Role } })
    if (!member.userId) return null
    return tx.user.update({
      where: { id: member.userId },
      data: { sessionVersion: { increment: 1 } },
      select: { id: true, sessionVersion: true },
    })
  })
}

/**
 * Gives a member's prospects and unfinished pitches to another member who can work on them.
 *
 * @param toId null: the owner who has been here longest
 */
export async function handOverWork(
  tx: Transaction,
  workspaceId: string,
  fromId: string,
  toId: string | null,
) {
  const others = { workspaceId, leftAt: null, id: { not: fromId } }
  const heir = toId
    ? await tx.member.findFirst({ where: { ...others, AND: { id: toId } }, select: { id: true, role: true } })
    : await tx.member.findFirst({
        where: { ...others, role: 'owner' },
        orderBy: { joinedAt: 'asc' },
        select: { id: true, role: true },
      })
  if (!heir || !can(heir.role as Role, 'prospects.write')) {
    throw new Refusal(
      'Their work can only go to an owner, a manager or a writer here.',
      'Choose somebody else.',
      'reassignToId',
    )
  }
  await tx.prospect.updateMany({ where: { workspaceId, ownerId: fromId }, data: { ownerId: heir.id } })
  await tx.pitch.updateMany({
    where: { workspaceId, writerId: fromId, state: { in: UNFINISHED_STATES } },
    data: { writerId: heir.id },
  })
}

/** Invitations they made do not outlive their right to make them. */
export async function revokeInvitationsBy(
  tx: Transaction,
  workspaceId: string,
  userId: string | null,
  now: Date,
) {
  if (!userId) return
  await tx.secretLink.updateMany({
    where: {
      workspaceId,
      purpose: { in: ['invitation', 'reset'] },
      createdById: userId,
      usedAt: null,
      revokedAt: null,
    },
    data: { revokedAt: now },
  })
}

async function getMemberForChange(tx: Transaction, workspaceId: string, memberId: string) {
  const member = await tx.member.findFirst({
    where: { id: memberId, workspaceId, leftAt: null },
    select: { id: true, role: true, userId: true },
  })
  if (!member) throw new NotFound()
  return member
}

/** Call it with the workspace locked. @throws Refusal */
async function refuseWithoutOwner(
  tx: Transaction,
  workspaceId: string,
  member: { id: string; role: string },
) {
  if (member.role !== 'owner') return
  const owners = await tx.member.count({
    where: { workspaceId, leftAt: null, role: 'owner', id: { not: member.id } },
  })
  if (owners > 0) return
  throw new Refusal(
    'A workspace needs an owner, and this is its last one.',
    'Make somebody else an owner first.',
  )
}
