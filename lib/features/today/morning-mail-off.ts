import { choicesOf, kindsFor } from '#lib/domain/notifications/notification-kinds.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Role } from '#lib/domain/roles.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { stopWay } from '../notifications/notifications-off.ts'
import type { Visit } from '../person-action.ts'
import { openSecretLink } from '../workspaces/secret-links.ts'

/** Whose mail a link stops, of which workspace, and whether it still comes. Looking changes nothing. @throws NotFound */
export async function getMorningMailToStop(token: string, visit: Visit) {
  const { workspaceId, memberId, name, email, isToldThere } = await readerBehind(token, visit)
  const isWanted = await database().morningMail.count({
    where: { workspaceId, memberId, wantedSince: { not: null } },
  })
  return { workspace: name, email, isWanted: isWanted > 0 || isToldThere }
}

/** Stops it, and what would come in it, without signing in: whoever holds the mail may. Twice is once. @throws NotFound */
export async function stopMorningMailByLink(visit: Visit, { token }: { token: string }) {
  const { workspaceId, memberId } = await readerBehind(token, visit)
  await inTransaction(async (tx) => {
    await tx.morningMail.updateMany({ where: { workspaceId, memberId }, data: { wantedSince: null } })
    await stopWay(tx, { workspaceId, memberId }, 'digest')
  })
}

async function readerBehind(token: string, visit: Visit) {
  const { workspaceId, userId } = await openSecretLink('morning-mail-off', token, visit)
  if (!workspaceId || !userId) throw new NotFound()
  const member = await database().member.findFirst({
    where: { workspaceId, userId },
    select: {
      ...{ id: true, role: true },
      workspace: { select: { name: true } },
      user: { select: { email: true } },
      notificationWish: { select: { choices: true } },
    },
  })
  if (!member?.user) throw new NotFound()
  const choices = choicesOf(member.notificationWish?.choices)
  return {
    ...{ workspaceId, memberId: member.id, name: member.workspace.name, email: member.user.email },
    isToldThere: kindsFor(member.role as Role).some((kind) => choices[kind] === 'digest'),
  }
}
