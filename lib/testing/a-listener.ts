import { randomUUID } from 'node:crypto'
import { noticeHappenings } from '#lib/features/notifications/notice-happenings.ts'
import { sendNotifications } from '#lib/features/notifications/send-notifications.ts'
import { logReply } from '#lib/features/pitches/conversation-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aSentPitch } from './a-pitch.ts'
import { aMember, at, aWorkspace } from './two-workspaces.ts'

/** A Wednesday: when things begin to be noticed, when something happens, and when it is told. */
export const BEFORE = new Date('2026-03-04T12:00:00Z')
export const HAPPENS = new Date('2026-03-04T12:10:00Z')
export const TOLD = new Date('2026-03-04T12:12:00Z')

/** An owner and a writer, in a workspace whose first round has been. */
export async function aPairOfListeners(name: string) {
  const owner = await aWorkspace(name)
  const writer = await aMember(owner.workspaceId, 'writer')
  await noticeHappenings(owner.workspaceId, BEFORE)
  return { owner, writer }
}

/** A colleague writes down that somebody answered this writer's letter. @returns the pitch's id */
export async function aReplyTo(
  writer: WorkspaceScope,
  colleague: WorkspaceScope,
  when = HAPPENS,
): Promise<string> {
  const pitchId = await aSentPitch(at(writer, '2026-03-03T08:00:00Z'))
  await logReply(at(colleague, when), { pitchId, once: randomUUID(), body: 'A secret of our conversation.' })
  return pitchId
}

export const notice = ({ workspaceId }: WorkspaceScope, now = TOLD) => noticeHappenings(workspaceId, now)

/** As the clock would send what is to be told now. */
export const tell = ({ workspaceId, memberId }: WorkspaceScope, now = TOLD) =>
  sendNotifications({ workspaceId, memberId }, now)

/** What was written down for this member, as "what way". */
export async function notedFor({ workspaceId, memberId }: WorkspaceScope): Promise<string[]> {
  const rows = await database().notification.findMany({
    where: { workspaceId, memberId },
    orderBy: { what: 'asc' },
  })
  return rows.map(({ what, way }) => `${what} ${way}`)
}
