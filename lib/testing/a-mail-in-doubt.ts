import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { newId } from '#lib/server/new-id.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** An answer out of a mailbox of which nobody can tell whether it went. */
export async function aMailInDoubt(
  { workspaceId, memberId, now }: WorkspaceScope,
  mark: string,
  of: { mailboxId: string; pitchId: string; contactId: string },
): Promise<string> {
  const host = `${mark.toLowerCase()}.example`
  const id = newId()
  await databaseAcrossWorkspaces().outgoingMail.create({
    data: {
      ...{ id, workspaceId, ...of, purpose: 'reply', state: 'unknown', attention: true, revision: 1 },
      ...{ liveKey: `reply:${of.pitchId}`, onceKey: `reply:${id}`, senderId: memberId },
      ...{ clickedAt: now, notBefore: now, transmittedAt: now, fromAddress: `anna@${host}` },
      ...{ toName: `Ana ${mark}`, toAddress: `ana@blog-${host}`, subject: mark, body: mark },
      ...{ raw: new TextEncoder().encode(`Subject: ${mark}`), mailIds: [`<${id}.1@${host}>`] },
    },
  })
  return id
}
