import type { Transaction } from '#lib/server/database.ts'

type Leaving = { workspaceId: string; memberId: string; userId: string | null; now: Date }

/** Who is no member any more is reminded of nothing: their calendar's address stops, and so do mails. */
export async function endReminders(tx: Transaction, { workspaceId, memberId, userId, now }: Leaving) {
  await tx.morningMail.updateMany({ where: { workspaceId, memberId }, data: { wantedSince: null } })
  await tx.notification.deleteMany({ where: { workspaceId, memberId, claimedAt: null } })
  if (!userId) return
  await tx.secretLink.updateMany({
    where: {
      workspaceId,
      userId,
      purpose: { in: ['calendar', 'morning-mail-off', 'notifications-off'] },
      revokedAt: null,
    },
    data: { revokedAt: now },
  })
}

/** For somebody whose account goes: what only they had a use for. */
export async function forgetReminders(
  tx: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
) {
  await tx.putOff.deleteMany({ where: { workspaceId, memberId } })
  await tx.morningMail.deleteMany({ where: { workspaceId, memberId } })
  await tx.notification.deleteMany({ where: { workspaceId, memberId } })
  await tx.notificationWish.deleteMany({ where: { workspaceId, memberId } })
  await tx.calendarFeed.deleteMany({ where: { workspaceId, memberId } })
}
