import {
  choicesOf,
  kindsFor,
  type NotificationChoices,
} from '#lib/domain/notifications/notification-kinds.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { NotificationsInput } from './notification-schema.ts'

/**
 * What this member is told by mail from now on, in this workspace. What concerns another role stays as it was. Things that
 * wait already follow the new choice.
 */
export async function chooseNotifications(scope: WorkspaceScope, input: NotificationsInput) {
  authorize(scope, 'notifications.choose')
  const { workspaceId, memberId, role } = scope
  const { quietFrom, quietTo } = input
  await inTransaction(async (tx) => {
    const stored = await tx.notificationWish.findFirst({
      where: { workspaceId, memberId },
      select: { choices: true },
    })
    const before = choicesOf(stored?.choices)
    const chosen = kindsFor(role).map((kind) => [kind, input[kind] ?? before[kind]])
    await keepChoices(tx, scope, { ...before, ...Object.fromEntries(chosen) })
    await tx.notificationWish.updateMany({ where: { workspaceId, memberId }, data: { quietFrom, quietTo } })
  })
}

type Whose = { workspaceId: string; memberId: string }

/** Writes the choices down, and lets what waits follow them: it comes another way, or not at all. */
export async function keepChoices(tx: Transaction, whose: Whose, choices: NotificationChoices) {
  const { workspaceId, memberId } = whose
  await tx.notificationWish.upsert({
    where: { workspaceId_memberId: { workspaceId, memberId } },
    create: { workspaceId, memberId, choices },
    update: { choices },
  })
  for (const [kind, way] of Object.entries(choices)) {
    const waiting = { workspaceId, memberId, kind, claimedAt: null }
    if (way === 'never') await tx.notification.deleteMany({ where: waiting })
    else await tx.notification.updateMany({ where: { ...waiting, way: { not: way } }, data: { way } })
  }
  if (Object.values(choices).includes('digest'))
    await tx.morningMail.createMany({ data: { workspaceId, memberId }, skipDuplicates: true })
}
