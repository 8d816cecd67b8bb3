import { database } from '#lib/server/database.ts'
import { canSendMail } from '#lib/server/mailer.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

export type MorningMailState = Awaited<ReturnType<typeof getMorningMail>>

/** Whether this member wants a mail in the morning, whether one can be sent at all, and what became of the last one. */
export async function getMorningMail(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  const { workspaceId, memberId } = scope
  const row = await database().morningMail.findUnique({
    where: { workspaceId_memberId: { workspaceId, memberId } },
    select: { wantedSince: true, sentAt: true, failure: true },
  })
  const isPossible = canSendMail()
  return {
    isPossible,
    isWanted: isPossible && Boolean(row?.wantedSince),
    sentAt: row?.sentAt ?? null,
    failure: row?.failure ?? '',
  }
}
