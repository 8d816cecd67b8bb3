import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import { recordAudit } from '../audit/audit-log.ts'
import type { PersonVisit } from '../person-action.ts'
import { deleteWorkspaceRows } from './delete-workspace-rows.ts'
import { handOverWork, revokeInvitationsBy } from './member-commands.ts'
import { lockUser, lockWorkspace } from './member-locks.ts'
import { blankMailboxes, letGoOfMailboxes } from './member-mailboxes.ts'
import { forgetReminders } from './member-reminders.ts'
import { forgetTokens } from './member-tokens.ts'
import { confirmPassword } from './sign-in-commands.ts'
import { leaveUncounted } from './uncounted-queries.ts'

const FORMER_MEMBER = 'Former member'

/**
 * Deletes the account. Where other people remain, what was written stays under "Former member" and unfinished work
 * goes to the longest-standing owner; a workspace where nobody else is goes with it, and its name must be typed.
 *
 * @throws Refusal when the password is wrong, a name is missing, or they are the last owner somewhere with others in it
 */
export async function deleteAccount(
  visit: PersonVisit,
  input: { currentPassword: string; workspaceNames: string[] },
) {
  await confirmPassword(visit, input.currentPassword)
  const userId = visit.person.id
  await inTransaction(async (tx) => {
    await lockUser(tx, userId)
    const places = await listPlaces(tx, userId)
    for (const { workspaceId } of places) await lockWorkspace(tx, workspaceId)
    for (const place of places) {
      const others = await tx.member.findMany({
        where: { workspaceId: place.workspaceId, leftAt: null, id: { not: place.id } },
        select: { role: true },
      })
      if (place.leftAt === null && others.length === 0) await deleteWithIt(tx, place, input.workspaceNames)
      else await becomeFormer(tx, place, others, visit)
    }
    await tx.user.delete({ where: { id: userId } })
  })
}

type Place = Awaited<ReturnType<typeof listPlaces>>[number]

/** Every membership, past ones too; in one order for everybody, so that two deletions cannot wait for each other. */
async function listPlaces(tx: Transaction, userId: string) {
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      members: {
        orderBy: { workspaceId: 'asc' },
        select: {
          id: true,
          workspaceId: true,
          role: true,
          leftAt: true,
          workspace: { select: { name: true } },
        },
      },
    },
  })
  return user.members
}

async function deleteWithIt(tx: Transaction, { workspaceId, workspace }: Place, typedNames: string[]) {
  if (!typedNames.some((typed) => typed.toLowerCase() === workspace.name.toLowerCase())) {
    throw new Refusal(
      `The workspace "${workspace.name}" would be deleted too, as nobody else is in it.`,
      'Type its name to say that this is meant.',
      'workspaceNames',
    )
  }
  await leaveUncounted(tx, workspaceId)
  await deleteWorkspaceRows(tx, workspaceId)
}

async function becomeFormer(
  tx: Transaction,
  place: Place,
  others: { role: string }[],
  { person, now }: PersonVisit,
) {
  const { id, workspaceId, workspace } = place
  if (place.leftAt === null) {
    if (place.role === 'owner' && !others.some(({ role }) => role === 'owner')) {
      throw new Refusal(
        `You are the last owner of "${workspace.name}", and other people work there.`,
        'Make one of them an owner first, or remove them.',
      )
    }
    await handOverWork(tx, workspaceId, id, null)
    await tx.memberSite.deleteMany({ where: { workspaceId, memberId: id } })
    await revokeInvitationsBy(tx, workspaceId, person.id, now)
  }
  await letGoOfMailboxes(tx, { workspaceId, memberId: id, now }, { workspaceId, memberId: id, now })
  await blankMailboxes(tx, { workspaceId, memberId: id, name: FORMER_MEMBER })
  await forgetReminders(tx, { workspaceId, memberId: id })
  await forgetTokens(tx, { workspaceId, memberId: id })
  await tx.member.updateMany({
    where: { id, workspaceId },
    data: { userId: null, name: FORMER_MEMBER, leftAt: place.leftAt ?? now },
  })
  await recordAudit(tx, { workspaceId, memberId: id, now }, 'account.deleted', { objectId: id, details: {} })
}
