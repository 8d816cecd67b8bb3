import type { Transaction } from '#lib/server/database.ts'
import { recordAudits } from '../audit/audit-log.ts'

/** Who may send no longer leaves no password behind: their mailboxes are disconnected. What was sent from them stays. */
export async function letGoOfMailboxes(
  tx: Transaction,
  { workspaceId, memberId, now }: { workspaceId: string; memberId: string; now: Date },
  by: { workspaceId: string; memberId: string; now: Date },
) {
  const gone = await tx.mailbox.updateManyAndReturn({
    where: { workspaceId, ownerId: memberId, state: { not: 'disconnected' } },
    data: {
      ...{ state: 'disconnected', disconnectedAt: now, updatedAt: now },
      ...{ imapSecret: null, smtpSecret: null, liveAddress: null },
    },
    select: { id: true },
  })
  const details = { isOwn: by.memberId === memberId }
  const events = gone.map(({ id: objectId }) => ({ actor: by, objectId, details }))
  await recordAudits(tx, 'mailbox.disconnected', events)
}

/** For somebody whose account goes: what is left of their mailboxes says no longer whose they were. */
export async function blankMailboxes(
  tx: Transaction,
  { workspaceId, memberId, name }: { workspaceId: string; memberId: string; name: string },
) {
  await tx.mailbox.updateMany({
    where: { workspaceId, ownerId: memberId },
    data: { name, address: '', aliases: [], imapUser: '', smtpUser: '', failure: '', checkSteps: [] },
  })
}
