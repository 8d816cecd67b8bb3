import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { Visit } from '../person-action.ts'
import { openSecretLink } from '../workspaces/secret-links.ts'

/** Whose mail a link stops, of which workspace, and whether it still comes. Looking changes nothing. @throws NotFound */
export async function getMorningMailToStop(token: string, visit: Visit) {
  const { workspaceId, memberId, name, email } = await readerBehind(token, visit)
  const isWanted = await database().morningMail.count({
    where: { workspaceId, memberId, wantedSince: { not: null } },
  })
  return { workspace: name, email, isWanted: isWanted > 0 }
}

/** Stops it, without signing in: whoever holds the mail may. Twice is once. @throws NotFound */
export async function stopMorningMailByLink(visit: Visit, { token }: { token: string }) {
  const { workspaceId, memberId } = await readerBehind(token, visit)
  await database().morningMail.updateMany({ where: { workspaceId, memberId }, data: { wantedSince: null } })
}

async function readerBehind(token: string, visit: Visit) {
  const { workspaceId, userId } = await openSecretLink('morning-mail-off', token, visit)
  if (!workspaceId || !userId) throw new NotFound()
  const member = await database().member.findFirst({
    where: { workspaceId, userId },
    select: { id: true, workspace: { select: { name: true } }, user: { select: { email: true } } },
  })
  if (!member?.user) throw new NotFound()
  return { workspaceId, memberId: member.id, name: member.workspace.name, email: member.user.email }
}
