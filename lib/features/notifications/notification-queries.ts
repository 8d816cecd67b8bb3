import { choicesOf } from '#lib/domain/notifications/notification-kinds.ts'
import { quietHoursOf } from '#lib/domain/notifications/quiet-hours.ts'
import { database } from '#lib/server/database.ts'
import { canSendMail } from '#lib/server/mailer.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

export type NotificationState = Awaited<ReturnType<typeof getNotifications>>

/** What this member is told by mail, whether mail can go out at all, and what became of the last one. */
export async function getNotifications(scope: WorkspaceScope) {
  authorizeToSee(scope, 'notifications.choose')
  const { workspaceId, memberId } = scope
  const wish = await database().notificationWish.findFirst({ where: { workspaceId, memberId } })
  return {
    isPossible: canSendMail(),
    choices: choicesOf(wish?.choices),
    quiet: quietHoursOf(wish?.quietFrom ?? null, wish?.quietTo ?? null),
    sentAt: wish?.sentAt ?? null,
    failure: wish?.failure ?? '',
  }
}
