import { storedSteps } from '#lib/domain/mail/mailbox-check.ts'
import { mailboxState } from '#lib/domain/mail/mailbox-states.ts'
import type { SenderDns } from '#lib/domain/mail/sender-dns.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const SHOWN_MOST = 200

/** Mailboxes of one's own, and for an owner those of all; never a password. */
export async function listMailboxes(scope: WorkspaceScope) {
  authorizeToSee(scope, 'pitches.send')
  const rows = await database().mailbox.findMany({
    where: { workspaceId: scope.workspaceId, state: { not: 'disconnected' }, ...whoseOf(scope) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: SHOWN_MOST,
    select: {
      id: true,
      name: true,
      address: true,
      state: true,
      failure: true,
      sends: true,
      lastLookAt: true,
      lastMessageAt: true,
      checkState: true,
      ownerId: true,
      owner: { select: { name: true } },
    },
  })
  return rows.map(({ owner, ownerId, state, ...row }) => ({
    ...row,
    state: mailboxState(state),
    ownerName: owner.name,
    isOwn: ownerId === scope.memberId,
  }))
}

/** One mailbox with its last check. Of a password it says only whether sending has one of its own. @throws NotFound */
export async function getMailbox(scope: WorkspaceScope, mailboxId: string) {
  authorizeToSee(scope, 'pitches.send')
  const row = await database().mailbox.findFirst({
    where: {
      id: mailboxId,
      workspaceId: scope.workspaceId,
      state: { not: 'disconnected' },
      ...whoseOf(scope),
    },
    include: { owner: { select: { name: true } } },
  })
  if (!row) throw new NotFound()
  const { imapSecret, smtpSecret, owner, state, checkSteps, dns, checkId: _, liveAddress: __, ...rest } = row
  return {
    ...rest,
    state: mailboxState(state),
    steps: storedSteps(checkSteps),
    dns: dns as SenderDns | null,
    ownerName: owner.name,
    isOwn: row.ownerId === scope.memberId,
    hasPassword: imapSecret !== null,
    hasSmtpPassword: smtpSecret !== null,
  }
}

function whoseOf({ role, memberId }: WorkspaceScope) {
  return can(role, 'mailboxes.disconnect-other') ? {} : { ownerId: memberId }
}
