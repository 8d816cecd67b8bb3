import { Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { canSendMail } from '#lib/server/mailer.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'

/**
 * Asks for the mail in the morning, for this member and workspace. A day that was taken in hand stays so: asking again brings
 * no second mail. Twice is once.
 *
 * @throws Refusal where this installation sends no mail
 */
export async function wantMorningMail(scope: WorkspaceScope) {
  authorize(scope, 'today.read')
  if (!canSendMail())
    throw new Refusal('This installation sends no mail.', 'Whoever runs it can set that up.')
  const { workspaceId, memberId, now } = scope
  await database().morningMail.upsert({
    where: { workspaceId_memberId: { workspaceId, memberId } },
    create: { workspaceId, memberId, wantedSince: now },
    update: { wantedSince: now },
  })
}

/** No more of it. Where none was wanted, nothing is to be done. */
export async function stopMorningMail(scope: WorkspaceScope) {
  authorize(scope, 'today.read')
  const { workspaceId, memberId } = scope
  await database().morningMail.updateMany({ where: { workspaceId, memberId }, data: { wantedSince: null } })
}
