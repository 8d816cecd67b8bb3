import { can } from '#lib/domain/roles.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** What a person is asked about: theirs that may answer a letter, and one's own that may be a letter. */
export const DOUBTFUL_KINDS = ['reply', 'sent'] as const

/**
 * A mail that may have nothing to do with a pitch is its mailbox's member's own: nobody else in the workspace reads it. Where
 * the mailbox was disconnected, as when its member left, an owner may.
 */
export function whoseMails({ workspaceId, memberId, role }: WorkspaceScope): Prisma.IncomingMailWhereInput {
  const orphaned = { mailbox: { workspaceId, state: 'disconnected' } }
  return {
    OR: [
      { mailbox: { workspaceId, ownerId: memberId } },
      ...(can(role, 'mailboxes.disconnect-other') ? [orphaned] : []),
    ],
  }
}

/** The same mailboxes, for SQL. */
export function mailboxesOf({ workspaceId, memberId, role }: Whose): Prisma.Sql {
  const orphaned = can(role, 'mailboxes.disconnect-other')
    ? Prisma.sql`OR b."state" = 'disconnected'`
    : Prisma.empty
  return Prisma.sql`SELECT b."id" FROM "Mailbox" b
    WHERE b."workspaceId" = ${workspaceId} AND (b."ownerId" = ${memberId} ${orphaned})`
}

type Whose = Pick<WorkspaceScope, 'workspaceId' | 'memberId' | 'role'>
