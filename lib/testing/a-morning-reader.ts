import { randomUUID } from 'node:crypto'
import { logReply } from '#lib/features/pitches/conversation-commands.ts'
import { wantMorningMail } from '#lib/features/today/morning-mail-commands.ts'
import { sendMorningMail } from '#lib/features/today/send-morning-mail.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aSentPitch } from './a-pitch.ts'
import { at, aWorkspace } from './two-workspaces.ts'

export const SEVEN = new Date('2026-03-04T07:00:00Z')
export const NEXT_DAY = new Date('2026-03-05T07:00:00Z')

export const whose = ({ workspaceId, memberId }: WorkspaceScope) => ({ workspaceId, memberId })

/** The morning mail of this member, as the clock would send it. */
export const sendTo = (scope: WorkspaceScope, now = SEVEN) => sendMorningMail(whose(scope), now)

/** Somebody with an answer to write, who wants the mail. */
export async function aReader(name: string) {
  const scope = await aWorkspace(name)
  const early = at(scope, '2026-03-03T08:00:00Z')
  const pitchId = await aSentPitch(early)
  await logReply(early, { pitchId, once: randomUUID(), body: 'A secret of our conversation.' })
  await wantMorningMail(early)
  return scope
}

export async function addressOf({ userId }: WorkspaceScope) {
  return (await database().user.findUniqueOrThrow({ where: { id: userId ?? '' } })).email
}
