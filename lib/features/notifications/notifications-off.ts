import { choicesOf, kindsFor, withoutWay } from '#lib/domain/notifications/notification-kinds.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Role } from '#lib/domain/roles.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { Visit } from '../person-action.ts'
import { openSecretLink } from '../workspaces/secret-links.ts'
import { keepChoices } from './notification-commands.ts'

/** Whose mails a link stops, of which workspace, and whether any still come. Looking changes nothing. @throws NotFound */
export async function getNotificationsToStop(token: string, visit: Visit) {
  const { choices, role, workspace, email } = await listenerBehind(token, visit)
  return { workspace, email, isWanted: kindsFor(role).some((kind) => choices[kind] === 'now') }
}

/** Nothing is told as it happens any more, without signing in: whoever holds the mail may. Twice is once. @throws NotFound */
export async function stopNotificationsByLink(visit: Visit, { token }: { token: string }) {
  const { workspaceId, memberId } = await listenerBehind(token, visit)
  await inTransaction((tx) => stopWay(tx, { workspaceId, memberId }, 'now'))
}

/** Nothing comes this way any more; what comes the other way goes on. */
export async function stopWay(
  tx: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  way: 'now' | 'digest',
) {
  const wish = await tx.notificationWish.findFirst({ where: { workspaceId, memberId } })
  await keepChoices(tx, { workspaceId, memberId }, withoutWay(choicesOf(wish?.choices), way))
}

async function listenerBehind(token: string, visit: Visit) {
  const { workspaceId, userId } = await openSecretLink('notifications-off', token, visit)
  if (!workspaceId || !userId) throw new NotFound()
  const member = await database().member.findFirst({
    where: { workspaceId, userId, leftAt: null },
    select: {
      ...{ id: true, role: true },
      workspace: { select: { name: true } },
      user: { select: { email: true } },
      notificationWish: { select: { choices: true } },
    },
  })
  if (!member?.user) throw new NotFound()
  const { id: memberId, workspace, user, notificationWish } = member
  return {
    ...{ workspaceId, memberId, workspace: workspace.name, email: user.email },
    role: member.role as Role,
    choices: choicesOf(notificationWish?.choices),
  }
}
